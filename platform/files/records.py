"""From records (a line and its cells, all text) to rows of a shape: the same for CSV and workbooks."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from files.faults import Fault
from files.formulas import guarded
from files.limits import Limits
from files.shapes import Column, Shape, Unreadable
from files.workbooks import letters

Record = tuple[int, list[str]]
# Turns the direction of writing: `user‮gpj.exe` reads as something else. Tabs and line breaks are control characters.
TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
SHOWN_HEADINGS = 60


@dataclass
class Place:
    """Where a table stands: its file, in a workbook its sheet, and there the column letters by heading."""

    file: str
    sheet: str = ""
    cell_letters: int = 32_767
    columns: dict[str, str] = field(default_factory=dict)

    def fault(self, line: int, column: str, why: str) -> Fault:
        """A fault with its place: `team.csv:7` or `team.xlsx: Team!B7`."""
        if not self.sheet:
            return Fault(self.file, line, column, why)
        cell = f"{self.sheet}!{self.columns.get(column, '')}{line}"
        return Fault(self.file, line, column, why, cell)

    @property
    def word(self) -> str:
        """What a line is called: `line`, in a workbook `row`."""
        return "row" if self.sheet else "line"


@dataclass(frozen=True)
class Row:
    """A row that was read: the shape's file, its line there (the header is line 1) and its values by column."""

    file: str
    line: int
    values: dict[str, Any]
    place: Place

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    def fault(self, column: str, why: str) -> Fault:
        """A fault of this row, found later."""
        return self.place.fault(self.line, column, why)

    @property
    def where(self) -> str:
        """`line 7` or `row 7`, for another row's fault."""
        return f"{self.place.word} {self.line}"


def rows_of(
    shape: Shape, records: Iterator[Record], place: Place, limits: Limits, faults: list[Fault]
) -> Iterator[Row]:
    """The rows that can be read, in order; a fault for each cell or row that can't, and for each row that stands twice.

    The header comes first. Empty rows are passed over.
    """
    line, header = next(records, (1, []))
    columns = _columns(shape, [cell.strip() for cell in header], line, place, limits, faults)
    if not columns:
        return
    seen: dict[tuple[Any, ...], Row] = {}
    count = 0
    for line, cells in records:
        if not any(cell.strip() for cell in cells):
            continue
        count += 1
        if count > limits.rows:
            faults.append(place.fault(line, "", f"there are more than {limits.rows:,} rows; split the file"))
            return
        if len(cells) != len(columns):
            why = f"has {len(cells)} cells where the header has {len(columns)}; check commas and quotation marks"
            faults.append(place.fault(line, "", why))
            continue
        row = _row(shape, line, cells, columns, place, faults)
        if row and not _stands_already(shape, row, seen, faults):
            yield row


def _columns(
    shape: Shape, header: list[str], line: int, place: Place, limits: Limits, faults: list[Fault]
) -> list[Column]:
    """The shape's column for each heading, in the file's order; none where the header has a fault."""
    if len(header) > limits.columns:
        faults.append(place.fault(line, "", f"has {len(header):,} columns; at most {limits.columns} are read"))
        return []
    if len(header) == 1 and len(shape.columns) > 1 and any(mark in header[0] for mark in ";\t|"):
        why = "has no commas between its columns; save it as CSV (comma delimited), UTF-8"
        faults.append(place.fault(line, "", why))
        return []
    found = [shape.column(heading) for heading in header]
    wanted = [column.shown for column in shape.columns]
    problems = [
        (column.shown, "this column is missing; add it to the header")
        for column in shape.columns
        if column not in found
    ]
    problems += [
        (_shown(heading), f"this column is not known; the columns are {', '.join(wanted)}")
        for heading, column in zip(header, found, strict=True)
        if column is None
    ]
    twice = {column.shown for column in found if column and found.count(column) > 1}
    problems += [(name, "this column stands twice; keep one") for name in sorted(twice)]
    for name, why in problems:
        faults.append(place.fault(line, name, why))
    if problems:
        return []
    place.columns.update({column.shown: letters(at) for at, column in enumerate(found, 1) if column})
    place.columns.update({column.name: letters(at) for at, column in enumerate(found, 1) if column})
    return [column for column in found if column]


def _shown(heading: str) -> str:
    if not heading:
        return "(no name)"
    clean = "".join(letter if letter.isprintable() else "?" for letter in heading)
    return clean if len(clean) <= SHOWN_HEADINGS else f"{clean[:SHOWN_HEADINGS]}…"


def _row(
    shape: Shape, line: int, cells: list[str], columns: list[Column], place: Place, faults: list[Fault]
) -> Row | None:
    values: dict[str, Any] = {}
    for column, cell in zip(columns, cells, strict=True):
        try:
            values[column.name] = _value(column, unguarded(cell.strip()), place)
        except Unreadable as error:
            faults.append(place.fault(line, column.shown, str(error)))
    return Row(shape.file, line, values, place) if len(values) == len(columns) else None


def unguarded(cell: str) -> str:
    """The text without the apostrophe that our own files put before what a spreadsheet would run.

    A list that was downloaded, corrected and sent back reads as it was.
    """
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def _value(column: Column, cell: str, place: Place) -> Any:
    if not cell:
        if column.required:
            raise Unreadable("is empty; fill it in")
        return None
    if len(cell) > place.cell_letters:
        raise Unreadable(f"is {len(cell):,} letters long; shorten it to {place.cell_letters:,} or fewer")
    if not cell.isprintable() and any(_is_control(letter) for letter in cell):
        raise Unreadable("has a line break or control character; write it on one line")
    return column.read(cell)


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cs"} or ord(letter) in TURNING


def _stands_already(shape: Shape, row: Row, seen: dict[tuple[Any, ...], Row], faults: list[Fault]) -> bool:
    """A row whose key stands on an earlier line is a fault."""
    if shape.key is None:
        return False
    key = tuple(_folded(row[name]) for name in shape.key)
    first = seen.setdefault(key, row)
    if first is row:
        return False
    shown = [column.shown for column in shape.columns if column.name in shape.key]
    column = " + ".join(shown)
    row.place.columns.setdefault(column, row.place.columns.get(shown[0], "") if shown else "")
    faults.append(row.place.fault(row.line, column, f"is the same as {first.where}; keep one of them"))
    return True


def _folded(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
