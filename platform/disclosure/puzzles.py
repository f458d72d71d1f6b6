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
        if not places:
            return csr_array((len(lines), len(self.cells)))
        rows, columns, signs = zip(*places, strict=True)
        # A cell that stands twice in a group counts twice.
        return csr_array((np.array(signs), (rows, columns)), shape=(len(lines), len(self.cells)))


class Bounded:
    """A puzzle as a solver takes it: the bounds of each cell, a row for each line, and the bounds of each row."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        self.low = np.array([allowed[0] for allowed in puzzle.cells], dtype=float)
        self.high = np.array([allowed[-1] for allowed in puzzle.cells], dtype=float)
        lines = puzzle.lines()
        self.rows = puzzle.matrix(lines)
        self.least = np.array([line.low for line in lines], dtype=float)
        self.most = np.array([line.high for line in lines], dtype=float)

    def fits(self, table: Sequence[int]) -> bool:
        """Whether these counts could be the true ones. Sums of whole numbers are exact in floats of this size."""
        found = np.array(table, dtype=float)
        if np.any(found < self.low) or np.any(found > self.high):
            return False
        sums = self.rows @ found
        return bool(np.all(sums >= self.least) and np.all(sums <= self.most))
