"""Sums about a band of an area, with what decides whether they may leave it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest

from finance_models.calc.band_sums import BandSums

# Fewer people than this, or two with more than this share of the cost, and a person could be worked out.
LEAST_PEOPLE = 10
MOST_OF_TWO = Fraction(9, 10)
OTHER = "other"


@dataclass(frozen=True)
class SettingSums:
    """Cost in one setting, in pence: the sum over people, and the sum of their squares."""

    cost: int
    cost_squared: int

    def __add__(self, other: "SettingSums") -> "SettingSums":
        return SettingSums(self.cost + other.cost, self.cost_squared + other.cost_squared)


@dataclass(frozen=True)
class Held:
    """How a cost is spread: sizes of the two largest persons' costs, and the sum of all sizes. It stays in the area."""

    largest: tuple[int, ...] = ()
    sizes: int = 0

    @property
    def is_held_by_two(self) -> bool:
        """Whether two people hold over 90% of it. Refunds count by their size."""
        return self.sizes > 0 and sum(self.largest[:2]) > MOST_OF_TWO * self.sizes

    def __add__(self, other: "Held") -> "Held":
        largest = tuple(sorted((*self.largest, *other.largest), reverse=True)[:2])
        return Held(largest, self.sizes + other.sizes)


@dataclass(frozen=True)
class SettingCell:
    """How many people of a band used a setting, and how its cost is spread over them."""

    users: int
    held: Held

    @property
    def may_leave(self) -> bool:
        """Whether nobody's own cost could be worked out from it."""
        return self.users >= LEAST_PEOPLE and not self.held.is_held_by_two

    def __add__(self, other: "SettingCell") -> "SettingCell":
        """Both together, where nobody is in both."""
        return SettingCell(self.users + other.users, self.held + other.held)

    def at_worst_with(self, other: "SettingCell") -> "SettingCell":
        """Two settings together, at worst: the same people used both, and the same two hold the most in each."""
        largest = tuple(map(sum, zip_longest(self.held.largest, other.held.largest, fillvalue=0)))
        return SettingCell(max(self.users, other.users), Held(largest, self.held.sizes + other.held.sizes))


@dataclass(frozen=True)
class BandCell:
    """A band, or several that were merged, before release."""

    sums: BandSums = field(default_factory=BandSums)
    held: Held = field(default_factory=Held)
    settings: Mapping[str, SettingCell] = field(default_factory=dict)

    @property
    def may_leave(self) -> bool:
        """Whether nobody's own cost could be worked out from it. A band without people says nothing of anybody."""
        return self.sums.people == 0 or (self.sums.people >= LEAST_PEOPLE and not self.held.is_held_by_two)

    def __add__(self, other: "BandCell") -> "BandCell":
        settings = dict(self.settings)
        for name, cell in other.settings.items():
            mine = settings.get(name)
            settings[name] = mine + cell if mine else cell
        return BandCell(self.sums + other.sums, self.held + other.held, settings)
