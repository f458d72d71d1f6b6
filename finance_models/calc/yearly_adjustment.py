"""How a target moves from year to year while gains and losses are shared: the yearly adjustment of stage 3."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from finance_models.calc import frames, money
from finance_models.calc.assumptions import GainShareTerms
from finance_models.calc.gain_share import GainShare, gain_share

if TYPE_CHECKING:
    import pandas as pd

YEARS = 5
FORMULA = (
    "Next year's target is this year's target less the rebased share of its variance, times one plus inflation, times "
    "one plus growth. Of a gain, the share that is handed back stays in the target."
)


@dataclass(frozen=True)
class Adjustment:
    """The terms of the yearly adjustment, as shares: 0.02 is 2%.

    `rebase`: how much of the way the target moves to the actual cost of the year before (0: not at all, 1: all of it).
    `handed_back`: how much of that move is given back after a gain, so that partners don't lose by having saved.
    """

    rebase: Decimal
    inflation: Decimal
    growth: Decimal
    handed_back: Decimal

    def validate(self) -> list[str]:
        """Every fault, as a finished sentence."""
        faults = [
            f"Yearly adjustment, {name}: {value} is not a share. Write a number from 0 to 1."
            for name, value in (("rebase", self.rebase), ("handed back", self.handed_back))
            if not 0 <= value <= 1
        ]
        return faults + [
            f"Yearly adjustment, {name}: {value} takes more than everything away. Write a number above -1."
            for name, value in (("inflation", self.inflation), ("growth", self.growth))
            if value <= -1
        ]


@dataclass(frozen=True)
class SharedYears:
    """The years one after another; the first has the first target."""

    years: tuple[GainShare, ...]

    def table(self) -> "pd.DataFrame":
        """One row a year, money in pence: year, target, actual, variance, shared, kept, cumulative_shared."""
        rows = [
            (number, each.target, each.actual, each.variance, each.shared, each.kept)
            for number, each in enumerate(self.years, start=1)
        ]
        table = frames.table(rows, ["year", "target", "actual", "variance", "shared", "kept"])
        return table.assign(cumulative_shared=table["shared"].cumsum())


def over_years(terms: GainShareTerms, adjustment: Adjustment, *, target: int, actuals: Sequence[int]) -> SharedYears:
    """Share year by year, from the first year's `target` and each year's actual cost in pence.

    Raises ValueError with more than five years (an agreement is made anew after that), and with every fault of the
    adjustment.
    """
    if not 1 <= len(actuals) <= YEARS:
        raise ValueError(f"The yearly adjustment runs over one to {YEARS} years, and {len(actuals)} were given.")
    faults = adjustment.validate()
    if faults:
        raise ValueError(" ".join(faults))
    years: list[GainShare] = []
    for actual in actuals:
        if years:
            target = next_target(adjustment, years[-1])
        years.append(gain_share(terms, target=target, actual=actual))
    return SharedYears(tuple(years))


def next_target(adjustment: Adjustment, year: GainShare) -> int:
    """The target of the year after, in pence, rounded half-up.

    target - rebase x (variance - handed back x gain), times (1 + inflation)(1 + growth).
    """
    gain = max(year.variance, 0)
    moved = Fraction(adjustment.rebase) * (year.variance - Fraction(adjustment.handed_back) * gain)
    uplift = (1 + Fraction(adjustment.inflation)) * (1 + Fraction(adjustment.growth))
    return money.half_up((year.target - moved) * uplift)
