"""How many people there will be if quarters go on as they have gone, how sure that is, and when a target is reached.

The method: what each quarter added is taken as a draw from one and the same unknown distribution (a random walk with
drift). The pace is the mean of what quarters added; the line goes on from the last total by that pace. The interval
follows from how much the quarters differed: for h quarters ahead, after T quarters observed in k steps, the expected
error has variance s² (h + h²/T), the first part for what the coming quarters will bring, the second since the pace
itself is only an estimate; Student's t with k - 1 degrees of freedom stands in for the normal, since s is one too.

Why this and no curve: an area has three to twelve quarters. A logistic or a quadratic fits any three points and says
nothing of how wrong it is; this says "as until now", and widens quickly where the quarters differ. It knows nothing of
plans, seasons or limits. Missing quarters are no fault: a step over g quarters has g times the variance, and is
weighted so (s² is then the weighted sum of squares over k - 1; with no gaps it is the common variance).

Source of the formula: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice (3rd edition, 2021),
5.2 and 5.5, the drift method; the same as the prediction interval of a weighted regression through the origin of each
step's growth on its length. Pure Python and scipy: no Django.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scipy import stats

from tenants.quarters import Quarter

# Eight times in ten. Nineteen in twenty is common too, but from three quarters it spans everything, and tells nothing.
CONFIDENCE = 0.80
FEWEST_FOR_A_PACE, FEWEST_FOR_AN_INTERVAL = 2, 3  # quarters with a total
FARTHEST = 40  # quarters ahead; ten years on, "as until now" is no forecast


class Reach(StrEnum):
    """Whether a target is reached."""

    REACHED = "reached"
    EXPECTED = "expected"
    NOT_AT_THIS_PACE = "not_at_this_pace"


@dataclass(frozen=True)
class Point:
    """People expected at a quarter's end, never below zero; `low` and `high` are None where no interval can be had."""

    quarter: Quarter
    expected: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Reaching:
    """When a target is reached: in `quarter`; perhaps as early as `earliest`, perhaps as late as `latest`.

    `latest` None with `earliest` given: within the interval it may never be reached.
    """

    state: Reach
    quarter: Quarter | None = None
    earliest: Quarter | None = None
    latest: Quarter | None = None


@dataclass(frozen=True)
class Projection:
    """From quarters' totals: `pace` people a quarter; `spread` (s of the method) None with fewer than three totals."""

    last: Quarter
    total: int
    pace: float
    spread: float | None
    steps: int
    observed: int  # quarters between the first total and the last
    confidence: float = CONFIDENCE

    def ahead(self, quarters: int) -> Point:
        """What is expected so many quarters (1 or more) after the last total."""
        expected, half = self.total + quarters * self.pace, self._half_width(quarters)
        low, high = (None, None) if half is None else (max(0.0, expected - half), max(0.0, expected + half))
        return Point(_after(self.last, quarters), max(0.0, expected), low, high)

    def until(self, quarter: Quarter) -> list[Point]:
        """A point for each quarter after the last total up to this one."""
        return [self.ahead(number) for number in range(1, between(self.last, quarter) + 1)]

    def reaching(self, target: int) -> Reaching:
        """When the total comes to `target`, at this pace. A total that has fallen below it again has not reached it."""
        if self.total >= target:
            return Reaching(Reach.REACHED, self.last)
        points = [self.ahead(number) for number in range(1, FARTHEST + 1)]
        found = _first(points, target, "expected")
        if self.pace <= 0 or found is None:
            return Reaching(Reach.NOT_AT_THIS_PACE)
        if self.spread is None:
            return Reaching(Reach.EXPECTED, found)
        return Reaching(Reach.EXPECTED, found, _first(points, target, "high"), _first(points, target, "low"))

    def _half_width(self, quarters: int) -> float | None:
        if self.spread is None:
            return None
        error = self.spread * math.sqrt(quarters + quarters**2 / self.observed)
        return float(stats.t.ppf((1 + self.confidence) / 2, self.steps - 1)) * error


def project(totals: Mapping[Quarter, int], *, confidence: float = CONFIDENCE, rounded_to: int = 1) -> Projection | None:
    """The projection from totals at quarters' ends (people in place, not added); None with fewer than two.

    `rounded_to`: totals that were rounded to the nearest 5 can look steadier than they are. The spread is never taken
    below what rounding alone makes of a difference: two errors, each even within half of it, so r²/6.
    """
    if len(totals) < FEWEST_FOR_A_PACE:
        return None
    order = sorted(totals)
    steps = [(totals[new] - totals[old], between(old, new)) for old, new in zip(order, order[1:], strict=False)]
    observed = sum(length for _, length in steps)
    pace = (totals[order[-1]] - totals[order[0]]) / observed
    return Projection(
        last=order[-1],
        total=totals[order[-1]],
        pace=pace,
        spread=_spread(steps, pace, rounded_to) if len(totals) >= FEWEST_FOR_AN_INTERVAL else None,
        steps=len(steps),
        observed=observed,
        confidence=confidence,
    )


def between(earlier: Quarter, later: Quarter) -> int:
    """Quarters from the one to the other; negative where `later` is the earlier one."""
    return (later.year - earlier.year) * 4 + later.number - earlier.number


def _spread(steps: list[tuple[int, int]], pace: float, rounded_to: int) -> float:
    squares = sum((growth - length * pace) ** 2 / length for growth, length in steps)
    least = rounded_to**2 / 6 if rounded_to > 1 else 0.0
    return math.sqrt(max(squares / (len(steps) - 1), least))


def _first(points: list[Point], target: int, name: str) -> Quarter | None:
    return next((point.quarter for point in points if getattr(point, name) >= target), None)


def _after(quarter: Quarter, number: int) -> Quarter:
    ordinal = quarter.year * 4 + quarter.number - 1 + number
    return Quarter(ordinal // 4, ordinal % 4 + 1)
