"""The gain or loss share of stage 3: what partners share when actual cost differs from the target.

Variance is target less actual: a gain if positive. Nothing is shared within the corridor; beyond it tier by tier, up
to a cap. A gain is multiplied by the quality score, a loss is not. What isn't shared stays with the commissioners.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from finance_models.calc import frames, money
from finance_models.calc.assumptions import GainShareTerms, Tier

if TYPE_CHECKING:
    import pandas as pd

FORMULA = (
    "Variance is target less actual cost. What lies beyond the corridor is shared tier by tier, up to the cap; "
    "a gain is multiplied by the quality score. The shared sum is rounded to the penny and split by the agreed shares."
)


@dataclass(frozen=True)
class GainShare:
    """What is shared, in whole pence; a loss is negative throughout. The parts of `split` add up to `shared`."""

    target: int
    actual: int
    variance: int
    corridor: Fraction
    by_tier: tuple[Fraction, ...]
    cap: Fraction
    is_capped: bool
    quality: Decimal
    shared: int
    split: dict[str, int]

    @property
    def kept(self) -> int:
        """What stays with the commissioners, in pence."""
        return self.variance - self.shared

    def table(self) -> "pd.DataFrame":
        """One row a partner, the commissioners' rest last: partner, pence."""
        rows = [*self.split.items(), ("stays with the commissioners", self.kept)]
        return frames.table(rows, ["partner", "pence"])


def gain_share(terms: GainShareTerms, *, target: int, actual: int) -> GainShare:
    """Share the variance of `target` and `actual`, both in pence and not negative.

    The terms have been validated. Rounded once, half-up on its size, then split by largest remainder (ties in the
    order in which the terms list the partners).
    """
    if target < 0 or actual < 0:
        raise ValueError("Target and actual cost can't be below zero.")
    variance = target - actual
    corridor = target * Fraction(terms.corridor)
    by_tier = _by_tier(terms.tiers, target, max(Fraction(0), abs(variance) - corridor))
    cap = target * Fraction(terms.cap)
    quality = terms.quality if variance > 0 else Decimal(1)
    size = money.half_up(min(sum(by_tier, Fraction(0)), cap) * Fraction(quality))
    sign = -1 if variance < 0 else 1
    parts = money.split(size, [Fraction(share) for share in terms.split.values()])
    return GainShare(
        target=target,
        actual=actual,
        variance=variance,
        corridor=corridor,
        by_tier=by_tier,
        cap=cap,
        is_capped=sum(by_tier, Fraction(0)) > cap,
        quality=quality,
        shared=sign * size,
        split={name: sign * part for name, part in zip(terms.split, parts, strict=True)},
    )


def quality_score(metrics: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """The quality score, 0 to 1: the sum of weight times how far each metric is met (0 to 1).

    Raises ValueError unless the weights sum to exactly 1.
    """
    if sum((weight for weight, _ in metrics), Decimal(0)) != 1:
        raise ValueError("The weights of the quality metrics must add up to exactly 1.")
    if any(not 0 <= part <= 1 for pair in metrics for part in pair):
        raise ValueError("Each weight, and how far each metric is met, is a number from 0 to 1.")
    return sum((weight * met for weight, met in metrics), Decimal(0))


def _by_tier(tiers: Sequence[Tier], target: int, beyond: Fraction) -> tuple[Fraction, ...]:
    """What each tier shares of the sum beyond the corridor, in pence."""
    shared = []
    for tier in tiers:
        inside = beyond if tier.is_open else min(beyond, target * Fraction(tier.width))
        shared.append(inside * Fraction(tier.share))
        beyond -= inside
    return tuple(shared)
