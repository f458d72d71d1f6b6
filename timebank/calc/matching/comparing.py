"""A matching beside first come, first served, on the same requests and offers."""

from dataclasses import dataclass

from timebank.calc.matching import first_come, propose
from timebank.calc.matching.inputs import Case
from timebank.calc.matching.results import Result


@dataclass(frozen=True)
class AreaCompared:
    """What one area would receive either way, in minutes, and what it had so far ÷ its share of all had so far."""

    account: str
    ratio_before: float
    matched: int
    first_come: int

    @property
    def is_below_share(self) -> bool:
        """Whether it has had less than its fair share until now."""
        return self.ratio_before < 1


@dataclass(frozen=True)
class Compared:
    """Both results, and what each area gets."""

    matched: Result
    first_come: Result
    areas: tuple[AreaCompared, ...]

    def below_share(self) -> tuple[int, int]:
        """Minutes for the areas that had less than their fair share until now: (matched, first come)."""
        below = [area for area in self.areas if area.is_below_share]
        return sum(area.matched for area in below), sum(area.first_come for area in below)


def compared(case: Case) -> Compared:
    """Both ways on the same case. Raises as `propose.proposals` does."""
    matched, without = propose.proposals(case), first_come.proposals(case)
    by_matching, by_order = matched.received(), without.received()
    had = sum(standing.had for standing in case.standings if standing.share)
    areas = tuple(
        AreaCompared(
            standing.account,
            standing.had / (standing.share * had) if had else 0.0,
            by_matching.get(standing.account, 0),
            by_order.get(standing.account, 0),
        )
        for standing in sorted(case.standings, key=lambda standing: standing.account)
        if standing.share
    )
    return Compared(matched, without, areas)
