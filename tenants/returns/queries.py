"""What areas have published, read across the whole network."""

import datetime
from collections.abc import Iterable

from tenants.models import Area
from tenants.returns.models import PublishedPlan


def plans_as_at(day: datetime.date) -> dict[tuple[int, str], PublishedPlan]:
    """The latest published plan of every area and group on that day, by (area's id, group). One query."""
    rows = (
        PublishedPlan.objects.filter(as_at__lte=day)
        .order_by("area_id", "group", "-as_at", "-pk")
        .distinct("area_id", "group")
    )
    return {(row.area_id, row.group): row for row in rows}


def plan_history(area: Area, group: str) -> Iterable[PublishedPlan]:
    """Every published row of an area's plan for a group, the newest first."""
    return PublishedPlan.objects.filter(area=area, group=group).order_by("-as_at", "-pk")
