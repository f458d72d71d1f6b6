"""Opening a workbook safely.

A few kilobytes of .xlsx can ask a reader for gigabytes: packed tightly, two filled cells far apart, one long text named
by every cell. So each part is read once with strict limits, and written unpacked into a workbook of our own; only that
is given to the reader. What was measured is what is read.
"""

import tempfile
import zipfile
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from files import zips
from files.faults import Refused, refused
from files.limits import Limits

KEPT = (".xml", ".rels")
CONTENT_TYPES = "[content_types].xml"
STRINGS = "sharedstrings.xml"
MACROS = ("vbaproject.bin", "/macrosheets/", "/dialogsheets/", "vbadata.xml", "/activex/")
EMBEDDED = ("/embeddings/", "/externallinks/")
PACKED = (".zip", ".xlsx", ".xlsm", ".docx", ".7z", ".rar", ".gz")
ERRORS_KEPT = 100
NOWHERE = 2**31  # stands for a row or column that can't be read


@dataclass
class Measured:
    """What was found while the parts were read: cells that hold an error (`B7`) by part, and the sheets' parts."""

    errors: dict[str, list[str]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)  # of sheets, by name
    targets: dict[str, str] = field(default_factory=dict)  # of those ids: the end of the part's name

    def errors_of(self, sheet: str) -> frozenset[str]:
        """The cells of a sheet that hold an error in place of a value; the reader shows them as empty."""
        target = self.targets.get(self.ids.get(sheet, ""), "")
        return frozenset(
            cell for part, cells in self.errors.items() if target and part.endswith(target) for cell in cells
        )


@contextmanager
def opened(source: BinaryIO, name: str, limits: Limits) -> Iterator[tuple[Path, Measured]]:
    """The path of a harmless copy of the workbook, and what was measured; raises Refused where it should not be read.

    The copy is in a temporary folder of the owner's own, and gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="workbook-") as place:
        path = Path(place) / "copy.xlsx"
        with zips.opened(source, name, limits) as archive:
            measured = _copy(archive, path, name, limits)
        yield path, measured


def _copy(archive: zipfile.ZipFile, path: Path, name: str, limits: Limits) -> Measured:
    parts = archive.infolist()
    names = {part.filename.casefold() for part in parts}
    _look_at_names(names, name)
    # Texts first: cells name them by number.
    parts.sort(key=lambda part: not part.filename.casefold().endswith(STRINGS))
    measured = Measured()
    watch = _Watch(name, limits, measured)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as copy:
        for part in parts:
            if part.is_dir() or not part.filename.casefold().endswith(KEPT):
                continue
            with copy.open(part.filename, "w", force_zip64=False) as target:
                watch.part(part.filename)
                for chunk in zips.chunks(archive, part):
                    watch.feed(chunk)
                    target.write(chunk)
                watch.end()
            if watch.errors:
                measured.errors[part.filename] = watch.errors
    return measured


def _look_at_names(names: set[str], file: str) -> None:
    if CONTENT_TYPES not in names or not any(name.endswith("/workbook.xml") for name in names):
        raise refused(file, "is no workbook inside; open it in Excel and save it as Excel Workbook (.xlsx)")
    look_for_macros(names, file)
    for name in names:
        if any(mark in f"/{name}" for mark in EMBEDDED) or name.endswith(PACKED):
            raise refused(file, "has another file or a link to one in it; copy the table into a new workbook")


def look_for_macros(names: set[str], file: str) -> None:
    """Raises Refused where the parts of an Office file (in small letters) are those of macros or controls."""
    if any(mark in f"/{name}" for name in names for mark in MACROS):
        raise refused(file, "has macros or controls in it; save it without them, such as .xlsx in place of .xlsm")


class _Watch:
    """Follows the XML of one part after another, and refuses what would be too much for its reader."""

    def __init__(self, file: str, limits: Limits, measured: Measured) -> None:
        self._file, self._limits, self._measured = file, limits, measured
        self._text_lengths = array("L")
        self._letters = 0

    def part(self, name: str) -> None:
        """Begin a part."""
        self._part = name
        self.errors: list[str] = []
        self._root = ""
        self._row = self._column = self._rows = self._last_row = self._last_column = 0
        self._kind, self._text, self._is_counting = "", 0, False
        self._value: list[str] = []
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._no_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = None

    def feed(self, chunk: bytes) -> None:
        """Some more bytes of the part."""
        try:
            self._parser.Parse(chunk, False)
        except expat.ExpatError as error:
            raise self._broken(error) from error

    def end(self) -> None:
        """The part is whole."""
        try:
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise self._broken(error) from error

    def _broken(self, error: Exception) -> Refused:
        return refused(self._file, f"is damaged inside ({zips.shown(self._part)}: {error}); open it and save it again")

    def _no_doctype(self, *_: object) -> None:
        raise refused(self._file, "declares a document type, as a trap does; copy the table into a new workbook")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(" ")[2]
        if not self._root:
            self._root = tag
            if tag == "sst" and self._text_lengths:
                raise refused(self._file, "has two lists of texts inside; open it and save it again")
        if self._root == "worksheet":
            self._in_sheet(tag, attributes)
        elif self._root == "sst":
            if tag == "si":
                self._text = 0
            self._parser.CharacterDataHandler = self._count if tag == "t" else None
        elif tag == "sheet":
            key = next((value for name, value in attributes.items() if name.rpartition(" ")[2] == "id"), "")
            self._measured.ids[attributes.get("name", "")] = key
        elif tag == "Relationship" and self._part.casefold().endswith("workbook.xml.rels"):
            target = attributes.get("Target", "").rpartition("/")[2]
            self._measured.targets[attributes.get("Id", "")] = f"/{target}"
        elif tag in {"Override", "Default"} and "macro" in attributes.get("ContentType", "").casefold():
            raise refused(self._file, "has macros in it; save it without them, as Excel Workbook (.xlsx)")

    def _in_sheet(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            place = attributes.get("r", "")
            self._row, self._column = _numbers(place) if place else (self._row or 1, self._column + 1)
            self._kind = attributes.get("t", "")
        elif tag == "row":
            self._row = _whole(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
        elif tag == "dimension":
            last = attributes.get("ref", "").rpartition(":")[2]
            self._no_more_rows(_numbers(last)[0])
        elif tag in {"v", "is"}:
            self._filled()
            self._value, self._text = [], 0
            self._parser.CharacterDataHandler = self._keep if tag == "v" else self._count

    def _filled(self) -> None:
        """A cell with something in it: it stretches the rectangle that the reader will need."""
        self._last_row, self._last_column = max(self._last_row, self._row), max(self._last_column, self._column)
        self._no_more_rows(self._last_row)
        if self._last_column > self._limits.columns:
            most = f"at most {self._limits.columns} columns are read"
            why = f"has something in column {letters(self._last_column)}, and {most}; delete what stands there"
            raise refused(self._file, why)
        if self._last_row * self._last_column > self._limits.cells:
            why = f"has something in {letters(self._column)}{self._row}, far from the start; delete what stands there"
            raise refused(self._file, why)
        if self._kind == "e" and len(self.errors) < ERRORS_KEPT:
            self.errors.append(f"{letters(self._column)}{self._row}")

    def _no_more_rows(self, row: int) -> None:
        if row >= NOWHERE:
            raise refused(self._file, "has a cell whose place can't be read; open it and save it again")
        if row > self._limits.rows:
            why = f"says it has {row:,} rows; at most {self._limits.rows:,} are read"
            raise refused(self._file, f"{why}, so delete empty ones below your table, or split it")

    def _end(self, tag: str) -> None:
        tag = tag.rpartition(" ")[2]
        if self._root == "worksheet" and tag in {"v", "is"}:
            self._parser.CharacterDataHandler = None
            self._add(self._text if tag == "is" else self._named_text())
        elif self._root == "sst" and tag == "si":
            if len(self._text_lengths) >= self._limits.cells:
                raise refused(self._file, "has more texts inside than cells may be read; split the table")
            self._text_lengths.append(self._text)
            self._parser.CharacterDataHandler = None

    def _named_text(self) -> int:
        value = "".join(self._value)
        if self._kind != "s":
            return len(value)
        try:
            return self._text_lengths[int(value)]
        except (ValueError, IndexError):
            return 0  # the reader will find nothing either

    def _keep(self, text: str) -> None:
        self._value.append(text)
        self._count(text)

    def _count(self, text: str) -> None:
        self._text += len(text)

    def _add(self, count: int) -> None:
        self._letters += count
        if self._letters > self._limits.text_letters:
            most = f"{self._limits.text_letters:,}"
            raise refused(self._file, f"has more than {most} letters in its cells; split the table")


def letters(column: int) -> str:
    """`A` for 1, `AA` for 27."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _numbers(place: str) -> tuple[int, int]:
    """(row, column) of `B7`; what is no place counts as very far."""
    name = place.rstrip("0123456789")
    if not (name.isascii() and name.isalpha() and len(name) <= 3):
        return (_whole(place), 1) if not name else (NOWHERE, NOWHERE)
    column = 0
    for letter in name.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return _whole(place[len(name) :]), column


def _whole(digits: str) -> int:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else NOWHERE
