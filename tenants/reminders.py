"""Reminders by schedule: invitations that run out, and dates of an area's plan that have passed.

Each morning the schedule sends one message for the network. That one records a message for every active area, which
carries the area in its header; an area's plan is read by its own message alone, in the area's own schema.
"""

import datetime
import hashlib
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import Invitation
from config.today import today
from jobs import outbox
from notify.actions import notify, notify_all
from tenants.models import Area
from tenants.notices import INVITATION_ENDING, PLAN_LATE, ROLLOUT_LATE, plan_address
from tenants.rollout import parts
from tenants.rollout.models import GroupPlan
from tenants.telling import leads_of
from ui import formats

AREA_TASK = "tenants.tasks.remind_area"
INVITATION_ENDS_WITHIN = datetime.timedelta(days=3)
# Whoever knows that a date has passed is told again after a week, not each morning.
AGAIN_AFTER_DAYS = 7
MOST_TOLD = 5  # in one piece of news; the page has them all
NOT_BEGUN = (GroupPlan.Status.NOT_STATED, GroupPlan.Status.NOT_STARTED, GroupPlan.Status.PREPARING)


@transaction.atomic
def ask_every_area() -> int:
    """Record today's message for each active area; returns how many areas there are. Asked twice, it is once."""
    areas = list(Area.objects.active())
    day = timezone.localdate().isoformat()
    for area in areas:
        outbox.send(AREA_TASK, area=area, key=f"remind-{area.slug}-{day}")
    return len(areas)


@transaction.atomic
def remind_of_invitations() -> int:
    """Tell whoever invited somebody, once, that nobody has accepted and time runs out; returns how many were told."""
    soon = Invitation.objects.open().filter(
        Q(area__isnull=True) | Q(area__status=Area.Status.ACTIVE),
        expires_at__lt=timezone.now() + INVITATION_ENDS_WITHIN,
        invited_by__isnull=False,
    )
    return sum(_remind_of(invitation) for invitation in soon.select_related("invited_by", "area", "organisation"))


def _remind_of(invitation: Invitation) -> bool:
    area: Any = invitation.area
    sender = invitation.invited_by
    if sender is None:
        return False
    is_of_area = area is not None and sender.memberships.filter(area=area, ended_at__isnull=True).exists()
    return (
        notify(
            to=sender,
            kind=INVITATION_ENDING,
            title=f"{invitation.email} has not accepted yet",
            body=f"{invitation.role_name}, {invitation.where}. The invitation ends on "
            f"{formats.date(invitation.expires_at)}. Talk to them, or invite them again later.",
            url=reverse("areas:team", args=[area.slug]) if is_of_area else reverse("accounts:people"),
            area=area if is_of_area else None,
            key=f"invitation-{invitation.pk}",
            date=timezone.localdate(invitation.expires_at),
        )
        is not None
    )


@transaction.atomic
def remind_of_plans(area: Area) -> int:
    """In the area's schema: tell its leads of every date that has passed; returns how many dates there are."""
    late = [found for plan in GroupPlan.objects.order_by("group") for found in late_dates(plan, today())]
    for plan, what, due in late:
        week = (today() - due).days // AGAIN_AFTER_DAYS
        notify_all(
            to=leads_of(area),
            kind=PLAN_LATE,
            title=f"{plan.get_group_display()}: {what} was due on {formats.date(due)}",
            body="Bring the plan up to date, so that the board and the public page are right.",
            url=plan_address(area, plan.group),
            area=area,
            key=f"{area.slug}-{plan.group}-{due.isoformat()}-{what}-{week}",
        )
    return len(late)


@transaction.atomic
def remind_of_parts(area: Area) -> int:
    """In the area's schema: tell its leads, as one piece of news, what is late in any part of the roll-out.

    Told again when something else is late too, and each week. Returns how many things are late or missing.
    """
    day = today()
    late = [due for due in parts.dues(area) if due.is_late(day)]
    if late:
        notify_all(
            to=leads_of(area),
            kind=ROLLOUT_LATE,
            title=f"{len(late)} {'thing is' if len(late) == 1 else 'things are'} late or missing in the roll-out",
            body=" ".join(f"{due.words}{_since(due)}." for due in late[:MOST_TOLD]),
            url=reverse("rollout:plans", args=[area.slug]),
            area=area,
            key=f"{area.slug}-{_marked(late)}-{day.toordinal() // AGAIN_AFTER_DAYS}",
        )
    return len(late)


def _since(due: parts.Due) -> str:
    return f", due on {formats.date(due.by)}" if due.by else ""


def _marked(late: list[parts.Due]) -> str:
    """The same for the same things, in a few letters."""
    told = "|".join(sorted(f"{due.words}{due.by}" for due in late))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def late_dates(plan: GroupPlan, day: datetime.date) -> list[tuple[GroupPlan, str, datetime.date]]:
    """(plan, what, when it was due) for a planned start that has not happened, and for a next step not done."""
    found = []
    if plan.planned_start and plan.planned_start < day and not plan.actual_start and plan.status in NOT_BEGUN:
        found.append((plan, "the planned start", plan.planned_start))
    if plan.next_step and plan.next_step_due and plan.next_step_due < day:
        found.append((plan, "the next step", plan.next_step_due))
    return found
