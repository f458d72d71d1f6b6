"""Control limits of a funnel plot: how far areas of a size differ by chance alone. Pure calculation, no Django.

Each of the n people of an area has a budget or has none, so their number is binomial with the network's share p. At
shares this small the Poisson limits are the same to three digits; the binomial ones are exact, and never above all
people. Limits are interpolated between whole numbers of people, as D. J. Spiegelhalter, "Funnel plots for comparing
institutional performance", Statistics in Medicine 24 (2005), appendix A.1.1, so that they don't jump.
"""

from dataclasses import dataclass

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
    if population < 1 or not 0 <= share <= 1:
        raise ValueError("A funnel needs a population of at least 1 and a share from 0 to 1.")
    quantiles = [OUTSIDE_95 / 2, 1 - OUTSIDE_95 / 2, OUTSIDE_998 / 2, 1 - OUTSIDE_998 / 2]
    return Limits(population, *(limit(population, share, chance) * per / population for chance in quantiles))


def limit(population: int, share: float, chance: float) -> float:
    """The number of people below which `chance` of areas lie, interpolated between whole numbers; 0 at least."""
    if share in (0, 1):
        return population * share
    whole = int(binom.ppf(chance, population, share))
    above = float(binom.cdf(whole, population, share))
    at = float(binom.pmf(whole, population, share))
    return max(0.0, whole - (above - chance) / at)


def curve(largest: int, share: float, *, steps: int = 40, per: int = 100_000) -> list[Limits]:
    """Limits from a small population to the largest, for drawing: narrow steps where the curve bends."""
    smallest = max(1, largest // 50)
    ratio = (largest / smallest) ** (1 / max(steps - 1, 1))
    populations = sorted({min(largest, round(smallest * ratio**step)) for step in range(steps)} | {largest})
    return [limits(population, share, per=per) for population in populations]


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
