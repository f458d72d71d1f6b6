"""How far the hidden figures of a table can be worked out from what is shown.

This is the attacker's own sum, done first: whole numbers of people, each within what its shown figure allows,
each total within what its own shown figure allows. It never sees the true counts, so whether a table passes
says nothing more about them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
from scipy.sparse import csr_array  # type: ignore[import-untyped]

# A larger search than this is not an answer: the table counts as unchecked and is refused.
SECONDS_FOR_ONE_SEARCH = 10.0

# scipy.optimize.milp's own numbers.
SOLVED, NO_SOLUTION = 0, 2

# Positions of the cells that are added up. One cell alone is a sum of one.
Group = tuple[int, ...]


class UncheckedError(RuntimeError):
    """The solver could not say what is possible."""


@dataclass(frozen=True, slots=True)
class Puzzle:
    """What a reader knows: the possible counts of each cell (in one flat list), and of each shown total."""

    cells: tuple[range, ...]
    totals: tuple[tuple[Group, range], ...] = ()


def possible_values(puzzle: Puzzle, groups: Sequence[Group], enough: int = 3) -> dict[Group, set[int]]:
    """For each group of cells, values that its sum can take: `enough` of them, or all when there are fewer.

    Raises UncheckedError when the solver gives up, or when nothing at all fits what is shown.
    """
    search = _Search(puzzle)
    found: dict[Group, set[int]] = {group: set() for group in groups}
    # Two opposite corners first: often enough for most cells at one go.
    everything = [sum(group.count(i) for group in groups) for i in range(len(puzzle.cells))]
    for sign in (1, -1):
        _note(found, search.table(np.array(everything, dtype=float) * sign))
    for group in groups:
        # Upwards, one possible value after the other, so gaps between them are no trouble.
        at_least = None
        while len(found[group]) < enough:
            table = search.table(search.row(group), group, at_least)
            if table is None:
                break
            _note(found, table)
            at_least = sum(table[i] for i in group) + 1
    if any(not values for values in found.values()):
        raise UncheckedError("No table fits what is shown.")
    return found


def _note(found: dict[Group, set[int]], table: list[int] | None) -> None:
    """One table that fits is a witness for every group at once."""
    if table is not None:
        for group, values in found.items():
            values.add(sum(table[i] for i in group))


class _Search:
    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        self.bounds = Bounds([r[0] for r in puzzle.cells], [r[-1] for r in puzzle.cells])
        self.low = [float(r[0]) for _, r in puzzle.totals]
        self.high = [float(r[-1]) for _, r in puzzle.totals]
        self.groups = [group for group, _ in puzzle.totals]

    def row(self, group: Group) -> np.ndarray:
        row = np.zeros(len(self.puzzle.cells))
        row[list(group)] = 1
        return row

    def table(self, least: np.ndarray, group: Group = (), at_least: int | None = None) -> list[int] | None:
        """The table that fits and makes `least` smallest, its `group` adding up to `at_least` or more."""
        groups, low, high = self.groups, self.low, self.high
        if at_least is not None:
            groups, low, high = [*groups, group], [*low, at_least], [*high, np.inf]
        answer = milp(
            least,
            integrality=np.ones(len(self.puzzle.cells)),
            bounds=self.bounds,
            constraints=[LinearConstraint(self._matrix(groups), low, high)] if groups else [],
            options={"mip_rel_gap": 0, "time_limit": SECONDS_FOR_ONE_SEARCH},
        )
        if answer.status == NO_SOLUTION:
            return None
        if answer.status != SOLVED:
            raise UncheckedError(answer.message)
        table = [round(float(x)) for x in answer.x]
        if not self._fits(table):
            raise UncheckedError("The solver's table doesn't fit in whole numbers.")
        return table

    def _matrix(self, groups: Iterable[Group]) -> csr_array:
        places = [(line, cell) for line, group in enumerate(groups) for cell in group]
        lines, cells = zip(*places, strict=True)
        shape = (lines[-1] + 1, len(self.puzzle.cells))
        return csr_array((np.ones(len(places)), (lines, cells)), shape=shape)

    def _fits(self, table: list[int]) -> bool:
        # Floats found it; whole numbers say whether it's so.
        cells = zip(table, self.puzzle.cells, strict=True)
        totals = ((sum(table[i] for i in group), allowed) for group, allowed in self.puzzle.totals)
        return all(n in allowed for n, allowed in cells) and all(n in allowed for n, allowed in totals)
