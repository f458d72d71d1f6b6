"""What is missing, as tables for pages and files. Every figure was published by `market.needs.counts`."""

from collections.abc import Iterable, Sequence
from typing import Any

from disclosure import PublishedCount
from files.people import hidden_by
from files.tables import Table, numeric
from market.needs import counts, queries
from tenants.models import Area

NEED = "Kind of support"
COUNTED = "Each person counts once in each figure. Of the year up to this day, and still missing then."
TAGS = (
    ("need_open", "Still missing", "yellow"),
    ("need_found", "Found since", "green"),
    ("need_withdrawn", "Taken back", "grey"),
)


def tables(area: Area, needed: counts.Needed, *, sample: bool = False) -> list[Table]:
    """An area's needs: people and searches by kind of support, then each breakdown that may be shown."""
    rows = [
        [name, needed.people[key], needed.searches[key]]
        for key, name in counts.NEEDS.items()
        if needed.people[key] or needed.searches[key]
    ]
    first = Table(
        key="needs",
        caption=f"What people could not find in {area.name}",
        head=(NEED, numeric("People who said so"), numeric("Searches that found nothing")),
        rows=tuple(_most_first(rows)),
        as_at=needed.until,
        source=f"{counts.SOURCE}; searches of the marketplace that found nothing",
        note=COUNTED,
        people=hidden_by(),
        sample=sample,
    )
    return [first, *(_breakdown(area, needed, each, sample) for each in needed.breakdowns if each.table)]


def of_area(area: Area) -> list[Table]:
    """The tables of an area as they are now: for its commissioners' page, and for what they take out."""
    return tables(area, counts.of_area(area), sample=queries.has_sample([area]))


def matrix(
    areas: Sequence[Area], found: dict[tuple[str, str], PublishedCount], until: Any, *, sample: bool = False
) -> Table:
    """Kind of support by area, for providers."""
    rows = [
        [name, *(found[key, area.slug] for area in areas)]
        for key, name in counts.NEEDS.items()
        if any(found[key, area.slug] for area in areas)
    ]
    return Table(
        key="needed",
        caption="What people could not find, and where",
        head=(NEED, *(numeric(area.short_name) for area in areas)),
        rows=tuple(rows),
        as_at=until,
        source=counts.SOURCE,
        note=COUNTED,
        people=hidden_by(),
        sample=sample,
    )


def _breakdown(area: Area, needed: counts.Needed, each: counts.Breakdown, sample: bool) -> Table:
    assert each.table is not None
    lines = [[name, *row] for name, row in each.table.lines()]
    note = COUNTED
    if each.left_out:
        note += f" Left out, so that no small number can be worked out: {', '.join(each.left_out)}."
    if each.table.several:
        note += " Somebody can count in several columns, so they may add up to more than the total."
    return Table(
        key=each.key,
        caption=f"{each.title}: people in {area.name}",
        head=(NEED, *(numeric(name) for name in each.table.header)),
        rows=tuple(lines),
        as_at=needed.until,
        source=counts.SOURCE,
        note=note,
        people=hidden_by(),
        sample=sample,
    )


def _most_first(rows: Iterable[list[Any]]) -> list[list[Any]]:
    """By what is shown, never by true counts."""
    return sorted(rows, key=lambda row: (-row[1].sort_key, -row[2].sort_key, row[0]))
