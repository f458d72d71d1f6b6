"""Revisions of the trajectory in the area's schema, and what the area has signed beside them."""

import datetime
from dataclasses import dataclass

from config.today import today
from tenants import quarters
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.models import PublishedTrajectory, SignedReturn
from tenants.returns.shape import total_of
from tenants.rollout.models import TrajectoryRevision
from tenants.rollout.trajectory.points import LINES, Points

# Where a measure is counted in the return: by group, or (integrated budgets) as one number.
BY_GROUP = {"phb": ("groups", "in_place"), "pcsp": ("plans", "in_place")}
INTEGRATED = "funding.in_place.integrated"


@dataclass(frozen=True)
class Actual:
    """What was in place at a quarter's end, true and for the own team: in all, and by group where it is counted so."""

    total: int
    by_group: dict[str, int]
    is_sample: bool


def latest() -> TrajectoryRevision | None:
    """The revision that stands."""
    return TrajectoryRevision.objects.select_related("by").first()


def revisions() -> list[TrajectoryRevision]:
    """All of them, the newest first."""
    return list(TrajectoryRevision.objects.select_related("by"))


def points_of(revision: TrajectoryRevision | None) -> Points:
    """A revision's numbers; nothing where there is none."""
    found: Points = {}
    for point in revision.points.all() if revision else []:
        found.setdefault(point.measure, {}).setdefault(point.group, {})[point.quarter] = point.planned
    return found


def actuals(area: Area, measure: str, day: datetime.date | None = None) -> dict[Quarter, Actual]:
    """What the area's own signed returns say of a measure, by quarter: the latest version of each. One query."""
    rows = SignedReturn.objects.filter(area=area, signed_on__lte=day or today())
    rows = rows.order_by("quarter", "-version").distinct("quarter")
    found = ((quarters.parse(row.quarter), row) for row in rows)
    return {quarter: _actual(measure, row) for quarter, row in found if quarter is not None}


def is_sample(area: Area) -> bool:
    """Whether the revision that stands was made up for a demonstration."""
    newest = PublishedTrajectory.objects.filter(area=area).first()
    return newest is not None and newest.is_sample


def _actual(measure: str, row: SignedReturn) -> Actual:
    if measure not in BY_GROUP:
        return Actual(row.figures.get(INTEGRATED, 0), {}, row.is_sample)
    table, column = BY_GROUP[measure]
    by_group = {group: row.figures.get(f"{table}.{column}.{group}", 0) for group in LINES}
    return Actual(total_of(table, row.figures, column), by_group, row.is_sample)
