"""People with a budget in each area, newest figures: of the last quarter that all areas signed, or the baseline."""

import datetime
from dataclasses import dataclass, field

from disclosure import PublishedCount, already_public
from tenants import quarters
from tenants.models import Area
from tenants.programme.board import Board
from tenants.returns.figures import BUDGETS

RETURNS = "The areas’ signed quarterly returns"


@dataclass(frozen=True)
class ByArea:
    """Counts by area's slug. `quarter` None: the baseline, as published elsewhere."""

    quarter: quarters.Quarter | None
    counts: dict[str, PublishedCount] = field(repr=False)
    as_at: datetime.date | None
    source: str
    sample: bool

    def count(self, area: Area) -> PublishedCount | None:
        """The area's people with a budget in place; None where nothing is known or it was left out."""
        return self.counts.get(area.slug)


def complete_quarter(board: Board) -> quarters.Quarter | None:
    """The newest quarter for which every area's return was signed by the day, and released."""
    wanted = {area.slug for area in board.areas}
    complete = (quarter for quarter in board.figures.quarters if wanted <= board.figures.areas_that_signed(quarter))
    return next(complete, None) if wanted else None


def by_area(board: Board) -> ByArea:
    """From returns where a quarter is complete, else the baseline of the application."""
    quarter = complete_quarter(board)
    if quarter is None:
        return _baseline(board)
    found = {area.slug: board.figures.area_total(area.slug, quarter, BUDGETS) for area in board.areas}
    sample = board.figures.is_sample(quarter)
    return ByArea(
        quarter,
        {slug: count for slug, count in found.items() if count is not None},
        quarter.last_day,
        f"{RETURNS}; some of it is sample data, made up" if sample else RETURNS,
        sample,
    )


def _baseline(board: Board) -> ByArea:
    rows = board.snapshot.baselines
    found = {
        area.slug: already_public(rows[area.pk].in_place, source=rows[area.pk].source, as_at=rows[area.pk].as_at)
        for area in board.areas
        if area.pk in rows
    }
    first = next(iter(rows.values()), None)
    return ByArea(
        None, found, max((row.as_at for row in rows.values()), default=None), first.source if first else "", False
    )
