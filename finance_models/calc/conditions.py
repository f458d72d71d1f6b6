"""Mean cost by number of long-term conditions, with interval and spread: the chart that Symphony made known."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import ibis

from finance_models.calc import frames, money
from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.band_sums import BandSums, band_sums
from finance_models.calc.bands import Bands
from finance_models.calc.capitation import interval
from finance_models.calc.costing import Costing
from finance_models.calc.people import person_costs, with_band

if TYPE_CHECKING:
    import pandas as pd

FORMULA = (
    "The mean is the cost of the people with so many conditions by their person-years, with its 95% interval. The "
    "spread is of the costs of those who were eligible on every day of the window."
)
# With more conditions than this there are too few people for a figure of their own.
MOST_CONDITIONS = 8
# Beyond any person's cost, in pounds: nothing is cut here.
UNCUT = Decimal(10) ** 10
SPREAD = {"p10": 0.10, "p25": 0.25, "median": 0.50, "p75": 0.75, "p90": 0.90}


@dataclass(frozen=True)
class ConditionCount:
    """The people with so many conditions (`7`, `8+`). Pence a person-year, but for the sums.

    `spread` has the 10th, 25th, 50th, 75th and 90th of a hundred costs, in pence of the window, of the `throughout`
    people who were eligible all the time; it is empty without such people.
    """

    name: str
    sums: BandSums
    person_years: Fraction
    mean: int
    interval: tuple[int, int] | None
    throughout: int
    spread: tuple[int, ...]


@dataclass(frozen=True)
class CostByConditions:
    """From no condition to the most, where there are people."""

    counts: tuple[ConditionCount, ...]

    def table(self) -> "pd.DataFrame":
        """One row a count of conditions; money in pence."""
        columns = ["conditions", "people", "person_years", "cost_pence", "mean_pence", "low_pence", "high_pence"]
        rows = [
            (
                each.name,
                each.sums.people,
                float(each.person_years),
                each.sums.cost,
                each.mean,
                *(each.interval or (None, None)),
                each.throughout,
                *(each.spread or [None] * len(SPREAD)),
            )
            for each in self.counts
        ]
        return frames.table(rows, [*columns, "people_throughout", *(f"{name}_pence" for name in SPREAD)])


def cost_by_conditions(costing: Costing, *, most: int = MOST_CONDITIONS) -> CostByConditions:
    """The mean cost of people with 0, 1, 2 … `most` or more conditions."""
    bands = Bands(age_edges=(), ltc_edges=tuple(range(most + 1)))
    people = person_costs(costing)
    sums = band_sums(people, CapitationTerms(truncation=UNCUT, credibility=Decimal(0), bands=bands))
    spreads = _spreads(people, bands, costing.window.days)
    made = []
    for name, each in sums.items():
        years = Fraction(each.days, costing.window.days)
        throughout, spread = spreads.get(name, (0, ()))
        mean = money.half_up(each.cost / years)
        made.append(ConditionCount(name, each, years, mean, interval(each, costing.window), throughout, spread))
    return CostByConditions(tuple(made))


def _spreads(people: ibis.Table, bands: Bands, days: int) -> dict[str, tuple[int, tuple[int, ...]]]:
    """How many people were eligible throughout, and the spread of their costs in pence, by band."""
    banded = with_band(people.filter(people.days == days), bands)
    quantiles = {name: banded.pence.quantile(share) for name, share in SPREAD.items()}
    rows = banded.group_by("band").agg(throughout=banded.count(), **quantiles).to_pyarrow().to_pylist()
    return {row["band"]: (int(row["throughout"]), _whole([row[name] for name in SPREAD])) for row in rows}


def _whole(values: Sequence[float]) -> tuple[int, ...]:
    return tuple(money.half_up(Fraction(value)) for value in values)
