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
    """For each area that the person leads: what is late, reviews, next steps and dates for people that are missing."""
    from tenants.contexts import in_area

    found: list[HomeCard] = []
    for area in request.access.areas(Permission.PLAN_EDIT):
        with in_area(area):
            plans = list(apps.get_model("rollout.GroupPlan").objects.all())
            found += _late_milestones(area, today()) + _reviews(area, today())
        found += _late(area, plans, today())
        found += _unwritten(area, plans)
        found += _without_date(area, plans, today())
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


def _late_milestones(area: Any, day: datetime.date) -> list[HomeCard]:
    """In the area's schema: one card for all, since a lead who opens the list sees each."""
    from tenants.rollout.milestones.queries import overdue

    late = overdue(day)
    if not late:
        return []
    first = late[0]
    count = "A milestone is late" if len(late) == 1 else f"{len(late)} milestones are late"
    return [
        HomeCard(
            title=count,
            text=f"{area.name}. {first.title} was due on {formats.date(first.due)}.",
            action_label="Say when they will be done" if len(late) > 1 else "Say when it will be done",
            url=f"{reverse('rollout:milestones', args=[area.slug])}?status=red",
            due=first.due,
        )
    ]


def _reviews(area: Any, day: datetime.date) -> list[HomeCard]:
    """In the area's schema: one card for all risks and issues whose review date has passed."""
    from tenants.rollout.risks.queries import to_review

    due = to_review(day)
    if not due:
        return []
    count = "a risk or issue" if len(due) == 1 else f"{len(due)} risks and issues"
    return [
        HomeCard(
            title=f"Look again at {count}",
            text=f"{area.name}. {due[0].title}: the review was due on {formats.date(due[0].review_on)}.",
            action_label="Open the list",
            url=f"{reverse('rollout:risks', args=[area.slug])}?show=review",
            due=due[0].review_on,
        )
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


def _without_date(area: Any, plans: list[Any], day: datetime.date) -> list[HomeCard]:
    from tenants.rollout.presenters import owes_a_date

    missing = [plan for plan in plans if owes_a_date(plan, day)]
    if not missing:
        return []
    count = "one group" if len(missing) == 1 else f"{len(missing)} groups"
    return [
        HomeCard(
            title=f"Publish from when people can ask, for {count}",
            text=f"{area.name}. Each area has promised a date to people whose group it does not start with.",
            action_label="Open the plan",
            url=reverse("rollout:plans", args=[area.slug]),
        )
    ]
