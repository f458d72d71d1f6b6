"""Costs that stand together: a hidden cost must not be left over when the shown ones are taken from their total.

Costs are shown to the pound, so a total gives a single hidden part away exactly. Therefore another part is hidden
with it (the one with the fewest people, then the smallest cost), until what is hidden together could be shown as one
cost by itself: enough people, and no two of them with most of it.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from disclosure.costs import PublishedCost, cost_cell
from disclosure.published_table import TOTAL
from disclosure.rules import S7R5, Rule

# Sizes below this are nought in floats.
SMALLEST = 1e-9

Costs = Mapping[Hashable, int]


class CostsRefused(Exception):  # noqa: N818 (it's an answer for the person, not a fault of the program)
    """No way to hide parts keeps the hidden ones from being worked out; the text says how to mend it."""


@dataclass(frozen=True, slots=True)
class PublishedCosts:
    """Costs by row and column, with totals at the ends; totals not asked for are None."""

    row_names: tuple[str, ...]
    column_names: tuple[str, ...]
    cells: tuple[tuple[PublishedCost, ...], ...]
    row_totals: tuple[PublishedCost, ...] | None
    column_totals: tuple[PublishedCost, ...] | None
    grand_total: PublishedCost | None

    def for_csv(self) -> list[list[int | str]]:
        """Header and lines as text and whole pounds; "" where there is no figure."""
        has_last = self.row_totals is not None
        lines: list[list[int | str]] = [["", *self.column_names, *([TOTAL] if has_last else [])]]
        for i, (name, row) in enumerate(zip(self.row_names, self.cells, strict=True)):
            lines.append(
                [name, *(c.for_csv() for c in row), *([self.row_totals[i].for_csv()] if self.row_totals else [])]
            )
        if self.column_totals is not None:
            corner: list[int | str] = [self.grand_total.for_csv() if self.grand_total else ""] if has_last else []
            lines.append([TOTAL, *(c.for_csv() for c in self.column_totals), *corner])
        return lines


def publish_costs(
    row_names: Sequence[str],
    column_names: Sequence[str],
    costs: Sequence[Sequence[Costs]],
    *,
    rule: Rule = S7R5,
    row_totals: bool = True,
    column_totals: bool = True,
) -> PublishedCosts:
    """Costs as others may see them: `costs` is a list of rows, each cell what each person cost (pence).

    A person may have costs in several cells (a setting each). The grand total stands where both kinds of total do.
    Raises CostsRefused when the hidden parts could be worked out whatever is hidden with them; ValueError when names
    and costs don't match.
    """
    if len(costs) != len(row_names) or any(len(row) != len(column_names) for row in costs) or not column_names:
        raise ValueError("A table of costs needs one cell for each row and column, and at least one.")
    grid = _Grid(tuple(tuple(row) for row in costs), rule, row_totals, column_totals)
    grid.hide_enough()
    return PublishedCosts(tuple(row_names), tuple(column_names), *grid.shown())


Place = tuple[int, int]


class _Grid:
    """Cells and totals as one grid: the last row and column are totals, where they are asked for."""

    def __init__(self, costs: tuple[tuple[Costs, ...], ...], rule: Rule, row_totals: bool, column_totals: bool) -> None:
        self.rule = rule
        self.high, self.wide = len(costs), len(costs[0])
        self.has_last_column, self.has_last_row = row_totals, column_totals
        self.costs: dict[Place, Costs] = {(i, j): cell for i, row in enumerate(costs) for j, cell in enumerate(row)}
        if row_totals:
            self.costs |= {(i, self.wide): _together(costs[i]) for i in range(self.high)}
        if column_totals:
            self.costs |= {(self.high, j): _together([row[j] for row in costs]) for j in range(self.wide)}
        if row_totals and column_totals:
            self.costs[self.high, self.wide] = _together([cell for row in costs for cell in row])
        self.hidden = {place for place, cell in self.costs.items() if cost_cell(cell, rule).is_hidden}

    def lines(self) -> list[list[Place]]:
        """Every row and column that ends in a total: what is shown of it tells what is hidden of it together."""
        rows = [[(i, j) for j in range(self.wide + 1)] for i in range(self.high + 1) if self.has_last_column]
        columns = [[(i, j) for i in range(self.high + 1)] for j in range(self.wide + 1) if self.has_last_row]
        return [line for line in [*rows, *columns] if all(place in self.costs for place in line)]

    def hide_enough(self) -> None:
        """Hide one more of a line that tells too much, until none does: each round hides one, so it comes to an end."""
        while line := self._telling_line():
            shown = [place for place in line if place not in self.hidden and any(self.costs[place].values())]
            if not shown:
                raise CostsRefused(
                    "These costs can't be published, because hidden ones could be worked out from the rest. "
                    "Leave out the totals, or merge rows or columns."
                )
            # Parts before the total, which people ask for most.
            self.hidden.add(min(shown, key=lambda place: (place == line[-1], *self._size(place))))

    def _telling_line(self) -> list[Place] | None:
        for line in self.lines():
            if self._tells(line):
                return line
        # Lines that are safe one by one may still give a cell away together.
        solved = self._solved()
        through = [line for line in self.lines() if set(line) & solved]
        return max(through, key=lambda line: sum(place not in self.hidden for place in line), default=None)

    def _solved(self) -> set[Place]:
        """The hidden places that the sums fix: where no change of hidden numbers leaves all sums as they are."""
        hidden = sorted(self.hidden)
        lines = [line for line in self.lines() if set(line) & self.hidden]
        if not lines:
            return set()
        sums = np.zeros((len(lines), len(hidden)))
        for i, line in enumerate(lines):
            for place in set(line) & self.hidden:
                sums[i, hidden.index(place)] = -1 if place == line[-1] else 1
        _, sizes, directions = np.linalg.svd(sums)
        free = directions[int((sizes > SMALLEST).sum()) :]
        return {place for i, place in enumerate(hidden) if not (np.abs(free[:, i]) > SMALLEST).any()}

    def _tells(self, line: list[Place]) -> bool:
        """Whether the hidden parts of a line, which its shown ones leave over together, may not be shown together.

        Where the total is hidden too, nothing is left over: parts and total are unknown.
        """
        parts = [place for place in line[:-1] if place in self.hidden]
        if line[-1] in self.hidden:
            # A hidden total is the shown parts and the hidden ones: one hidden part more keeps it open.
            return not parts and any(any(self.costs[place].values()) for place in line[:-1])
        if not parts:
            return False
        return len(parts) == 1 or cost_cell(_together([self.costs[place] for place in parts]), self.rule).is_hidden

    def _size(self, place: Place) -> tuple[int, int]:
        cell = self.costs[place]
        return sum(1 for pence in cell.values() if pence), sum(map(abs, cell.values()))

    def shown(
        self,
    ) -> tuple[
        tuple[tuple[PublishedCost, ...], ...],
        tuple[PublishedCost, ...] | None,
        tuple[PublishedCost, ...] | None,
        PublishedCost | None,
    ]:
        rows, columns = range(self.high), range(self.wide)
        return (
            tuple(tuple(self._shown((i, j)) for j in columns) for i in rows),
            tuple(self._shown((i, self.wide)) for i in rows) if self.has_last_column else None,
            tuple(self._shown((self.high, j)) for j in columns) if self.has_last_row else None,
            self._shown((self.high, self.wide)) if self.has_last_column and self.has_last_row else None,
        )

    def _shown(self, place: Place) -> PublishedCost:
        if place in self.hidden:
            return PublishedCost._seal(None)
        return cost_cell(self.costs[place], self.rule)


def _together(cells: Sequence[Costs]) -> dict[Hashable, int]:
    """What each person cost in all of them."""
    found: dict[Hashable, int] = {}
    for cell in cells:
        for person, pence in cell.items():
            found[person] = found.get(person, 0) + pence
    return found
