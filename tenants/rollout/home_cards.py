"""What an area's plan asks of its lead today."""

import datetime
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from ui import formats
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """For each area that the person leads: dates that have passed, and groups without a next step."""
    from tenants.contexts import in_area

    found: list[HomeCard] = []
    for area in request.access.areas(Permission.PLAN_EDIT):
        with in_area(area):
            plans = list(apps.get_model("rollout.GroupPlan").objects.all())
        found += _late(area, plans, today())
        found += _unwritten(area, plans)
    return found


def _late(area: Any, plans: list[Any], day: datetime.date) -> list[HomeCard]:
    from tenants import groups
    from tenants.rollout.presenters import is_late

    return [
        HomeCard(
            title=f"A date has passed: {plan.get_group_display()}",
            text=f"{area.name}. {plan.next_step or 'The planned start'} was due on "
            f"{formats.date(plan.next_step_due or plan.planned_start)}.",
            action_label="Bring the plan up to date",
            url=reverse("rollout:change", args=[area.slug, groups.BY_KEY[plan.group].slug]),
            due=plan.next_step_due or plan.planned_start,
        )
        for plan in plans
        if is_late(plan, day)
    ]


def _unwritten(area: Any, plans: list[Any]) -> list[HomeCard]:
    missing = [plan for plan in plans if not plan.next_step]
    if not missing:
        return []
    count = "one group" if len(missing) == 1 else f"{len(missing)} groups"
    return [
        HomeCard(
            title=f"Write the next step for {count}",
            text=f"{area.name}. The team and the board can then see who does what by when.",
            action_label="Open the plan",
            url=reverse("rollout:plans", args=[area.slug]),
        )
    ]
