"""Shares of gains and losses, ready for a page."""

import datetime
from itertools import accumulate

from files.offers import Offers
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from finance_models.calc import gain_share, yearly_adjustment
from finance_models.calc.gain_share import GainShare
from finance_models.models import AssumptionSet
from finance_models.runs.words import SAMPLE, partner_words
from ui import formats
from ui.charts import LineChart, Series

NOT_A_LIMIT = "A target is not a limit on the care a person needs."


def sentence(made: GainShare) -> str:
    """`A gain of £700,000.00. £170,000.00 of it is shared, and £530,000.00 stays with the commissioners.`"""
    kind = _kind(made.variance)
    size, shared = formats.pounds(abs(made.variance)), formats.pounds(abs(made.shared))
    capped = " The cap was reached." if made.is_capped else ""
    rest = formats.pounds(abs(made.kept))
    return f"A {kind} of {size}. {shared} of it is shared, and {rest} stays with the commissioners.{capped}"


def table(made: GainShare, assumptions: AssumptionSet, on: datetime.date) -> Table:
    """Columns: partner, part. The parts add up to what is shared."""
    rows = [[partner_words(name), formats.pounds(pence)] for name, pence in made.split.items()]
    rows += [["Shared", formats.pounds(made.shared)], ["Stays with the commissioners", formats.pounds(made.kept)]]
    return Table(
        key="share",
        caption="Parts of the partners",
        head=("Partner", numeric("Part")),
        rows=tuple(rows),
        as_at=on,
        source=f"{assumptions}: {gain_share.FORMULA}",
        note=NOT_A_LIMIT,
        people=NO_PEOPLE,
        sample=assumptions.is_sample,
    )


def years_sentence(years: list[GainShare]) -> str:
    """`Over 5 years £11.00 of gains is shared, and the target goes from £1,000.00 to £912.96.`"""
    shared = sum(year.shared for year in years)
    span = formats.plural(len(years), "year", "years")
    first, last = formats.pounds(years[0].target), formats.pounds(years[-1].target)
    moved = f", and the target goes from {first} to {last}" if len(years) > 1 else ""
    return f"Over {span} a {_kind(shared)} of {formats.pounds(abs(shared))} is shared{moved}."


def years_table(years: list[GainShare], assumptions: AssumptionSet, on: datetime.date) -> Table:
    """Columns: year, target, actual cost, gain or loss, shared, stays with the commissioners, shared so far."""
    so_far = accumulate(year.shared for year in years)
    rows = [
        [
            f"Year {number}",
            *map(formats.pounds, (each.target, each.actual, each.variance, each.shared, each.kept, total)),
        ]
        for number, (each, total) in enumerate(zip(years, so_far, strict=True), start=1)
    ]
    head = (
        "Year", numeric("Target"), numeric("Actual cost"), numeric("Gain or loss"), numeric("Shared"),
        numeric("Stays with the commissioners"), numeric("Shared so far"),
    )  # fmt: skip
    return Table(
        key="years",
        caption="Gain and loss share, year by year",
        head=head,
        rows=tuple(rows),
        as_at=on,
        source=f"{assumptions}: {yearly_adjustment.FORMULA}",
        note=NOT_A_LIMIT,
        people=NO_PEOPLE,
        sample=assumptions.is_sample,
    )


def years_chart(years: list[GainShare], assumptions: AssumptionSet, on: datetime.date, downloads: Offers) -> LineChart:
    """Target and actual cost, year by year, in pounds."""
    return LineChart(
        id="share-years",
        title="Target beside actual cost",
        description=f"Year by year, in pounds.{SAMPLE if assumptions.is_sample else ''}",
        category="Year",
        labels=tuple(f"Year {number}" for number in range(1, len(years) + 1)),
        series=(
            Series("Target", tuple(round(each.target / 100) for each in years), "plan"),
            Series("Actual cost", tuple(round(each.actual / 100) for each in years), "actual"),
        ),
        as_at=on,
        source=str(assumptions),
        downloads=downloads,
    )


def _kind(pence: int) -> str:
    return "gain" if pence > 0 else "loss" if pence < 0 else "variance"
