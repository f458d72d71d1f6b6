"""Control limits of a funnel plot: how far areas of a size differ by chance alone. Pure calculation, no Django.

Each of the n people of an area has a budget or has none, so their number is binomial with the network's share p. At
shares this small the Poisson limits are the same to three digits; the binomial ones are exact, and never above all
people. Limits are interpolated between whole numbers of people, as D. J. Spiegelhalter, "Funnel plots for comparing
institutional performance", Statistics in Medicine 24 (2005), appendix A.1.1, so that they don't jump.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import binom  # type: ignore[import-untyped]

# Two-sided chances of lying outside: 95% (about two standard errors) and 99.8% (about three), as in the field's plots.
OUTSIDE_95 = 0.05
OUTSIDE_998 = 0.002


@dataclass(frozen=True)
class Limits:
    """Rates per `per` people between which 95% and 99.8% of areas of this population lie by chance."""

    population: int
    lower95: float
    upper95: float
    lower998: float
    upper998: float


def limits(population: int, share: float, *, per: int = 100_000) -> Limits:
    """Limits for one population (people) and the network's share (0 to 1), in people per `per`.

    Raises ValueError for a population below 1 or a share outside 0 to 1.
    """
    return limits_of([population], share, per=per)[0]


def limits_of(populations: Sequence[int], share: float, *, per: int = 100_000) -> list[Limits]:
    """The same for many populations, in the time of one."""
    if min(populations, default=1) < 1 or not 0 <= share <= 1:
        raise ValueError("A funnel needs a population of at least 1 and a share from 0 to 1.")
    sizes = np.array(populations, dtype=float)[:, None]
    quantiles = np.array([OUTSIDE_95 / 2, 1 - OUTSIDE_95 / 2, OUTSIDE_998 / 2, 1 - OUTSIDE_998 / 2])
    rates = _people(sizes, share, quantiles) * per / sizes
    return [Limits(size, *map(float, rates_of)) for size, rates_of in zip(populations, rates, strict=True)]


def limit(population: int, share: float, chance: float) -> float:
    """The number of people below which `chance` of areas lie, interpolated between whole numbers; 0 at least."""
    return float(_people(np.array(float(population)), share, np.array(chance)))


def _people(sizes: np.ndarray, share: float, chances: np.ndarray) -> np.ndarray:
    if share in (0, 1):
        return sizes * share + 0 * chances
    whole = binom.ppf(chances, sizes, share)
    above, at = binom.cdf(whole, sizes, share), binom.pmf(whole, sizes, share)
    return np.maximum(0.0, whole - (above - chances) / at)


def curve(largest: int, share: float, *, smallest: int = 0, steps: int = 40, per: int = 100_000) -> list[Limits]:
    """Limits from a small population to the largest, for drawing: narrow steps where the curve bends."""
    smallest = smallest or max(1, largest // 50)
    ratio = (largest / smallest) ** (1 / max(steps - 1, 1))
    populations = sorted({min(largest, round(smallest * ratio**step)) for step in range(steps)} | {largest})
    return limits_of(populations, share, per=per)


def standing(rate: float, at: Limits) -> str:
    """Where a rate lies: `inside`, `above 95%`, `above 99.8%`, `below 95%` or `below 99.8%`."""
    if rate > at.upper998:
        return "above 99.8%"
    if rate > at.upper95:
        return "above 95%"
    if rate < at.lower998:
        return "below 99.8%"
    if rate < at.lower95:
        return "below 95%"
    return "inside"
