"""The reader's sum: all that is known of a quarter, as one puzzle of whole numbers.

The reader is given more than readers have. What was in place before a quarter is known exactly (the first opening was
public anyway). Of the quarter that follows only its flows are open. So a figure that stays open here stays open
whatever else was or will be shown of other quarters.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from disclosure.puzzles import Group, Line, Puzzle
from tenants.returns.release.knowledge import (
    CHAINS,
    ENDED,
    NEW,
    TO_DATE,
    UNKNOWN,
    YEARS,
    Tie,
    behind,
    opening,
    year_ties,
)
from tenants.returns.release.knowledge import ties as ties_of
from tenants.returns.release.shown import AreaShown, NetworkShown, QuarterShown
from tenants.returns.release.units import PEOPLE_TABLES, cells_of

# An unknown number: which quarter ("now" or "next"), which area, which cell.
Name = tuple[str, str, str]
NOW, NEXT = "now", "next"
FIRST_OF_YEAR = 2  # April to June

# What is open of the quarter that follows.
FLOWS_AFTER = frozenset(key for table in PEOPLE_TABLES for key in cells_of(table, NEW, ENDED, TO_DATE))


class Reader:
    """Builds the puzzle. `areas` are those whose figures are open; all others are given to the reader exactly."""

    def __init__(self, now: QuarterShown, following: QuarterShown | None, areas: Iterable[str]) -> None:
        self.now, self.following = now, following
        self.areas = [slug for slug in areas if slug in now.areas]
        self._number: dict[Name, int] = {}
        self._cells: list[range] = []
        self._lines: list[Line] = []
        for slug in self.areas:
            self._add_area(now.areas[slug])
        for total in now.totals:
            self._add_totals(NOW, now, total, UNKNOWN)
        if following is not None:
            for slug in self.areas:
                if slug in following.areas:
                    self._add_flows_after(following.areas[slug])
            for total in following.totals:
                self._add_totals(NEXT, following, total, tuple(FLOWS_AFTER))

    def puzzle(self) -> Puzzle:
        """Everything as one."""
        return Puzzle(tuple(self._cells), (), tuple(self._lines))

    @property
    def names(self) -> tuple[Name, ...]:
        """The unknown numbers, in the order of the puzzle's cells."""
        return tuple(self._number)

    def group(self, key: str, slugs: Iterable[str]) -> Group:
        """The unknown numbers behind a figure of these areas together. Empty where it is nought for certain."""
        names = ((NOW, slug, cell) for slug in slugs for cell in behind(key))
        return tuple(self._number[name] for name in names if name in self._number)

    def _add_area(self, area: AreaShown) -> None:
        self._add_cells(NOW, area, UNKNOWN)
        for key in ("total.budgets", "total.others", "total.plans"):
            if key not in area.left_out:
                allowed = area.allowed(key)
                self._tie(NOW, area, Tie(behind(key), (), allowed[0], allowed[-1]))
        for tie in ties_of(area.true):
            self._tie(NOW, area, tie)
        for (place, new, ended), before in zip(CHAINS, opening(area.true), strict=True):
            self._tie(NOW, area, Tie((*place, *ended), new, before, before))
        before_this = self.now.before.get(area.slug)
        if before_this is not None:
            for tie in year_ties(area.true, before_this, self.now.quarter.number == FIRST_OF_YEAR):
                if tie.holds(area.true):
                    self._tie(NOW, area, tie)

    def _add_flows_after(self, area: AreaShown) -> None:
        """What the quarter that follows says of the end of this one; what is in place at its own end is given."""
        before = self.now.areas[area.slug]
        self._add_cells(NEXT, area, sorted(FLOWS_AFTER))
        for tie in ties_of(area.true):
            if FLOWS_AFTER.intersection((*tie.plus, *tie.minus)):
                self._tie(NEXT, area, tie)
        for (place, new, ended), known in zip(CHAINS, opening(area.true), strict=True):
            if known == sum(before.true.get(key, 0) for key in place):
                end = sum(area.true.get(key, 0) for key in place)
                # in place now + new − ended = in place at the end
                self._add([(NOW, area.slug, key) for key in place] + [(NEXT, area.slug, key) for key in new],
                          [(NEXT, area.slug, key) for key in ended], end, end)  # fmt: skip
        is_first = self.following is not None and self.following.quarter.number == FIRST_OF_YEAR
        for (to_date, new), (place, _, _) in zip(YEARS, CHAINS, strict=True):
            self._year_after(area, before, to_date, new, place if is_first else to_date, is_first)

    def _year_after(
        self,
        area: AreaShown,
        before: AreaShown,
        to_date: Sequence[str],
        new: Sequence[str],
        start: Sequence[str],
        is_first: bool,
    ) -> None:
        """Year to date: at least what it started from, at most that and the new; just that in the first quarter."""
        slug = area.slug
        began = sum(before.true.get(key, 0) for key in start)
        reached, came = (sum(area.true.get(key, 0) for key in keys) for keys in (to_date, new))
        now = [(NOW, slug, key) for key in start]
        after, coming = [(NEXT, slug, key) for key in to_date], [(NEXT, slug, key) for key in new]
        if reached >= began:
            self._add(after, now, 0, math.inf)
        if reached <= began + came:
            self._add([*now, *coming], after, 0, 0 if is_first and reached == began + came else math.inf)

    def _add_cells(self, when: str, area: AreaShown, keys: Iterable[str]) -> None:
        for key in keys:
            allowed = area.allowed(key)
            if len(allowed) > 1:
                self._number[when, area.slug, key] = len(self._cells)
                self._cells.append(allowed)

    def _add_totals(self, when: str, quarter: QuarterShown, total: NetworkShown, keys: Sequence[str]) -> None:
        """Each total bounds the sum of the open areas: the others are taken off."""
        wanted = set(keys)
        for key, shown in total.shown.items():
            cells = behind(key)
            if wanted.issuperset(cells):
                allowed = total.rule.possible(shown)
                names = [(when, slug, cell) for slug in sorted(total.slugs) for cell in cells]
                self._add(names, [], allowed[0], allowed[-1])

    def _tie(self, when: str, area: AreaShown, tie: Tie) -> None:
        slug = area.slug
        self._add([(when, slug, k) for k in tie.plus], [(when, slug, k) for k in tie.minus], tie.low, tie.high)

    def _add(self, plus: Sequence[Name], minus: Sequence[Name], low: float, high: float) -> None:
        """One line; numbers that are not open are moved to its bounds."""
        known = sum(self._known(name) for name in plus) - sum(self._known(name) for name in minus)
        open_plus = tuple(self._number[name] for name in plus if name in self._number)
        open_minus = tuple(self._number[name] for name in minus if name in self._number)
        if open_plus or open_minus:
            self._lines.append(Line(open_plus, open_minus, low - known, high - known))

    def _known(self, name: Name) -> int:
        if name in self._number:
            return 0
        when, slug, key = name
        quarter: QuarterShown | None = self.now if when == NOW else self.following
        true: Mapping[str, int] = quarter.areas[slug].true if quarter is not None else {}
        return true.get(key, 0)
