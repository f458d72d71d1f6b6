"""How a refused release can be mended with the least loss."""

import time
from collections.abc import Iterator, Sequence
from itertools import combinations

from disclosure.breakdowns import Breakdown, Place, PublishedBreakdown
from disclosure.puzzles import UncheckedError
from disclosure.together import Release, exposed

# A hint is worth no longer wait than this.
SECONDS_FOR_A_HINT = 5.0
ANY_WAY = "Leave out a table, or merge categories so that fewer figures are small."


def ways_out(new: Release, earlier: Sequence[Release]) -> str:
    """A sentence that names the fewest tables without which the release is safe; a general one when there are none.

    Figures that are left out tell less, so whatever it names has been checked.
    """
    until = time.monotonic() + SECONDS_FOR_A_HINT
    for left_out, smaller in _smaller(new.table):
        if time.monotonic() > until:
            break
        try:
            if not exposed(Release(new.name, smaller, new.people), earlier):
                names = " and ".join(f"“{_title(table)}”" for table in left_out)
                return f"Leave out {names}, or merge categories so that fewer figures are small."
        except UncheckedError:
            continue
    return ANY_WAY


def _smaller(table: PublishedBreakdown) -> Iterator[tuple[tuple[tuple[str, ...], ...], PublishedBreakdown]]:
    """What can be left out, the fewest and the coarsest tables first, and what remains."""
    tables = sorted(table.breakdown.tables, key=len)
    for size in range(1, len(tables)):
        for left_out in combinations(tables, size):
            kept = tuple(each for each in table.breakdown.tables if each not in left_out)
            breakdown = Breakdown(table.breakdown.dimensions, kept)
            figures = tuple((place, count) for place, count in table.figures if _dimensions(place) in kept)
            yield left_out, PublishedBreakdown._seal(breakdown, figures, table.rule)


def _dimensions(place: Place) -> tuple[str, ...]:
    return tuple(name for name, _ in place)


def _title(table: Sequence[str]) -> str:
    return "by " + " and ".join(table) if table else "everybody"
