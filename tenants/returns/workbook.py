"""A return as a workbook: one sheet a section, a row a cell; what is handed out is what is read back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from files import reading
from files.faults import Fault as FileFault
from files.faults import Refused
from files.limits import SMALL_TABLE
from files.shapes import Column, Shape, Unreadable, one_of, short, words
from tenants.returns.shape import CELLS, SECTIONS, Section
from tenants.returns.typed import Unreadable as NoNumber
from tenants.returns.typed import number_in, shown

LIMITS = SMALL_TABLE
NOTE = "note"
CODE, FIGURE, BEFORE = "code", "figure", "before"
VERSION = 1


class WorkbookRefused(Refused):
    """The workbook has faults, one line each; what was typed before stays."""

    def sentence(self, count: int) -> str:
        """What happened, in one sentence."""
        return f"The workbook has {count} fault{'s' if count != 1 else ''}. Nothing of it was kept."


@dataclass(frozen=True)
class Filled:
    """What an accepted workbook holds: text by cell, as typed, and notes by section."""

    typed: dict[str, str]
    notes: dict[str, str]
    warnings: tuple[str, ...] = field(default=())


def shapes() -> list[Shape]:
    """One for each section, on a sheet of its name."""
    return [_shape(section) for section in SECTIONS]


def rows(
    typed: Mapping[str, str], notes: Mapping[str, str], previous: Mapping[str, int] | None
) -> dict[str, Iterable[list[str]]]:
    """The sheets filled: codes, labels, the figures of the quarter before, and what is typed already."""
    return {section.key: _rows(section, typed, notes, previous or {}) for section in SECTIONS}


def read(upload: Any, *, name: str) -> Filled:
    """Read a filled-in workbook whole. Raises WorkbookRefused with a line for each fault.

    An empty cell is no fault here: the return's own check names what is missing once it is in the draft.
    """
    found = reading.read_book(upload, shapes(), limits=LIMITS, name=name)
    faults = [fault for table in found.values() for fault in table.faults]
    typed: dict[str, str] = {}
    notes: dict[str, str] = {}
    if not any(fault.line == 0 and not fault.cell for fault in faults):
        faults += [fault for section in SECTIONS for fault in _missing(section, found.get(section.key), name)]
    for section in SECTIONS:
        table = found.get(section.key) or reading.Table()
        for row in table.rows:
            text = row[FIGURE] or ""
            if row[CODE] == NOTE:
                notes[section.key] = text
                continue
            typed[row[CODE]] = text
            faults += _no_number(row, text)
    if faults:
        raise WorkbookRefused(faults)
    warnings = tuple(words for table in found.values() for words in table.warnings)
    return Filled({key: text for key, text in typed.items() if text}, notes, warnings)


def _shape(section: Section) -> Shape:
    codes = [*(cell.key for table in section.tables for cell in table.cells()), NOTE]
    return Shape(
        file=section.key,
        sheet=section.key.capitalize(),
        version=VERSION,
        key=(CODE,),
        about=section.title,
        columns=(
            Column(CODE, _code(codes), heading="Code", help="Leave it as it is.", example=codes[0]),
            Column("table", words(200), required=False, heading="Table", help="For reading."),
            Column("what", words(200), required=False, heading="What is counted", help="For reading."),
            Column(BEFORE, words(60), required=False, heading="Quarter before", help="For reading."),
            Column(
                FIGURE,
                words(2_000),
                required=False,
                heading="Figure",
                help="A whole number, 0 if there is none; money as pounds and pence. In the last row a note in words.",
                example="12",
            ),
        ),
    )


def _code(codes: list[str]) -> Any:
    known = one_of(codes)

    def read_code(cell: str) -> str:
        try:
            return known(cell)
        except Unreadable:
            raise Unreadable(f"{short(cell)} is no code of this sheet; download the template again") from None

    return read_code


def _rows(
    section: Section, typed: Mapping[str, str], notes: Mapping[str, str], previous: Mapping[str, int]
) -> Iterable[list[str]]:
    for table in section.tables:
        for cell in table.cells():
            what = cell.words if cell.column else cell.line.name
            yield [cell.key, table.title, what, shown(cell.key, previous.get(cell.key)), typed.get(cell.key, "")]
    yield [NOTE, "Note", "Note on this section, in words", "", notes.get(section.key, "")]


def _missing(section: Section, table: reading.Table | None, name: str) -> list[FileFault]:
    """A fault for a sheet that is not there, or for each row that was deleted from it."""
    sheet = section.key.capitalize()
    if table is None:
        return [FileFault(name, 0, "", "this sheet is missing; download the template again", cell=sheet)]
    if table.faults:
        return []  # its rows could not all be read, which is said already
    there = {row[CODE] for row in table.rows}
    codes = [cell.key for each in section.tables for cell in each.cells()]
    return [
        FileFault(name, 1, "Code", f"the row of {code} is missing; put it back", cell=f"{sheet}!A1")
        for code in codes
        if code not in there
    ]


def _no_number(row: Any, text: str) -> list[FileFault]:
    try:
        number_in(text, CELLS[row[CODE]])
    except NoNumber as error:
        return [row.fault(FIGURE, str(error))]
    return []
