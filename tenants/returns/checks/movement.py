"""People in place follow from those before: who is new, who ended, who moved to another group."""

from collections.abc import Iterator

from tenants.quarters import Quarter
from tenants.returns.faults import Fault, Figures, added, cells_of, whole
from tenants.returns.shape import GROUPS_AND_NONE

MOVING = ("in_place", "new", "ended", "moved_in", "moved_out")
FIRST_OF_THE_YEAR = 2  # the calendar quarter in which a financial year begins: April to June


def movement(figures: Figures, previous: Figures | None, baseline_total: int | None) -> Iterator[Fault]:
    """In place = previous + new − ended + moved in − moved out, by group; people who move leave one and enter one.

    In total it follows from both. A first return has no previous figures by group: it is checked against the
    baseline of November 2014 in total only, and counts as new and ended what has happened since then.
    """
    yield from _moves(figures)
    if previous is not None:
        for group, name in GROUPS_AND_NONE:
            yield from _of_group(figures, previous, group, name)
    elif baseline_total is not None:
        yield from _since_baseline(figures, baseline_total)


def _moves(figures: Figures) -> Iterator[Fault]:
    entered, left = whole(figures, "groups", "moved_in"), whole(figures, "groups", "moved_out")
    if entered is None or left is None or entered == left:
        return
    cells = (*cells_of("groups", "moved_in"), *cells_of("groups", "moved_out"))
    yield Fault(
        cells[0],
        f"{entered:,} moved in from another group, and {left:,} moved out to another group. "
        "Everybody who leaves one group enters another, so both have to be the same.",
        cells,
    )


def _of_group(figures: Figures, previous: Figures, group: str, name: str) -> Iterator[Fault]:
    before = previous.get(f"groups.in_place.{group}")
    cells = tuple(f"groups.{column}.{group}" for column in MOVING)
    numbers = [figures.get(cell) for cell in cells]
    if before is None or any(number is None for number in numbers):
        return
    in_place, new, ended, entered, left = (number or 0 for number in numbers)
    expected = before + new - ended + entered - left
    if expected != in_place:
        yield Fault(
            cells[0],
            f"{name}: {before:,} before, {new:,} new, {ended:,} ended, {entered:,} moved in and {left:,} moved out "
            f"make {expected:,}, and {in_place:,} {_are(in_place)} in place. Mend the number that is wrong.",
            cells,
        )


def _since_baseline(figures: Figures, baseline: int) -> Iterator[Fault]:
    columns = ("in_place", "new", "ended")
    totals = [whole(figures, "groups", column) for column in columns]
    if any(total is None for total in totals):
        return
    in_place, new, ended = (total or 0 for total in totals)
    if baseline + new - ended != in_place:
        cells = tuple(cell for column in columns for cell in cells_of("groups", column))
        yield Fault(
            cells[0],
            f"All groups together: {baseline:,} in November 2014, {new:,} new and {ended:,} ended make "
            f"{baseline + new - ended:,}, and {in_place:,} {_are(in_place)} in place. In a first return, count as new "
            "and ended everybody since November 2014.",
            cells,
        )


def year_so_far(figures: Figures, previous: Figures | None, quarter: Quarter) -> Iterator[Fault]:
    """Active in the year to date: those already counted, and at the most everybody new besides. In total only."""
    total, new = whole(figures, "groups", "year_to_date"), whole(figures, "groups", "new")
    if previous is None or total is None or new is None:
        return
    begins = quarter.number == FIRST_OF_THE_YEAR
    base = added(previous, cells_of("groups", "in_place" if begins else "year_to_date"))
    if base is None or base <= total <= base + new:
        return
    cells = cells_of("groups", "year_to_date")
    counted = "were in place when the year began" if begins else "were active by the end of the quarter before"
    yield Fault(
        cells[0],
        f"All groups together: {total:,} {_are(total)} active in the year to date. {base:,} {counted} and {new:,} "
        f"{_are(new)} new, so it is between {base:,} and {base + new:,}. Mend the group that is wrong.",
        cells,
    )


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
