"""How many people live in an area, and how many have and will have a budget: from what the area signed and published.

Counts of people are those that were public already, and those that were released of signed returns, as they were
released. Nothing here reads an area's own schema.
"""

import datetime
from collections.abc import Mapping
from typing import Any

from disclosure import PublishedCount, already_public
from files.people import ALREADY_PUBLIC, hidden_by
from files.tables import Table, numeric
from tenants import groups, quarters
from tenants.models import Area, BudgetBaseline, EligiblePool
from tenants.presenters import sources
from tenants.quarters import Quarter
from tenants.returns.figures import BUDGETS, BoardFigures, board_figures
from tenants.returns.models import PublishedTrajectory
from tenants.returns.queries import latest_as_at
from ui import formats

QUARTERS_AHEAD = 4
HEALTH_BUDGETS = "phb"  # the measure in a trajectory
ROUNDED_TO = 5
NOT_SENT, LEFT_OUT, NO_PLAN = "Not sent", "Left out", "No plan"
LINES = (*((group.key, group.name) for group in groups.GROUPS), ("none", "None of the four groups"))
SIGNED = "the area’s signed quarterly return"
METHOD = (
    "Planned: what the area has published of its trajectory. If it goes on as until now: from the totals of signed "
    "quarters, by what a quarter has added on average, with the interval for 8 of 10 cases where there is one. "
    "“Left out” is what others could be worked out from."
)


def population_table(area: Area) -> Table:
    """Columns: what, people, as at, source. Three queries."""
    told = sources.of_file("areas.csv")
    rows: list[list[Any]] = []
    if area.approx_population_2014:
        people = f"About {area.approx_population_2014:,}"
        rows.append(["People who live here", people, *([told.as_at, told.source] if told else ["2014", ""])])
    baseline = BudgetBaseline.objects.filter(area=area).first()
    if baseline:
        count = already_public(baseline.in_place, source=baseline.source, as_at=baseline.as_at)
        what = "People who had a personal health budget when the programme began"
        rows.append([what, str(count), baseline.as_at, baseline.source])
    for pool in EligiblePool.objects.filter(area=area).order_by("group", "pk"):
        words = f"{pool.qualifier} {pool.people:,}".strip()
        rows.append([_capital(pool.what), _capital(words), told.as_at if told else "2014", pool.source])
    return Table(
        key="population",
        caption="People who live here",
        head=("Who", numeric("People"), "As at", "Source"),
        rows=tuple(rows),
        as_at=told.as_at if told else None,
        source="public figures, as each line says",
        people=ALREADY_PUBLIC,
    )


def forecast_table(area: Area, day: datetime.date) -> Table:
    """Columns: group, in place by the newest signed return, planned by quarter. Three queries."""
    figures = board_figures(day)
    signed = next((each for each in figures.quarters if area.slug in figures.areas_that_signed(each)), None)
    revision = latest_as_at(PublishedTrajectory, day).filter(area=area).first()
    ahead = _ahead(signed or quarters.of(day).previous)
    points = revision.points.get(HEALTH_BUDGETS, {}) if revision else {}
    rows = [
        [name, _count(figures, area, signed, f"groups.in_place.{key}"), *_planned(points.get(key, {}), ahead)]
        for key, name in LINES
    ]
    everybody = _total(figures, area, signed)
    rows.append(["Everybody", NOT_SENT if signed is None else _or_left_out(everybody), *_all_planned(points, ahead)])
    rows.append(["Everybody, if it goes on as until now", "", *_projected(area, figures, ahead)])
    is_sample = bool((revision and revision.is_sample) or (signed and figures.is_sample(signed)))
    signed_words = f"In place, {formats.date(signed.last_day)}" if signed else "In place"
    return Table(
        key="forecast",
        caption="People with a personal health budget: now and planned",
        head=("Group", numeric(signed_words), *(numeric(f"Planned, {formats.date(each.last_day)}") for each in ahead)),
        rows=tuple(rows),
        as_at=signed.last_day if signed else day,
        source=f"{SIGNED} and its published trajectory",
        note=METHOD,
        people=hidden_by(),
        sample=is_sample,
    )


def _ahead(after: Quarter) -> list[Quarter]:
    found = [after.next]
    while len(found) < QUARTERS_AHEAD:
        found.append(found[-1].next)
    return found


def _count(figures: BoardFigures, area: Area, signed: Quarter | None, cell: str) -> Any:
    return NOT_SENT if signed is None else _or_left_out(figures.area(area.slug, signed, cell))


def _total(figures: BoardFigures, area: Area, signed: Quarter | None) -> PublishedCount | None:
    return figures.area_total(area.slug, signed, BUDGETS) if signed else None


def _or_left_out(count: PublishedCount | None) -> Any:
    return LEFT_OUT if count is None else count


def _planned(of_group: Mapping[str, int], ahead: list[Quarter]) -> list[Any]:
    return [of_group.get(quarter.key, NO_PLAN) for quarter in ahead]


def _all_planned(points: Mapping[str, Mapping[str, int]], ahead: list[Quarter]) -> list[Any]:
    found = []
    for quarter in ahead:
        given = [of_group[quarter.key] for of_group in points.values() if quarter.key in of_group]
        found.append(sum(given) if given else NO_PLAN)
    return found


def _projected(area: Area, figures: BoardFigures, ahead: list[Quarter]) -> list[str]:
    """`about 45 (30 to 60)` for each quarter; from what is shown, so that it tells no more."""
    # scipy, which this loads, takes half a second: not when the site starts.
    from tenants.programme import projecting

    totals = {quarter: _total(figures, area, quarter) for quarter in figures.quarters}
    known = {quarter: count.shown for quarter, count in totals.items() if count is not None and count.shown is not None}
    forecast = projecting.project(known, rounded_to=ROUNDED_TO)
    if forecast is None:
        return ["Not known yet"] * len(ahead)
    points = {point.quarter: point for point in forecast.until(ahead[-1])}
    return [_point_words(points[quarter]) if quarter in points else "" for quarter in ahead]


def _point_words(point: Any) -> str:
    about = f"about {round(point.expected):,}"
    return about if point.low is None else f"{about} ({round(point.low):,} to {round(point.high):,})"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
