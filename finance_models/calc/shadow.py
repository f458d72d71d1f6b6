"""Shadow payment (stage 2): what a capitated payment would have been month by month, beside actual cost.

A month's payment is Σ rate x person-years of that month, band by band; person-years of a month are the eligible days
in it by the days of the whole window. Nobody is paid by it: it is for learning what the payment would do.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

import ibis

from finance_models.calc import frames, money
from finance_models.calc.bands import Bands
from finance_models.calc.costing import COSTED, UNCOSTED, Costing
from finance_models.calc.people import in_window, with_band
from finance_models.calc.windows import Window

if TYPE_CHECKING:
    import pandas as pd

FORMULA = (
    "Each month's payment is, for each band, its rate times the person-years of that month (eligible days in the month "
    "by days in the window), added up and rounded to the penny. The variance is payment less actual cost."
)
COLUMNS = (
    "month",
    "person_years",
    "payment_pence",
    "actual_pence",
    "variance_pence",
    "cumulative_variance_pence",
    "lines",
    "uncosted_lines",
)


@dataclass(frozen=True)
class ShadowMonth:
    """A month, or the part of it that lies in the window; sums in pence, `days` are eligible days of people.

    `lines` are those that count in the month; the cost of the `uncosted` among them isn't known.
    """

    start: datetime.date
    days: int
    payment: int
    actual: int
    lines: int
    uncosted: int

    @property
    def variance(self) -> int:
        """Payment less actual cost: positive where the payment would have been more than enough."""
        return self.payment - self.actual


@dataclass(frozen=True)
class Shadow:
    """The months in order. `without_rate`: eligible days of people in bands that have no rate, by band."""

    window: Window
    months: tuple[ShadowMonth, ...]
    without_rate: Mapping[str, int]

    @property
    def cumulative(self) -> tuple[int, ...]:
        """The variance from the first month to each month, in pence."""
        return tuple(accumulate(month.variance for month in self.months))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What makes the payment too small: people for whose band there is no rate."""
        return tuple(
            f"Band {band}: there is no rate for it, so its {money.places(Fraction(days, self.window.days), 2)} "
            "person-years bring no payment; give it a rate, or make the bands larger."
            for band, days in self.without_rate.items()
        )

    def table(self) -> "pd.DataFrame":
        """One row a month: `COLUMNS`."""
        rows = [
            (
                month.start,
                month.days / self.window.days,
                month.payment,
                month.actual,
                month.variance,
                total,
                month.lines,
                month.uncosted,
            )
            for month, total in zip(self.months, self.cumulative, strict=True)
        ]
        return frames.table(rows, COLUMNS)


def shadow(costing: Costing, rates: Mapping[str, int | Fraction], bands: Bands) -> Shadow:
    """Pay by `rates`, in pence for a person-year by band, for everybody eligible in the window of `costing`."""
    months = list(costing.window.months())
    days = eligible_days(costing, months, bands)
    found = _costs_by_month(costing)
    made = []
    for at, month in enumerate(months):
        payment = sum(
            (Fraction(rates.get(band, 0)) * each[at] / costing.window.days for band, each in days.items()), Fraction(0)
        )
        actual, lines, uncosted = found.get((month.start.year, month.start.month), (0, 0, 0))
        in_month = sum(each[at] for each in days.values())
        made.append(ShadowMonth(month.start, in_month, money.half_up(payment), actual, lines, uncosted))
    missing = {band: sum(each) for band, each in days.items() if band not in rates}
    return Shadow(costing.window, tuple(made), missing)


def eligible_days(costing: Costing, months: Sequence[Window], bands: Bands) -> dict[str, list[int]]:
    """Eligible days of the people of each band, month by month."""
    people = with_band(in_window(costing.data.people, costing.window), bands)
    counted = people.group_by("band").agg(**{f"m{at}": _days_in(people, month) for at, month in enumerate(months)})
    rows = {row["band"]: row for row in counted.to_pyarrow().to_pylist()}
    return {band: [int(rows[band][f"m{at}"]) for at in range(len(months))] for band in bands.names() if band in rows}


def _days_in(people: ibis.Table, month: Window) -> ibis.Column:
    end = ibis.literal(month.last_day)
    first = ibis.greatest(people.eligible_from, ibis.literal(month.start))
    last = ibis.least(people.eligible_to.coalesce(end), end)
    return ibis.greatest(last.delta(first, unit="day") + 1, 0).cast("int64").sum()


def _costs_by_month(costing: Costing) -> dict[tuple[int, int], tuple[int, int, int]]:
    """Pence, lines that count, and uncosted lines of each year and month."""
    lines = costing.lines.filter(costing.lines.outcome.isin([COSTED, UNCOSTED]))
    sums = lines.group_by(year=lines.date.year(), month=lines.date.month()).agg(
        pence=lines.pence.sum().fill_null(0).cast("int64"),
        lines=lines.count(),
        uncosted=(lines.outcome == UNCOSTED).cast("int64").sum(),
    )
    return {
        (row["year"], row["month"]): (int(row["pence"]), int(row["lines"]), int(row["uncosted"]))
        for row in sums.to_pyarrow().to_pylist()
    }
