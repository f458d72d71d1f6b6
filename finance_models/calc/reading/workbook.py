"""A workbook as blocks of text, once it has passed the guard of uploads."""

from collections.abc import Iterator
from pathlib import Path

from files import sheets
from files.faults import Fault, Refused, refused
from files.limits import Limits
from files.records import Place, Record
from files.shapes import Shape
from finance_models.calc.reading.blocks import Block, Parse, Source
from finance_models.calc.reading.csv_exact import ROWS_OF_A_BLOCK, as_block

LIMITS = Limits()
Misshapen = list[tuple[int, str, str]]


def open_workbook(path: Path, name: str, table: str) -> Source:
    """The sheet named as the table, or the only one; raises `files.faults.Refused`.

    A cell that holds an error in place of a value rejects its row.
    """
    faults: list[Fault] = []
    records = _records(path, name, table, faults)
    _, headings = next(records, (1, []))
    if faults:
        raise Refused([Fault(name, each.line, each.column, each.why) for each in faults])
    return Source(name, [heading.strip() for heading in headings], lambda names: _blocks(records, names, faults))


def _records(path: Path, name: str, table: str, faults: list[Fault]) -> Iterator[Record]:
    """The header and each row that can be read; for another its fault is added when it is passed."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise refused(name, f"can't be opened ({error.strerror}); check its name and place") from error
    with file, sheets.opened(file, name, LIMITS) as book:
        for _, sheet in book.matched([Shape(table, (), key=None)], faults, only_sheet=True):
            yield from book.records(sheet, Place(name, sheet=sheet), faults)


def _blocks(records: Iterator[Record], names: list[str], faults: list[Fault]) -> Iterator[Parse]:
    rows: list[list[str]] = []
    lines: list[int] = []
    for line, cells in records:
        # A row is as wide as the header; empty ones lie below many tables.
        if any(cell.strip() for cell in cells):
            rows.append(cells + [""] * (len(names) - len(cells)))
            lines.append(line)
        if len(rows) >= ROWS_OF_A_BLOCK:
            yield _later(names, rows, lines, faults)
            rows, lines = [], []
    yield _later(names, rows, lines, faults)


def _later(names: list[str], rows: list[list[str]], lines: list[int], faults: list[Fault]) -> Parse:
    misshapen: Misshapen = [(each.line, _column(each, names), each.why) for each in faults]
    faults.clear()

    def parse() -> Block:
        return as_block(names, rows, lines, misshapen)

    return parse


def _column(fault: Fault, names: list[str]) -> str:
    """The column of a cell such as `people!C7`."""
    letters = fault.cell.rpartition("!")[2].rstrip("0123456789")
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return names[at - 1] if 0 < at <= len(names) else letters
