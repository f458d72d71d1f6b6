"""The plan against what is in place, with what follows if quarters go on as they have; for the area's own team."""

from collections.abc import Mapping
from typing import Any

from config.today import today
from tenants.models import Area
from tenants.programme import projecting, projecting_words
from tenants.quarters import Quarter
from tenants.rollout.trajectory.points import MEASURES, Points, last_planned, total
from tenants.rollout.trajectory.reading import Actual
from tenants.rollout.trajectory.tables import short, shown_quarters
from ui.charts import LineChart, Series

PEOPLE = {
    "phb": "have a personal health budget",
    "ipb": "have an integrated budget",
    "pcsp": "have a care and support plan that meets all five criteria",
}


def chart(
    area: Area, measure: str, points: Points, actuals: Mapping[Quarter, Actual], downloads: Any
) -> LineChart | None:
    """None where nothing is planned and nothing signed."""
    shown = shown_quarters(points, measure, actuals)
    if not shown:
        return None
    forecast = projecting.project({quarter: each.total for quarter, each in actuals.items()})
    series = [
        Series("Planned", tuple(total(points, measure, quarter) for quarter in shown), "plan"),
        Series("In place", tuple(_total(actuals.get(quarter)) for quarter in shown), "actual"),
    ]
    if forecast is not None and forecast.last < shown[-1]:
        series.append(projected(shown, forecast))
    return LineChart(
        id=f"trajectory-{measure}",
        title=f"{MEASURES[measure]}: planned, and in place",
        description=in_words(measure, points, actuals),
        category="At the end of",
        labels=tuple(short(quarter) for quarter in shown),
        series=tuple(series),
        as_at=today(),
        source=f"the trajectory and the signed returns of {area.name}; true counts, for the area's own team",
        downloads=downloads,
    )


def in_words(measure: str, points: Points, actuals: Mapping[Quarter, Actual]) -> str:
    """`60 people have a personal health budget (June 2015), 20 fewer than planned. At the pace so far, …`"""
    signed = max(actuals, default=None)
    if signed is None:
        return "No return is signed yet, so there is nothing to compare the plan with."
    count, planned = actuals[signed].total, total(points, measure, signed)
    told = f"{count:,} people {PEOPLE[measure]} ({projecting_words.month(signed)}){_against(count, planned)}."
    forecast = projecting.project({quarter: each.total for quarter, each in actuals.items()})
    end = last_planned(points, measure)
    ahead = projecting_words.reaching(forecast, end[1], what="planned") if end else ""
    return f"{told} {ahead}".strip()


def projected(shown: list[Quarter], forecast: projecting.Projection) -> Series:
    """The projection over these quarters, in whole people."""
    by_quarter = {point.quarter: point for point in forecast.until(shown[-1])}
    found = [by_quarter.get(quarter) for quarter in shown]
    return Series(
        "If it goes on like this",
        tuple(_whole(point.expected) if point else None for point in found),
        "forecast",
        low=tuple(_whole(point.low) if point else None for point in found),
        high=tuple(_whole(point.high) if point else None for point in found),
        interval="8 times in 10",
    )


def _against(count: int, planned: int | None) -> str:
    if planned is None:
        return ""
    if count == planned:
        return ", as planned"
    return f", {abs(count - planned):,} {'more' if count > planned else 'fewer'} than planned"


def _total(actual: Actual | None) -> int | None:
    return actual.total if actual else None


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)
