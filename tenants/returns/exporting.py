"""A quarter's returns as they may leave the network: released figures only, with what is hidden or left out said."""

import datetime
from typing import Any

from disclosure import PublishedCount
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.figures import BoardFigures, board_figures
from tenants.returns.shape import CELLS, PENCE
from tenants.returns.totals import DERIVED
from ui import formats

LEFT_OUT = "left out"
NETWORK = "network"
HEAD = ("area", "name", "quarter", "cell", "what", numeric("figure"))


class NothingReleased(ValueError):
    """No area has signed a return for the quarter by that day."""

    def __init__(self, quarter: Quarter) -> None:
        super().__init__(f"No return for {quarter} was signed by then, so nothing is released.")


def table(quarter: Quarter, day: datetime.date) -> Table:
    """One row an area and cell, then the network's; as released by that day. Raises NothingReleased.

    Counts are rounded, `*` is 1 to 7; `left out` stands where a figure would give a hidden one away. Money is exact.
    """
    figures = board_figures(day)
    signed = figures.areas_that_signed(quarter)
    if not signed:
        raise NothingReleased(quarter)
    areas = [area for area in Area.objects.in_use() if area.slug in signed]
    rows = [row for area in areas for row in _rows(figures, quarter, area.slug, area.name)]
    rows += _rows(figures, quarter, "", f"{formats.plural(len(areas), 'area')} together")
    has_counts = any(isinstance(row[-1], PublishedCount) for row in rows)
    return Table(
        key="returns",
        caption=f"Returns for {quarter}, as released",
        head=HEAD,
        rows=tuple(rows),
        as_at=figures.released_on(quarter),
        source=f"signed returns of {formats.plural(len(areas), 'area')}",
        note=_note(figures, quarter),
        people=None if has_counts else NO_PEOPLE,
        sample=figures.is_sample(quarter),
    )


def _rows(figures: BoardFigures, quarter: Quarter, slug: str, name: str) -> list[list[Any]]:
    where = [slug or NETWORK, name, quarter.key]
    cells = {key: f"{cell.table.title}. {cell.words}" for key, cell in CELLS.items()} | DERIVED
    return [[*where, key, words, _figure(figures, quarter, slug, key)] for key, words in cells.items()]


def _figure(figures: BoardFigures, quarter: Quarter, slug: str, key: str) -> Any:
    if key in CELLS and CELLS[key].table.unit == PENCE:
        pence = figures.area_money(slug, quarter, key) if slug else figures.money(quarter, key)
        return LEFT_OUT if pence is None else formats.pounds(pence)
    count = figures.area(slug, quarter, key) if slug else figures.network(quarter, key)
    return LEFT_OUT if count is None else count


def _note(figures: BoardFigures, quarter: Quarter) -> str:
    """What was left out, and why; one sentence each, without repeating."""
    found = dict.fromkeys(each.reason for each in figures.left_out(quarter))
    return " ".join(found)
