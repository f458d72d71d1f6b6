"""People with a budget in each area, newest figures: of the last quarter that all areas signed, or the baseline."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from disclosure import PublishedCount, already_public
from tenants import quarters
from tenants.models import Area
from tenants.programme.board import Board
from tenants.programme.sections import told
from tenants.returns.figures import BUDGETS
from ui import formats

RETURNS = "The areas’ signed quarterly returns"
NAMED_AT_MOST = 8


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
        told.with_sample(RETURNS, sample),
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


def left_out_words(
    board: Board, shown: Iterable[quarters.Quarter], about: Collection[str], *, areas: bool = True
) -> str:
    """What is not shown of these cells and quarters, and why, in a sentence for each reason; empty where all is.

    Of the network alone without `areas`.
    """
    names = {area.slug: area.short_name for area in board.areas}
    by_reason: dict[str, list[str]] = defaultdict(list)
    for quarter in shown:
        for each in board.figures.left_out(quarter):
            if (each.where and not areas) or (each.cells and not set(each.cells).intersection(about)):
                continue
            where = names.get(each.where, each.where) or "the whole network"
            by_reason[each.reason].append(f"{each.what} of {where}, {formats.month(quarter.last_day)}")
    return " ".join(f"Left out: {_some(named)}. {reason}" for reason, named in by_reason.items())


def _some(named: list[str]) -> str:
    more = len(named) - NAMED_AT_MOST
    return "; ".join(named[:NAMED_AT_MOST]) + (f"; and {more} more" if more > 0 else "")
