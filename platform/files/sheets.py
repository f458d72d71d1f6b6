"""The sheets of a workbook, as records of text."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from files import cells, workbooks
from files.faults import Fault, refused
from files.limits import Limits
from files.records import Place, Record
from files.shapes import Shape, Unreadable
from files.workbooks import Measured, letters

NOTES = "Notes"  # of a template: read by people only
VERSION = "_template"  # of a template, hidden: which shape it was made of, and which version of it


class Book:
    """An opened workbook that has passed the guard."""

    def __init__(self, workbook: Any, measured: Measured, name: str) -> None:
        self._workbook, self._measured, self._name = workbook, measured, name
        self._visible = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
        ]
        self._all = [sheet.name for sheet in workbook.sheets_metadata]

    def matched(self, shapes: list[Shape], faults: list[Fault], *, only_sheet: bool) -> list[tuple[Shape, str]]:
        """Each shape with its sheet; faults for sheets that nobody knows and for templates from before."""
        tables = [name for name in self._visible if name != NOTES]
        by_name = {shape.sheet_name.casefold(): shape for shape in shapes}
        found = [(by_name[name.casefold()], name) for name in tables if name.casefold() in by_name]
        if only_sheet and not found and len(tables) == 1:
            found = [(shapes[0], tables[0])]
        if only_sheet and not found:
            why = f"has no sheet called {shapes[0].sheet_name}; put the table on one, or leave one sheet only"
            faults.append(Fault(self._name, 0, "", why))
        if not only_sheet:
            known = ", ".join(shape.sheet_name for shape in shapes)
            for name in tables:
                if name.casefold() not in by_name:
                    why = f"is not a sheet that is read; the known are {known}"
                    faults.append(Fault(self._name, 0, "", why, cell=_short(name)))
        old = self._old_templates([shape for shape, _ in found])
        faults.extend(Fault(self._name, 0, "", why) for why in old)
        return [] if old else found

    def records(self, sheet: str, place: Place, faults: list[Fault]) -> Iterator[Record]:
        """The rows from the first on, as wide as the header; rows with a cell of no sure text are faults."""
        errors = self._measured.errors_of(sheet)
        width = 0
        for line, values in self._rows(sheet):
            if line == 1:
                values = _without_empty_end(values)
                width = len(values)
            try:
                _check_beside(values, width)
                record = [_text(value, at, line, errors) for at, value in enumerate(values[:width], 1)]
            except _BadCell as bad:
                cell = f"{place.sheet}!{letters(bad.column)}{line}"
                faults.append(Fault(self._name, line, "", str(bad), cell))
                if line == 1:
                    return
            else:
                yield line, record

    def _rows(self, sheet: str) -> Iterator[tuple[int, list[Any]]]:
        """Each row's number and its cells from column A on."""
        found = self._workbook.get_sheet_by_name(sheet)
        if found.start is None:
            return
        # The reader begins in row 1, but at the first column that has anything in it.
        before = [""] * found.start[1]
        for line, values in enumerate(found.iter_rows(), 1):
            yield line, [*before, *values]

    def _old_templates(self, shapes: list[Shape]) -> list[str]:
        if VERSION not in self._all:
            return []
        stated = {
            str(row[0]): cells.text(row[1])
            for row in self._workbook.get_sheet_by_name(VERSION).to_python()
            if len(row) > 1 and not isinstance(row[1], bool)
        }
        return [
            f"was made from a template of another version ({shape.sheet_name}: {stated[shape.file]}, now "
            f"{shape.version}); download the template again and copy your rows into it"
            for shape in shapes
            if shape.file in stated and stated[shape.file] != str(shape.version)
        ]


class _BadCell(Exception):
    """A cell without a sure text; `column` counts from 1."""

    def __init__(self, column: int, why: str) -> None:
        super().__init__(why)
        self.column = column


def _text(value: Any, column: int, line: int, errors: frozenset[str]) -> str:
    if value == "" and f"{letters(column)}{line}" in errors:
        raise _BadCell(column, "has an error in place of a value (such as #N/A); mend the formula or write the value")
    try:
        return cells.text(value)
    except Unreadable as error:
        raise _BadCell(column, str(error)) from error


def _without_empty_end(values: list[Any]) -> list[Any]:
    while values and str(values[-1]).strip() == "":
        values = values[:-1]
    return values


def _check_beside(values: list[Any], width: int) -> None:
    """Nothing may stand to the right of the last heading."""
    for column, value in enumerate(values[width:], width + 1):
        if value != "":
            raise _BadCell(column, "stands under no heading; give its column one, or delete the cell")


@contextmanager
def opened(source: BinaryIO, name: str, limits: Limits) -> Iterator[Book]:
    """The workbook, once the guard has passed it; raises Refused."""
    with workbooks.opened(source, name, limits) as (path, measured):
        yield Book(_open(path, name), measured, name)


def _open(path: Path, name: str) -> Any:
    try:
        return CalamineWorkbook.from_path(str(path))
    except Exception as error:
        raise refused(name, "can't be read as a workbook; open it in Excel and save it again") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the reader, written in Rust, says that it gave up
            raise
        raise refused(name, "can't be read as a workbook; open it in Excel and save it again") from error


def _short(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name)[:31]
