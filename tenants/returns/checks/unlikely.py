"""What may be right but seldom is: it can be signed once a note of its section says why it is so."""

from collections.abc import Iterator

from tenants.returns.checks.bounds import shown
from tenants.returns.faults import Fault, Figures, cells_of, whole
from tenants.returns.shape import EQUALITY, GROUPS_AND_NONE

# A total that moves by more than this and by more than half is looked at twice.
GREAT_CHANGE = 20


def unlikely(figures: Figures, previous: Figures | None) -> Iterator[Fault]:
    """Warnings, in no order; none where a cell is missing."""
    yield from _began_again(figures)
    for group, name in GROUPS_AND_NONE:
        yield from _more(figures, f"groups.in_place.{group}", f"offers.eligible.{group}", name)
    for key, _, lines in EQUALITY:
        for line, name in lines:
            yield from _more(figures, f"{key}.uptake.{line}", f"{key}.eligible.{line}", name)
    yield from _overspent(figures)
    if previous is not None:
        yield from _great_change(figures, previous)


def _began_again(figures: Figures) -> Iterator[Fault]:
    """In total only: within a table people may have changed their row since."""
    in_place, ended, year = (whole(figures, "groups", column) for column in ("in_place", "ended", "year_to_date"))
    if in_place is None or ended is None or year is None or in_place > year or in_place + ended <= year:
        return
    cells = cells_of("groups", "year_to_date")
    yield Fault(
        cells[0],
        f"All groups together: {in_place:,} in place and {ended:,} ended in the quarter make {in_place + ended:,}, but "
        f"{year:,} were active in the year to date. That is so only where somebody ended and began again.",
        cells,
    )


def _more(figures: Figures, with_budget: str, eligible: str, name: str) -> Iterator[Fault]:
    has, could = figures.get(with_budget), figures.get(eligible)
    if has is not None and could is not None and has > could:
        yield Fault(
            with_budget,
            f"{name}: {has:,} have a budget in place, but only {could:,} are eligible. Count as eligible everybody "
            "who could have a budget, with those who have one.",
        )


def _overspent(figures: Figures) -> Iterator[Fault]:
    spent, committed = figures.get("money.spent"), figures.get("money.committed")
    if spent is not None and committed is not None and spent > committed:
        yield Fault(
            "money.spent",
            f"{shown('money.spent', spent)} is spent, which is more than the {shown('money.committed', committed)} "
            "committed.",
        )


def _great_change(figures: Figures, previous: Figures) -> Iterator[Fault]:
    now, before = whole(figures, "groups", "in_place"), whole(previous, "groups", "in_place")
    if now is None or before is None:
        return
    change = abs(now - before)
    if change > GREAT_CHANGE and change * 2 > before:
        yield Fault(
            "groups.in_place.children_complex_needs",
            f"{now:,} people have a budget in place, and {before:,} had one at the end of the quarter before.",
        )
