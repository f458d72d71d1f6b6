"""What was shown, as tables for the history of releases."""

from collections.abc import Mapping
from typing import Any

from disclosure import HIDDEN_MARK
from tenants.returns.release.units import PEOPLE_CELLS
from tenants.returns.shape import SECTIONS, Table
from tenants.returns.totals import DERIVED

LEFT_OUT = "left out"
TOTALS = "Totals"

Shown = Mapping[str, int | None]


def tables_of(shown: Shown) -> list[dict[str, Any]]:
    """Each table of the return of which something is shown, and the totals."""
    rows = [[name, _cell(shown, key)] for key, name in DERIVED.items()]
    found = [{"caption": TOTALS, "head": ["", "People"], "rows": rows}]
    wanted = set(PEOPLE_CELLS).intersection(shown)
    for section in SECTIONS:
        for table in section.tables:
            if any(cell.key in wanted for cell in table.cells()):
                found.append(_table(table, shown))
    return found


def _table(table: Table, shown: Shown) -> dict[str, Any]:
    names = [name for _, name in table.columns] or ["People"]
    columns = [f"{key}." for key, _ in table.columns] or [""]
    rows = [
        [line.name, *(_cell(shown, f"{table.key}.{column}{line.key}") for column in columns)] for line in table.lines
    ]
    return {"caption": table.title, "head": ["", *names], "rows": rows}


def _cell(shown: Shown, key: str) -> int | str:
    if key not in shown:
        return LEFT_OUT
    number = shown[key]
    return HIDDEN_MARK if number is None else number
