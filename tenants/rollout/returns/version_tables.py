"""Tables of signed figures, for the area's own team: one version, or all side by side."""

from typing import Any

from files.people import OWN_TEAM
from files.tables import Table, numeric
from tenants import quarters
from tenants.returns.models import SignedReturn
from tenants.returns.shape import CELLS, SECTION_BY_KEY, SECTIONS
from tenants.returns.shape import Table as ShapeTable
from tenants.returns.typed import shown
from ui import formats

CHANGED = "Changed"
NO_COLUMN = "Figure"


def by_table(signed: SignedReturn) -> list[dict[str, Any]]:
    """Each section with its tables as they stand in the return, for reading."""
    return [
        {"key": section.key, "title": section.title, "tables": [_table(table, signed) for table in section.tables]}
        for section in SECTIONS
    ]


def notes(signed: SignedReturn) -> list[tuple[str, str]]:
    """(section, note) of each section that has one."""
    return [
        (SECTION_BY_KEY[key].title, words) for key, words in signed.notes.items() if key in SECTION_BY_KEY and words
    ]


def whole(signed: SignedReturn) -> Table:
    """Every cell a row, for a file: key, section, table, row, column, figure. Money is in pounds."""
    rows = [[*_place(key), _value(key, signed.figures.get(key))] for key in CELLS]
    return Table(
        key="return",
        caption=f"{signed.area.name}: return for {signed.quarter}, version {signed.version}",
        head=("Cell", "Section", "Table", "What is counted", "Column", numeric("Figure")),
        rows=tuple(rows),
        **_about(signed),
    )


def side_by_side(signed: list[SignedReturn], *, only_changed: bool = False) -> Table:
    """A row a cell and a column a version, the oldest first; the last column marks what changed."""
    rows = []
    for key in CELLS:
        numbers = [version.figures.get(key) for version in signed]
        is_changed = len(set(numbers)) > 1
        if is_changed or not only_changed:
            _, section, table, row, column = _place(key)
            figures = [shown(key, number) for number in numbers]
            rows.append(
                [f"{column}: {row}" if column != NO_COLUMN else row, table, *figures, CHANGED if is_changed else ""]
            )
    return Table(
        key="versions",
        caption="What changed" if only_changed else "All figures",
        head=("What is counted", "Table", *(numeric(f"Version {row.version}") for row in signed), "Changed"),
        rows=tuple(rows),
        **_about(signed[-1]),
    )


def _table(table: ShapeTable, signed: SignedReturn) -> Table:
    columns = table.columns or (("", NO_COLUMN),)
    cells = list(table.cells())
    rows = [cells[start : start + len(columns)] for start in range(0, len(cells), len(columns))]
    return Table(
        key=f"return-{table.key}",
        caption=table.title,
        head=("What is counted", *(numeric(words) for _, words in columns)),
        rows=tuple(
            [row[0].line.name, *(shown(cell.key, signed.figures.get(cell.key)) for cell in row)] for row in rows
        ),
        **_about(signed),
    )


def _about(signed: SignedReturn) -> dict[str, Any]:
    quarter = quarters.parse(signed.quarter)
    note = f"Version {signed.version}, signed by {signed.signed_name} on {formats.date(signed.signed_on)}."
    return {
        "as_at": signed.signed_on,
        "source": f"{signed.area.name}’s signed return for {quarter}",
        "note": f"{note} Corrected: {signed.reason}" if signed.reason else note,
        "people": OWN_TEAM,
        "sample": signed.is_sample,
    }


def _place(key: str) -> list[str]:
    cell = CELLS[key]
    section = next(section for section in SECTIONS if cell.table in section.tables)
    return [key, section.title, cell.table.title, cell.line.name, cell.column[1] if cell.column else NO_COLUMN]


def _value(key: str, number: int | None) -> Any:
    """A number for a file: people, or pounds with two decimals."""
    if number is None or CELLS[key].table.unit != "pence":
        return number
    from decimal import Decimal

    return Decimal(number) / 100
