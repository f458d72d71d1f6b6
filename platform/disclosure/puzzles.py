"""What a reader of a table knows of it, as sums of unknown whole numbers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]

# Positions of the cells that are added up. One cell alone is a sum of one.
Group = tuple[int, ...]


class UncheckedError(RuntimeError):
    """It could not be said what is possible."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is known: `low` ≤ sum of `plus` − sum of `minus` ≤ `high`."""

    plus: Group
    minus: Group = ()
    low: float = -math.inf
    high: float = math.inf


@dataclass(frozen=True, slots=True)
class Puzzle:
    """What a reader knows: the possible counts of each cell (in one flat list), and of each shown total.

    `ties` are what else is known, as that a union of overlapping cells is at least as large as each of them.
    """

    cells: tuple[range, ...]
    totals: tuple[tuple[Group, range], ...] = ()
    ties: tuple[Line, ...] = ()

    def lines(self) -> list[Line]:
        """All that ties cells together."""
        return [Line(group, (), allowed[0], allowed[-1]) for group, allowed in self.totals] + list(self.ties)

    def matrix(self, lines: Sequence[Line]) -> csr_array:
        """One row for each line, one column for each cell."""
        places = [(i, cell, 1.0) for i, line in enumerate(lines) for cell in line.plus]
        places += [(i, cell, -1.0) for i, line in enumerate(lines) for cell in line.minus]
        rows, columns, signs = zip(*places, strict=True)
        # A cell that stands twice in a group counts twice.
        return csr_array((np.array(signs), (rows, columns)), shape=(len(lines), len(self.cells)))

    def fits(self, table: Sequence[int]) -> bool:
        """Whether these counts could be the true ones."""
        if any(n not in allowed for n, allowed in zip(table, self.cells, strict=True)):
            return False
        return all(
            line.low <= sum(table[i] for i in line.plus) - sum(table[i] for i in line.minus) <= line.high
            for line in self.lines()
        )
