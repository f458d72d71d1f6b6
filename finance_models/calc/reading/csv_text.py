"""A CSV file's text: how it is encoded, and whether the quick way of reading fits it.

The whole file is looked at once before anything is read: a letter at its end may say how its start is meant.
"""

import codecs
import csv
import io
from dataclasses import dataclass
from pathlib import Path

from files.faults import Refused, refused
from files.guard import HEAD_BYTES, look_for_foreign
from files.texts import decodes

CHUNK_BYTES = 8 * 1024 * 1024
UTF16, UTF8_MARK = (b"\xff\xfe", b"\xfe\xff"), b"\xef\xbb\xbf"
AS_WINDOWS = "was read as Windows-1252; save it as CSV UTF-8 to be sure of accents"
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
            encoding, is_simple = _look_through(file, name)
            file.seek(0)
            return _with_header(file, path, name, encoding, is_simple)
    except OSError as error:
        raise refused(name, f"can't be opened ({error.strerror}); check its name and place") from error


def _look_through(file: io.BufferedReader, name: str) -> tuple[str, bool]:
    """The encoding, and whether all lines end in a line feed."""
    utf8, windows = codecs.getincrementaldecoder("utf-8")(), codecs.getincrementaldecoder("cp1252")()
    is_utf8 = is_windows = True
    returns = pairs = size = 0
    ended_in_return = False
    while chunk := file.read(CHUNK_BYTES):
        if (size == 0 and chunk.startswith(UTF16)) or b"\x00" in chunk:
            raise refused(name, "is not plain CSV (UTF-16, or has NUL characters); save it as CSV UTF-8")
        size += len(chunk)
        if not chunk.isascii() or utf8.getstate()[0]:
            is_utf8 = is_utf8 and decodes(utf8, chunk)
            is_windows = is_windows and decodes(windows, chunk)
        pairs += ended_in_return and chunk.startswith(b"\n")
        ended_in_return = chunk.endswith(b"\r")
        if b"\r" in chunk:
            returns += chunk.count(b"\r")
            pairs += chunk.count(b"\r\n")
    if size == 0:
        raise refused(name, "is empty; save it again and choose it")
    if is_utf8 and decodes(utf8, b"", final=True):
        return "utf-8", returns == pairs
    if is_windows:
        return "cp1252", returns == pairs
    raise refused(name, "has letters that can't be read; save it as CSV UTF-8")


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
