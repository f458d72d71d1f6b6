"""Publishing: the only way by which an area's rows reach the board and the public pages."""

import datetime
from typing import Protocol

from django.db import transaction

from config.today import is_sample_activity, today
from tenants.models import Area
from tenants.returns.models import PublishedPlan


class Plan(Protocol):
    """What is read of an area's plan; its row lives in the area's schema, so there is no foreign key to it."""

    group: str
    phase: int | None
    planned_start: datetime.date | None
    actual_start: datetime.date | None
    ask_from: datetime.date | None
    status: str
    available_now: str
    ask: str


@transaction.atomic
def publish_plan(
    *, area: Area, plan: Plan, reason: str, source: str, as_at: datetime.date | None = None
) -> PublishedPlan:
    """A new dated row of the area's plan for a group. Earlier rows stay as they were."""
    return PublishedPlan.objects.create(
        area=area,
        group=plan.group,
        phase=plan.phase,
        planned_start=plan.planned_start,
        actual_start=plan.actual_start,
        ask_from=plan.ask_from,
        status=plan.status,
        available_now=plan.available_now,
        ask=plan.ask,
        reason=reason,
        source=source,
        as_at=as_at or today(),
        is_sample=is_sample_activity(),
    )
