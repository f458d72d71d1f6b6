"""The trajectory's tables: by quarter, by group, the revisions, and what differs between two."""

from collections.abc import Mapping
from typing import Any

from config.today import today
from files.people import NO_PEOPLE, OWN_TEAM, People
from files.tables import Table, numeric
from tenants import quarters
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.rollout.models import TrajectoryRevision
from tenants.rollout.trajectory.points import LINES, MEASURES, Points, differences, last_planned, total
from tenants.rollout.trajectory.reading import Actual

PER = 100_000


def by_quarter(
    area: Area, measure: str, shown: list[Quarter], points: Points, actuals: Mapping[Quarter, Actual], sample: bool
) -> Table:
    """Columns: quarter, planned, in place, more or fewer than planned, in place per 100,000 people."""
    return Table(
        key=f"trajectory-{measure}",
        caption=f"{MEASURES[measure]} by quarter: planned, and in place",
        head=(
            "At the end of",
            numeric("Planned"),
            numeric("In place"),
            numeric("More or fewer than planned"),
            numeric("In place per 100,000 people (approximate)"),
        ),
        rows=tuple(_quarter(area, quarter, total(points, measure, quarter), actuals.get(quarter)) for quarter in shown),
        as_at=today(),
        source=f"the trajectory and the signed returns of {area.name}",
        people=people_of(actuals),
        note="Per 100,000: of everybody who lives in the area, by the rounded estimate for 2014.",
        sample=sample,
    )


def by_group(area: Area, measure: str, points: Points, actuals: Mapping[Quarter, Actual], sample: bool) -> Table:
    """Columns: group, in place at the last signed quarter, planned for it, planned in the end."""
    signed, planned = max(actuals, default=None), planned_quarters(points, measure)
    end = planned[-1] if planned else None
    head: list[Any] = ["Group"]
    if signed:
        head += [numeric(f"In place, {short(signed)}"), numeric(f"Planned, {short(signed)}")]
    head += [numeric(f"Planned, {short(end)}")] if end else []
    return Table(
        key=f"trajectory-groups-{measure}",
        caption=f"{MEASURES[measure]} by group",
        head=tuple(head),
        rows=tuple(
            [name, *_group(points.get(measure, {}).get(group, {}), group, signed, actuals, [end] if end else [])]
            for group, name in LINES.items()
        ),
        as_at=today(),
        source=f"the trajectory and the signed returns of {area.name}",
        people=people_of(actuals),
        sample=sample,
    )


def planned_by_group(area: Area, measure: str, points: Points, sample: bool) -> Table:
    """Columns: quarter, then a group each: what is planned, whole."""
    return Table(
        key=f"trajectory-planned-{measure}",
        caption=f"{MEASURES[measure]}: planned by quarter and group",
        head=("At the end of", *(numeric(name) for name in LINES.values())),
        rows=tuple(
            [short(quarter), *(_or_none(points.get(measure, {}).get(group, {}).get(quarter.key)) for group in LINES)]
            for quarter in planned_quarters(points, measure)
        ),
        as_at=today(),
        source=f"as entered by {area.name}",
        people=NO_PEOPLE,
        sample=sample,
    )


def revisions(area: Area, found: list[TrajectoryRevision]) -> Table:
    """Columns: revision, agreed on, why, who."""
    return Table(
        key="trajectory-revisions",
        caption="Revisions of the trajectory",
        head=("Revision", "Agreed on", "Why", "Who"),
        rows=tuple([str(row), row.agreed_on, row.reason, row.by.name if row.by else "The system"] for row in found),
        as_at=today(),
        source=f"as entered by {area.name}",
    )


def compared(area: Area, numbers: tuple[int, int], before: Points, after: Points) -> Table:
    """Columns: measure, group, quarter, before, after, difference. What is the same is left out."""
    rows = [
        [MEASURES[measure], LINES[group], str(quarter), _or_none(old), _or_none(new), (new or 0) - (old or 0)]
        for measure, group, quarter, old, new in differences(before, after)
    ]
    return Table(
        key="trajectory-compared",
        caption=f"What differs between revision {numbers[0]} and revision {numbers[1]}",
        head=(
            "What",
            "Group",
            "At the end of",
            numeric(f"Revision {numbers[0]}"),
            numeric(f"Revision {numbers[1]}"),
            numeric("Difference"),
        ),
        rows=tuple(rows),
        as_at=today(),
        source=f"as entered by {area.name}",
        people=NO_PEOPLE,
        note="Planned numbers: nobody is counted in them.",
    )


def planned_quarters(points: Points, measure: str) -> list[Quarter]:
    """The quarters for which any group has a number."""
    keys = {key for line in points.get(measure, {}).values() for key in line}
    return sorted(quarter for key in keys if (quarter := quarters.parse(key)))


def shown_quarters(points: Points, measure: str, actuals: Mapping[Quarter, Actual]) -> list[Quarter]:
    """From the first quarter that is planned or signed to the last, with none left out."""
    known = sorted({*planned_quarters(points, measure), *actuals})
    found = known[:1]
    while found and found[-1] < known[-1]:
        found.append(found[-1].next)
    return found


def people_of(actuals: Mapping[Quarter, Actual]) -> People:
    """True counts are for the own team; a plan alone counts nobody."""
    return OWN_TEAM if actuals else NO_PEOPLE


def short(quarter: Quarter) -> str:
    """`Jun 2015`."""
    return f"{quarter.last_day:%b %Y}"


def end_words(points: Points, measure: str) -> str:
    """`200 planned by December 2017`, or nothing."""
    found = last_planned(points, measure)
    return f"{found[1]:,} planned by {found[0].last_day:%B %Y}" if found else ""


def _quarter(area: Area, quarter: Quarter, planned: int | None, actual: Actual | None) -> list[Any]:
    population = area.approx_population_2014
    rate = round(actual.total / population * PER, 1) if actual and population else None
    difference = actual.total - planned if actual and planned is not None else None
    return [
        str(quarter),
        _or_none(planned, "Not planned"),
        actual.total if actual else "Not signed yet",
        "" if difference is None else difference,
        "" if rate is None else rate,
    ]


def _group(
    line: Mapping[str, int],
    group: str,
    signed: Quarter | None,
    actuals: Mapping[Quarter, Actual],
    ahead: list[Quarter],
) -> list[Any]:
    cells: list[Any] = []
    if signed:
        cells = [actuals[signed].by_group.get(group, "Not counted by group"), _or_none(line.get(signed.key))]
    return [*cells, *(_or_none(line.get(quarter.key)) for quarter in ahead)]


def _or_none(number: int | None, words: str = "None planned") -> Any:
    return words if number is None else number
