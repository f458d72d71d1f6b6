"""Reading a table: text first, then cell by cell, every fault with its place. CSV and workbook give the same rows."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from files import sheets, texts
from files.faults import Fault, FaultList, Refused, TooManyFaults
from files.guard import name_of
from files.limits import Limits
from files.records import Place, Record, Row, rows_of
from files.shapes import Shape

__all__ = ["Row", "Table", "read_book", "read_table"]


@dataclass
class Table:
    """What was read of one table: its rows, what is wrong with it, and warnings that don't stop anybody."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_table(source: Any, shape: Shape, *, limits: Limits, name: str = "") -> Table:
    """Read a CSV file, or the sheet of a workbook that the shape names (or its only one).

    `source` is a path, a Django upload or a binary file; `name` is what the sender calls it, for faults, and its
    ending decides how it is read. Never raises for what is in the file: rows that can't be read are faults, and
    whoever stores anything looks at `faults` first.
    """
    name = name or name_of(source)
    if PurePath(name).suffix.lower() == ".xlsx":
        tables = read_book(source, [shape], limits=limits, name=name, only_sheet=True)
        return tables.get(shape.file, Table())
    table = Table(faults=FaultList(name, limits.faults))
    with _gathering(table.faults), _file(source) as file, texts.opened(file, name, limits, table.warnings) as text:
        records = _csv_records(texts.lines(text, name, limits), Place(name, cell_letters=limits.cell_letters), table)
        table.rows.extend(rows_of(shape, records, Place(name, cell_letters=limits.cell_letters), limits, table.faults))
    return table


def read_book(
    source: Any, shapes: list[Shape], *, limits: Limits, name: str = "", only_sheet: bool = False
) -> dict[str, Table]:
    """Read the sheets of a workbook that these shapes name, by the shapes' `file`.

    A workbook refused as a whole, or a sheet that no shape knows, is a fault in the table under "" (in the only
    shape's table with `only_sheet`, where a sheet of another name will do too). As `read_table` otherwise.
    """
    name = name or name_of(source)
    found: dict[str, Table] = {}
    whole = Table(faults=FaultList(name, limits.faults))
    with _gathering(whole.faults), _file(source) as file, sheets.opened(file, name, limits) as book:
        for shape, sheet in book.matched(shapes, whole.faults, only_sheet=only_sheet):
            table = found[shape.file] = Table(faults=FaultList(name, limits.faults))
            place = Place(name, sheet=sheet, cell_letters=limits.cell_letters)
            with _gathering(table.faults):
                records = book.records(sheet, place, table.faults)
                table.rows.extend(rows_of(shape, records, place, limits, table.faults))
    if only_sheet and whole.faults:
        table = found.setdefault(shapes[0].file, Table())
        table.faults = [*whole.faults, *table.faults]
    elif whole.faults:
        found[""] = whole
    return found


@contextmanager
def _gathering(faults: list[Fault]) -> Iterator[None]:
    """What refuses the file as a whole becomes its faults; a full list ends the reading."""
    try:
        yield
    except Refused as refusal:
        for fault in refusal.found:
            list.append(faults, fault)
    except TooManyFaults:
        pass


@contextmanager
def _file(source: Any) -> Iterator[BinaryIO]:
    if isinstance(source, str | Path):
        with Path(source).open("rb") as opened:
            yield opened
    else:
        file = getattr(source, "file", source)
        file.seek(0)
        yield file


def _csv_records(lines: Iterator[str], place: Place, table: Table) -> Iterator[Record]:
    """Each record with the line on which it starts; quotation marks may hold line breaks."""
    reader = csv.reader(lines, strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        table.faults.append(place.fault(start, "", f"can't be read as CSV ({error}); check quotation marks"))
