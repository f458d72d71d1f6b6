"""What areas have published, read across the whole network."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, OuterRef, Q, QuerySet, Subquery

from tenants import quarters
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.models import PublishedPlan, SignedReturn


def latest_as_at(model: type[Model], day: datetime.date, *keys: str) -> QuerySet[Any]:
    """The latest published row of each area and thing (`keys` name it) on that day. One query.

    `latest_as_at(PublishedMilestone, day, "key")`.
    """
    names = ("area_id", *keys)
    found = model._default_manager.filter(as_at__lte=day).order_by(*names, "-as_at", "-pk")
    return found.distinct(*names)


def plans_as_at(day: datetime.date) -> dict[tuple[int, str], PublishedPlan]:
    """The latest published plan of every area and group on that day, by (area's id, group). One query."""
    return {(row.area_id, row.group): row for row in latest_as_at(PublishedPlan, day, "group")}


def signed_as_at(day: datetime.date) -> dict[tuple[int, Quarter], SignedReturn]:
    """The latest version of each return that was signed on or before the day, by (area's id, quarter). One query.

    True figures are not loaded (`figures` and `notes` are deferred): who signed what and when is all that is known.
    """
    rows = (
        SignedReturn.objects.filter(signed_on__lte=day)
        .defer("figures", "notes")
        .order_by("area_id", "quarter", "-version")
        .distinct("area_id", "quarter")
    )
    found = ((row.area_id, quarters.parse(row.quarter), row) for row in rows)
    return {(area, quarter): row for area, quarter, row in found if quarter}


def plan_history(area: Area, group: str) -> Iterable[PublishedPlan]:
    """Every published row of an area's plan for a group, the newest first."""
    return PublishedPlan.objects.filter(area=area, group=group).order_by("-as_at", "-pk")


@dataclass(frozen=True)
class Change:
    """A published row, and the one that it took the place of."""

    row: PublishedPlan
    before: PublishedPlan


def change_of(published: int) -> Change | None:
    """A published row with the one that it took the place of; None for a first plan, or where there is no such row."""
    row = PublishedPlan.objects.select_related("area").filter(pk=published).first()
    if row is None:
        return None
    earlier = Q(as_at__lt=row.as_at) | Q(as_at=row.as_at, pk__lt=row.pk)
    before = PublishedPlan.objects.filter(earlier, area=row.area, group=row.group).order_by("-as_at", "-pk").first()
    return Change(row, before) if before else None


def explained_changes(most: int) -> list[Change]:
    """The newest changes of plans of active areas that say why. A first plan changes nothing. Two queries."""
    earlier = Q(as_at__lt=OuterRef("as_at")) | Q(as_at=OuterRef("as_at"), pk__lt=OuterRef("pk"))
    previous = PublishedPlan.objects.filter(earlier, area=OuterRef("area"), group=OuterRef("group"))
    rows = list(
        PublishedPlan.objects.filter(area__in=Area.objects.active())
        .exclude(reason="")
        .select_related("area")
        .annotate(previous=Subquery(previous.order_by("-as_at", "-pk").values("pk")[:1]))
        .filter(previous__isnull=False)
        .order_by("-published_at", "-pk")[:most]
    )
    before = PublishedPlan.objects.in_bulk([row.previous for row in rows])
    return [Change(row, before[row.previous]) for row in rows]
