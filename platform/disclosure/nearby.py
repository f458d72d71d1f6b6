"""Tables that fit what is shown, found in small steps from one that fits.

Whatever is found here is proof that a value is possible. What isn't found here may still be possible: the solver
of `possible` has the last word.
"""

from collections.abc import Iterator, Sequence

from disclosure.puzzles import Group, Puzzle

# A step changes one cell and mends at most so many others, trying at most so many ways.
MENDED_AT_MOST = 4
WAYS_TRIED = 80


class Steps:
    """Steps between tables that fit one puzzle."""

    def __init__(self, puzzle: Puzzle) -> None:
        self._low = [allowed[0] for allowed in puzzle.cells]
        self._high = [allowed[-1] for allowed in puzzle.cells]
        lines = puzzle.lines()
        self._least = [line.low for line in lines]
        self._most = [line.high for line in lines]
        self._members = [[*((i, 1) for i in line.plus), *((i, -1) for i in line.minus)] for line in lines]
        self._lines_of: list[list[tuple[int, int]]] = [[] for _ in puzzle.cells]
        for number, members in enumerate(self._members):
            for cell, sign in members:
                self._lines_of[cell].append((number, sign))
        self._table: list[int] = []
        self._sums: list[int] = []
        self._bad: set[int] = set()
        self._ways_left = 0

    def around(self, first: Sequence[int], group: Group, enough: int) -> Iterator[list[int]]:
        """Tables whose `group` adds up to more, then to less, until there are `enough` with the first."""
        found = 1
        for way in (1, -1):
            self._start_at(first)
            while found < enough and self._step(group, way):
                found += 1
                yield list(self._table)

    def _start_at(self, table: Sequence[int]) -> None:
        self._table = list(table)
        self._sums = [sum(sign * table[i] for i, sign in members) for members in self._members]
        self._bad = set()

    def _step(self, group: Group, way: int) -> bool:
        """One person more or fewer in the group. The rest of the group stands still while the others are mended."""
        self._ways_left = WAYS_TRIED
        held = set(group)
        for cell in group:
            if self._change(cell, way):
                if self._mend(held, MENDED_AT_MOST):
                    return True
                self._change(cell, -way)
            if self._ways_left <= 0:
                return False
        return False

    def _mend(self, held: set[int], left: int) -> bool:
        if not self._bad:
            return True
        if left == 0 or len(self._bad) > left + 1:
            return False
        line = next(iter(self._bad))
        way = 1 if self._sums[line] < self._least[line] else -1
        for cell, sign in self._members[line]:
            if self._ways_left <= 0:
                return False
            if cell in held or not self._change(cell, way * sign):
                continue
            self._ways_left -= 1
            held.add(cell)
            if self._mend(held, left - 1):
                return True
            held.discard(cell)
            self._change(cell, -way * sign)
        return False

    def _change(self, cell: int, by: int) -> bool:
        value = self._table[cell] + by
        if not self._low[cell] <= value <= self._high[cell]:
            return False
        self._table[cell] = value
        for line, sign in self._lines_of[cell]:
            self._sums[line] += sign * by
            if self._least[line] <= self._sums[line] <= self._most[line]:
                self._bad.discard(line)
            else:
                self._bad.add(line)
        return True
