"""A CSV file's text: how it is encoded, where its rows begin, and whether the quick way of reading fits it."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from files.faults import Refused, refused
from files.guard import HEAD_BYTES, look_for_foreign
from files.texts import AS_WINDOWS, look_through

UTF8_MARK = b"\xef\xbb\xbf"
MOST_HEADER_BYTES = 1024 * 1024


@dataclass(frozen=True)
class CsvText:
    """What was found: the encoding, the length of its mark, and the headings.

    `body` is where the rows begin, in bytes; `body_line` the line there. `is_simple`: each line break ends a row,
    unless quotation marks say otherwise in a way that shows when a block is parsed.
    """

    path: Path
    name: str
    encoding: str
    headings: list[str]
    body: int
    body_line: int
    is_simple: bool

    @property
    def warnings(self) -> list[str]:
        """What to tell people though the file is read."""
        return [f"{self.name}: {AS_WINDOWS}"] if self.encoding == "cp1252" else []


def examine(path: Path, name: str) -> CsvText:
    """Look at a CSV file; raises `files.faults.Refused` where it is none, or can't be opened."""
    try:
        with path.open("rb") as file:
            look_for_foreign(file.read(HEAD_BYTES), name)
            file.seek(0)
            found = look_through(file, name)
            if not found.size:
                raise refused(name, "is empty; save it again and choose it")
            file.seek(0)
            return _with_header(file, path, name, found.encoding, found.ends_in_line_feeds)
    except OSError as error:
        raise refused(name, f"can't be opened ({error.strerror}); check its name and place") from error


def _with_header(file: io.BufferedReader, path: Path, name: str, encoding: str, is_simple: bool) -> CsvText:
    start = len(UTF8_MARK) if file.read(len(UTF8_MARK)) == UTF8_MARK and encoding == "utf-8" else 0
    file.seek(start)
    head = io.TextIOWrapper(io.BytesIO(file.read(MOST_HEADER_BYTES)), encoding=encoding, errors="replace", newline="")
    reader = csv.reader(head, strict=True)
    try:
        headings = next((cells for cells in reader if cells), [])
    except csv.Error as error:
        raise broken(name, 1, error) from error
    head.seek(0)
    lines = [head.readline() for _ in range(reader.line_num)]
    body = start + sum(len(line.encode(encoding)) for line in lines)
    return CsvText(path, name, encoding, headings, body, reader.line_num + 1, is_simple)


def broken(name: str, line: int, error: Exception) -> Refused:
    """The refusal of a file whose quotation marks don't add up."""
    return refused(f"{name}:{line}", f"can't be read as CSV ({error}); check quotation marks from here on")
