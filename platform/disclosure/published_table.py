"""The type of a table of people that has been checked as a whole. `tables.publish_table` makes it."""

from collections.abc import Iterator
from typing import Any

from disclosure.published import PublishedCount
from disclosure.puzzles import Group, Line, Puzzle
from disclosure.rules import Rule
from disclosure.sealed import Sealed

TOTAL = "Total"


class PublishedTable(Sealed):
    """Names are tuples of text, cells a tuple of rows of PublishedCount; totals not asked for are None.

    `several`: a person can be in several columns of a row, so a row's total may be smaller than its cells together.
    """

    __slots__ = ("row_names", "column_names", "cells", "row_totals", "column_totals", "grand_total", "rule", "several")
    made_by = "publish_table()"

    row_names: tuple[str, ...]
    column_names: tuple[str, ...]
    cells: tuple[tuple[PublishedCount, ...], ...]
    row_totals: tuple[PublishedCount, ...] | None
    column_totals: tuple[PublishedCount, ...] | None
    grand_total: PublishedCount | None
    rule: Rule
    several: bool

    def __getitem__(self, place: tuple[str, str]) -> PublishedCount:
        """The cell of a row and a column: `table["Kernow", "Adults"]`. KeyError when there is none."""
        row, column = place
        if row not in self.row_names or column not in self.column_names:
            raise KeyError(place)
        return self.cells[self.row_names.index(row)][self.column_names.index(column)]

    @property
    def note(self) -> str:
        """The sentence for under the table."""
        return self.rule.note

    @property
    def header(self) -> list[str]:
        """Names of the columns, "Total" last where a line has one."""
        return [*self.column_names, *([TOTAL] if self._has_last_column else [])]

    def lines(self) -> Iterator[tuple[str, list[PublishedCount | None]]]:
        """Each row's name and its counts, as wide as `header`; totals last. None: no figure there."""
        for i, (name, row) in enumerate(zip(self.row_names, self.cells, strict=True)):
            yield name, [*row, *self._last_column(self.row_totals[i] if self.row_totals else None)]
        if self.column_totals:
            yield TOTAL, [*self.column_totals, *self._last_column(self.grand_total)]
        elif self.grand_total is not None:
            yield TOTAL, [*[None] * len(self.column_names), self.grand_total]

    def for_csv(self) -> list[list[Any]]:
        """Header and lines as text and numbers."""
        return [["", *self.header]] + [
            [name, *("" if count is None else count.for_csv() for count in counts)] for name, counts in self.lines()
        ]

    def places(self) -> Iterator[tuple[tuple[str, str], PublishedCount, Group]]:
        """All that is shown, cells first: its names (row, column), the count, and the positions of the unknown
        numbers that it adds up: of the cells, row by row, then (with `several`) one for each row's people."""
        rows, columns, wide = self.row_names, self.column_names, len(self.column_names)
        for i, row in enumerate(rows):
            for j, column in enumerate(columns):
                yield (row, column), self.cells[i][j], (i * wide + j,)
        for i, count in enumerate(self.row_totals or ()):
            yield (rows[i], TOTAL), count, self._people_of_row(i)
        for j, count in enumerate(self.column_totals or ()):
            yield (TOTAL, columns[j]), count, tuple(range(j, len(rows) * wide, wide))
        if self.grand_total is not None:
            yield (TOTAL, TOTAL), self.grand_total, tuple(at for i in range(len(rows)) for at in self._people_of_row(i))

    def puzzle(self) -> Puzzle:
        """All that a reader knows of the true counts."""
        rows, wide = range(len(self.row_names)), len(self.column_names)
        shown = [(group, self.rule.possible(count.shown)) for _, count, group in self.places()]
        cells, totals = shown[: len(rows) * wide], shown[len(rows) * wide :]
        known = [allowed for _, allowed in cells]
        if not self.several:
            return Puzzle(cells=tuple(known), totals=tuple(totals))
        # A row has at least as many people as its largest cell, and at most as many as all its cells together.
        ties = []
        for i in rows:
            (people,), cells_of_row = self._people_of_row(i), tuple(range(i * wide, (i + 1) * wide))
            known.append(range(sum(known[at][-1] for at in cells_of_row) + 1))
            ties += [Line(plus=(people,), minus=(at,), low=0) for at in cells_of_row]
            ties.append(Line(plus=cells_of_row, minus=(people,), low=0))
        return Puzzle(cells=tuple(known), totals=tuple(totals), ties=tuple(ties))

    def _people_of_row(self, i: int) -> Group:
        wide = len(self.column_names)
        if self.several:
            return (len(self.row_names) * wide + i,)
        return tuple(range(i * wide, (i + 1) * wide))

    @property
    def _has_last_column(self) -> bool:
        return self.row_totals is not None or self.grand_total is not None

    def _last_column(self, count: PublishedCount | None) -> list[PublishedCount | None]:
        return [count] if self._has_last_column else []

    def __repr__(self) -> str:
        return f"<PublishedTable {len(self.row_names)} × {len(self.column_names)}, {self.rule.name}>"
