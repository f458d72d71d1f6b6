"""What a finance cohort is like: its size and cost, how its groups overlap, how each criterion narrows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Any

from finance_models.calc import frames
from finance_models.calc.cohorts.criteria import CohortDefinition
from finance_models.calc.tables import GROUPS

if TYPE_CHECKING:
    import pandas as pd

# The share of an area's people that the programme expects in a cohort.
EXPECTED_SHARE = Fraction(5, 100)
NO_GROUP = "none of the groups"


@dataclass(frozen=True)
class Size:
    """So many people with so many eligible days, and their cost in pence."""

    people: int
    days: int
    pence: int


@dataclass(frozen=True)
class Step:
    """One criterion of the funnel: who meets it `alone`, and who is left (or there so far) after it.

    `unknown` people have no value for it, and so don't meet it; they are kept by "none of". `inside`: where it
    is several criteria together, each with those who meet it alone.
    """

    sentence: str
    alone: Size
    after: Size
    unknown: int
    inside: tuple[tuple[str, Size], ...] = ()


@dataclass(frozen=True)
class SettingCost:
    """What the cohort's people cost in a setting, in pence, and how many of them used it."""

    setting: str
    people: int
    lines: int
    pence: int


@dataclass(frozen=True)
class FinanceCohort:
    """A cohort of one window. `overlap`: people by the exact combination of groups that they are in."""

    definition: CohortDefinition
    window_days: int
    population: Size
    size: Size
    steps: tuple[Step, ...]
    settings: tuple[SettingCost, ...]
    overlap: Mapping[tuple[str, ...], int]

    @property
    def person_years(self) -> Fraction:
        """Eligible days of the cohort by days in the window."""
        return Fraction(self.size.days, self.window_days)

    @property
    def share(self) -> Fraction:
        """The cohort's share of the people who were eligible in the window; 0 without people."""
        return Fraction(self.size.people, self.population.people) if self.population.people else Fraction(0)

    def in_both(self, one: str, other: str) -> int:
        """How many people of the cohort are in both groups; of one group with itself, how many are in it."""
        return sum(people for groups, people in self.overlap.items() if one in groups and other in groups)

    def table(self) -> "pd.DataFrame":
        """One row a step of the funnel, from everybody on: people, days and pence alone and after it."""
        everybody = self.population
        rows: list[tuple[Any, ...]] = [("Everybody eligible in the window", *_row(everybody), *_row(everybody), 0)]
        rows += [(step.sentence, *_row(step.alone), *_row(step.after), step.unknown) for step in self.steps]
        sizes = [f"{name}_{when}" for when in ("alone", "after") for name in ("people", "days", "pence")]
        return frames.table(rows, ["criterion", *sizes, "people_unknown"])

    def settings_table(self) -> "pd.DataFrame":
        """One row a setting, the costliest first: setting, people, lines, pence."""
        rows = [(each.setting, each.people, each.lines, each.pence) for each in self.settings]
        return frames.table(rows, ["setting", "people", "lines", "pence"])

    def overlap_table(self) -> "pd.DataFrame":
        """One row a pair of groups: group, other_group, people in both."""
        pairs = [(group, group) for group in GROUPS] + list(combinations(GROUPS, 2))
        rows = [(one, other, self.in_both(one, other)) for one, other in pairs]
        return frames.table(rows, ["group", "other_group", "people"])


def _row(size: Size) -> Sequence[int]:
    return size.people, size.days, size.pence
