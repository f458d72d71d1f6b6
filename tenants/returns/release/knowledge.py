"""What everybody knows of a return by its form alone: which parts make up which wholes, and what lies within what.

A tie counts only where the true figures keep to it: nobody learns anything from one that they break.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tenants.frameworks import PLAN_CRITERIA
from tenants.returns.release.units import MOVES, PEOPLE_CELLS
from tenants.returns.shape import EQUALITY, FLOWS, GROUPS_AND_NONE, SERVICE_FUND, TABLE_BY_KEY
from tenants.returns.totals import BUDGETS, KEYS, OTHERS, PLANS

Keys = tuple[str, ...]

# The unknown numbers. Moves are free, since they are never shown.
UNKNOWN = tuple(key for key in PEOPLE_CELLS if key not in MOVES)


@dataclass(frozen=True)
class Tie:
    """`low` ≤ sum of `plus` − sum of `minus` ≤ `high`."""

    plus: Keys
    minus: Keys = ()
    low: float = 0
    high: float = math.inf

    def holds(self, figures: Mapping[str, int]) -> bool:
        """Whether these figures keep to it."""
        value = sum(figures.get(key, 0) for key in self.plus) - sum(figures.get(key, 0) for key in self.minus)
        return self.low <= value <= self.high


def parts(table: str, column: str = "") -> Keys:
    """Cells that make up a whole: a column without its "of which" lines."""
    middle = f"{table}.{column}." if column else f"{table}."
    return tuple(middle + line.key for line in TABLE_BY_KEY[table].lines if not line.of_which)


IN_PLACE, NEW, ENDED, TO_DATE = (column for column, _ in FLOWS)
ONE_WAY = ("groups", "mechanism", "eligibility", "funding")
LEVELS = tuple(f"activation.level_{n}" for n in range(1, 5))

# Each list: ways to make up the same whole.
SAME_WHOLE: tuple[tuple[Keys, ...], ...] = (
    (*(parts(table, IN_PLACE) for table in ONE_WAY), *(parts(key, "uptake") for key, _, _ in EQUALITY)),
    *(tuple(parts(table, column) for table in ONE_WAY) for column in (NEW, ENDED, TO_DATE)),
    (parts("offers", "eligible"), *(parts(key, "eligible") for key, _, _ in EQUALITY)),
    (("activation.measured",), LEVELS),
)

# What was in place = what was in place before + new − ended: of all budgets, and of those that are counted apart.
CHAINS = tuple(
    (parts(table, IN_PLACE), parts(table, NEW), parts(table, ENDED)) for table in ("groups", "other_funding")
)
YEARS = tuple((parts(table, TO_DATE), parts(table, NEW)) for table in ("groups", "other_funding"))

# The cells behind a total that is no cell of the return.
BEHIND: dict[str, Keys] = {
    KEYS[BUDGETS]: parts("groups", IN_PLACE),
    KEYS[OTHERS]: ("eligibility.in_place.children_cc", "eligibility.in_place.neither"),
    KEYS[PLANS]: parts("plans", IN_PLACE),
}


def behind(key: str) -> Keys:
    """The unknown numbers that a figure adds up."""
    return BEHIND.get(key, (key,))


def _within() -> Iterator[tuple[Keys, Keys]]:
    """(part, whole): the part is no larger."""
    for table in (*ONE_WAY, "other_funding"):
        for line in TABLE_BY_KEY[table].lines:
            for column in (IN_PLACE, NEW, ENDED):
                yield (f"{table}.{column}.{line.key}",), (f"{table}.{TO_DATE}.{line.key}",)
    for column in (NEW, ENDED):
        yield parts("groups", column), parts("groups", TO_DATE)
    for column, _ in FLOWS:
        yield (f"mechanism.{column}.{SERVICE_FUND[0]}",), (f"mechanism.{column}.notional",)
    for key, _, _ in EQUALITY:
        for line in TABLE_BY_KEY[key].lines:
            yield (f"{key}.uptake.{line.key}",), (f"{key}.eligible.{line.key}",)
    for group, _ in GROUPS_AND_NONE:
        yield (f"offers.declined.{group}",), (f"offers.offered.{group}",)
        yield (f"offers.offered.{group}",), (f"offers.eligible.{group}",)
        yield (f"groups.in_place.{group}",), (f"offers.eligible.{group}",)
        yield (f"plans.in_place.{group}",), (f"groups.in_place.{group}",)
    for criterion, _ in PLAN_CRITERIA:
        yield parts("plans", IN_PLACE), (f"criteria.{criterion}",)
    yield ("plan_offers.offered",), ("plan_offers.people",)
    yield ("activation.gained_15",), ("activation.measured",)


WITHIN = tuple(Tie(whole, part) for part, whole in _within())
TIES = (*(Tie(ways[0], other, 0, 0) for ways in SAME_WHOLE for other in ways[1:]), *WITHIN)


def ties(figures: Mapping[str, int]) -> list[Tie]:
    """Everything that holds within one return, given its true figures."""
    return [tie for tie in TIES if tie.holds(figures)]


def opening(figures: Mapping[str, int]) -> list[int]:
    """How many were in place before the quarter, for each of `CHAINS`, as the return's own flows have it."""
    return [_sum(figures, place) - _sum(figures, new) + _sum(figures, ended) for place, new, ended in CHAINS]


def year_ties(figures: Mapping[str, int], before: Mapping[str, int], is_first_of_year: bool) -> Iterator[Tie]:
    """What the year to date has to do with the quarter before, whose figures are given to the reader exactly."""
    for (to_date, new), (place, _, _) in zip(YEARS, CHAINS, strict=True):
        known = _sum(before, place if is_first_of_year else to_date)
        if is_first_of_year:
            # Whoever was in place when the year began was active in it, and whoever is new came on top.
            yield Tie(to_date, new, known, known)
        yield Tie(to_date, (), known)
        yield Tie(to_date, new, -math.inf, known)


def _sum(figures: Mapping[str, int], keys: Keys) -> int:
    return sum(figures.get(key, 0) for key in keys)


def _components() -> dict[str, str]:
    """Which unknown numbers are tied to one another, by however long a way: each has the name of its piece."""
    root = {key: key for key in UNKNOWN}

    def top(key: str) -> str:
        while root[key] != key:
            key = root[key]
        return key

    chains = [Tie((*place, *ended), new) for place, new, ended in CHAINS]
    for tie in (*TIES, *chains):
        first, *others = (*tie.plus, *tie.minus)
        for other in others:
            root[top(other)] = top(first)
    return {key: top(key) for key in UNKNOWN}


PIECE_OF = _components()


def piece(key: str) -> str:
    """The piece of the form in which a figure stands: figures of two pieces tell nothing of one another."""
    return PIECE_OF[behind(key)[0]]
