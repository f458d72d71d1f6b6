"""How far the hidden figures of a table can be worked out from what is shown.

This is the attacker's own sum, done first: whole numbers of people, each within what its shown figure allows,
each total within what its own shown figure allows. It never sees the true counts, so whether a table passes
says nothing more about them.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]

from disclosure import nearby
from disclosure.puzzles import Bounded, Group, Puzzle, UncheckedError
from disclosure.targets import Targets
from disclosure.work import Work

# Tables that were found to fit some puzzle of the same cells.
Tables = list[list[int]]

__all__ = ["Group", "Puzzle", "UncheckedError", "possible_values", "unproven"]

# With fewer sums to look at, looking for them one by one is quicker.
MANY_SUMS = 40

# A larger search than this is not an answer: the table counts as unchecked and is refused.
SECONDS_FOR_ONE_SEARCH = 10.0
SECONDS_IN_ALL = 45.0

# Floats this near to whole numbers are taken for them; whether they fit is checked in whole numbers afterwards.
NEARLY_WHOLE = 1e-6

# scipy.optimize.milp's own numbers.
SOLVED, OUT_OF_TIME, NO_SOLUTION = 0, 1, 2


def possible_values(
    puzzle: Puzzle, groups: Sequence[Group], enough: int = 3, work: Work | None = None, known: Tables | None = None
) -> dict[Group, set[int]]:
    """For each group of cells, values that its sum can take: `enough` of them, or all when there are fewer.

    `work`: how much may be spent, 45 seconds if nothing else is said. `known`: tables of which some may fit, to which
    those that are found are added. Raises UncheckedError when the solver gives up or the work is done, or when nothing
    at all fits what is shown.
    """
    if not groups:
        return {}
    search = _Search(puzzle, work or Work.seconds(SECONDS_IN_ALL))
    found, first = _begun(search, groups, enough, [] if known is None else known)
    if len(found.values) >= MANY_SUMS:
        _look_for_many(search, found)
    _look_nearby(search, found, first)
    for group in found.values:
        if found.is_open(group):
            _ask_the_solver(search, found, group)
    return found.values


def unproven(
    puzzle: Puzzle, groups: Sequence[Group], enough: int = 3, work: Work | None = None, known: Tables | None = None
) -> list[Group]:
    """The groups for which `enough` possible values were not found quickly: proof for all others, not against these.

    A tenth of the time of `possible_values` for hundreds of groups. Raises UncheckedError when nothing fits.
    """
    if not groups:
        return []
    search = _Search(puzzle, work or Work.seconds(SECONDS_IN_ALL))
    found, first = _begun(search, groups, enough, [] if known is None else known)
    _look_for_many(search, found)
    _look_nearby(search, found, first)
    _look_for_many(search, found)
    return list(found.still_open())


def _begun(search: "_Search", groups: Sequence[Group], enough: int, known: Tables) -> tuple["_Found", list[int]]:
    """A first table that fits, and what it and the others that are known and fit show."""
    found = _Found(groups, enough, known)
    fitting = [table for table in known if search.known.fits(table)]
    first = fitting[0] if fitting else search.table(np.zeros(len(search.puzzle.cells)))
    if first is None:
        raise UncheckedError("No table fits what is shown.")
    if not fitting:
        found.note(first)
    for table in fitting:
        found.see(table)
    return found, first


def _look_for_many(search: "_Search", found: "_Found") -> None:
    for table in Targets(search.known, search.work).tables(found.still_open):
        found.note(table)


def _look_nearby(search: "_Search", found: "_Found", first: list[int]) -> None:
    """Tables beside one that fits are mostly proof enough, a hundred times faster than the solver."""
    steps = nearby.Steps(search.puzzle)
    for group in found.values:
        if found.is_open(group):
            for table in steps.around(first, group, found.enough):
                found.note(table)


def _ask_the_solver(search: "_Search", found: "_Found", group: Group) -> None:
    """Upwards, one possible value after the other, so gaps between them are no trouble."""
    at_least = None
    while found.is_open(group):
        table = search.table(search.row(group), group, at_least)
        if table is None:
            return
        found.note(table)
        at_least = sum(table[i] for i in group) + 1


class _Found:
    """One table that fits is a witness for every group at once."""

    def __init__(self, groups: Sequence[Group], enough: int, known: Tables) -> None:
        self.values: dict[Group, set[int]] = {group: set() for group in groups}
        self.enough = enough
        self._open = list(self.values)
        self._known = known

    def note(self, table: list[int]) -> None:
        """A table that was found."""
        self._known.append(table)
        self.see(table)

    def see(self, table: list[int]) -> None:
        for group in self._open:
            self.values[group].add(sum(table[i] for i in group))
        self._open = [group for group in self._open if self.is_open(group)]

    def still_open(self) -> dict[Group, set[int]]:
        """Groups with too few values so far, and these."""
        return {group: self.values[group] for group in self._open}

    def is_open(self, group: Group) -> bool:
        return len(self.values[group]) < self.enough


class _Search:
    def __init__(self, puzzle: Puzzle, work: Work) -> None:
        self.puzzle = puzzle
        self.work = work
        self.known = Bounded(puzzle)
        self.bounds = Bounds(self.known.low, self.known.high)
        self.lines = []
        if len(self.known.least):
            self.lines = [LinearConstraint(self.known.rows, self.known.least, self.known.most)]

    def row(self, group: Group) -> np.ndarray:
        row = np.zeros(len(self.puzzle.cells))
        np.add.at(row, list(group), 1)
        return row

    def table(self, least: np.ndarray, group: Group = (), at_least: int | None = None) -> list[int] | None:
        """The table that fits and makes `least` smallest, its `group` adding up to `at_least` or more."""
        # Without asking for whole numbers it's much faster, and often whole all the same: then it is the answer.
        answer = self._solve(least, group, at_least, whole=False)
        if answer.status == SOLVED and not _is_whole(answer.x):
            answer = self._solve(least, group, at_least, whole=True)
        if answer.status == NO_SOLUTION:
            return None
        if answer.status == OUT_OF_TIME:
            raise UncheckedError("It could not be checked in time.")
        if answer.status != SOLVED:
            raise UncheckedError(answer.message)
        table = [round(float(x)) for x in answer.x]
        # Floats found it; whole numbers say whether it's so.
        if not self.known.fits(table):
            raise UncheckedError("The solver's table doesn't fit in whole numbers.")
        return table

    def _solve(self, least: np.ndarray, group: Group, at_least: int | None, *, whole: bool) -> Any:
        if self.work.is_over:
            raise UncheckedError("It could not be checked in time.")
        more = [] if at_least is None else [LinearConstraint(self.row(group)[None, :], at_least, np.inf)]
        return milp(
            least,
            integrality=np.full(len(self.puzzle.cells), int(whole)),
            bounds=self.bounds,
            constraints=[*self.lines, *more],
            options={"mip_rel_gap": 0, **self.work.limits(SECONDS_FOR_ONE_SEARCH)},
        )


def _is_whole(table: np.ndarray) -> bool:
    return bool(np.abs(table - np.rint(table)).max(initial=0) < NEARLY_WHOLE)
