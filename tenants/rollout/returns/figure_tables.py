"""A section of the return as tables of labelled inputs: what was typed, what was there before, and the totals."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tenants.returns.checks import Examined
from tenants.returns.shape import PENCE, Cell, Section, Table
from tenants.returns.typed import shown
from tenants.rollout.returns.progress import is_empty

ONE_COLUMN = (("", "Figure"),)
UNKNOWN_TOTAL = "not yet"


@dataclass(frozen=True)
class FigureCell:
    """An input: `id` is what faults link to, `before` the signed figure of the quarter before."""

    id: str
    name: str
    value: str
    column: str
    row: str
    before: str
    is_faulty: bool
    prefix: str


@dataclass(frozen=True)
class FigureRow:
    """A row with its heading. `of_which`: counted in the other rows already."""

    name: str
    of_which: bool
    cells: tuple[FigureCell, ...]


@dataclass(frozen=True)
class FigureTable:
    """A table of inputs. `totals` is empty where rows don't add up to anything."""

    id: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    totals: tuple[str, ...]


def figure_tables(
    section: Section, typed: Mapping[str, str], examined: Examined, previous: Mapping[str, int] | None
) -> list[FigureTable]:
    """Each table of a section. In one where nothing is typed yet, no box is marked: it has only just been opened."""
    marked = frozenset() if is_empty(section, typed) else examined.faulty_cells
    return [_table(table, typed, examined, previous or {}, marked) for table in section.tables]


def _table(
    table: Table, typed: Mapping[str, str], examined: Examined, previous: Mapping[str, int], marked: frozenset[str]
) -> FigureTable:
    columns = table.columns or ONE_COLUMN
    cells = list(table.cells())
    rows = [cells[start : start + len(columns)] for start in range(0, len(cells), len(columns))]
    return FigureTable(
        id=f"table-{table.key}",
        caption=table.title,
        head=("What is counted", *(words for _, words in columns)),
        rows=tuple(
            FigureRow(
                name=row[0].line.name,
                of_which=row[0].line.of_which,
                cells=tuple(_cell(cell, typed, previous, marked) for cell in row),
            )
            for row in rows
        ),
        totals=tuple(_total(rows, at, examined) for at in range(len(columns)))
        if table.columns and len(rows) > 1
        else (),
    )


def _cell(cell: Cell, typed: Mapping[str, str], previous: Mapping[str, int], marked: frozenset[str]) -> FigureCell:
    return FigureCell(
        id=f"id_{cell.key}",
        name=cell.key,
        value=typed.get(cell.key, ""),
        column=cell.column[1] if cell.column else ONE_COLUMN[0][1],
        row=cell.line.name,
        before=shown(cell.key, previous.get(cell.key)),
        is_faulty=cell.key in marked,
        prefix="£" if cell.table.unit == PENCE else "",
    )


def _total(rows: list[list[Cell]], at: int, examined: Examined) -> str:
    """The sum of what was last saved; a sum of some of the rows would mislead, so it waits for all."""
    numbers: list[Any] = [examined.figures.get(row[at].key) for row in rows if not row[at].line.of_which]
    return UNKNOWN_TOTAL if None in numbers else f"{sum(numbers):,}"
