"""Sample notifications of the demo, labelled as such, so that each role's page has something on it."""

import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from notify.actions import notify
from notify.models import Notification
from tenants.models import Area
from tenants.notices import INVITATION_ENDING, PLAN_CHANGED, PLAN_LATE, plan_address
from ui import formats

PLAN = "mental_health"
GUEST = "guy.guest@example.org"


@transaction.atomic
def make_demo_notices() -> None:
    """Add what is missing; run again, nothing changes."""
    people = {user.email.partition("@")[0]: user for user in User.objects.filter(email__endswith="@demo.example")}
    areas = {area.slug: area for area in Area.objects.active()}
    for who, slug in (("area-lead", "kernow"), ("area-lead-bristol", "bristol")):
        if who in people and slug in areas:
            _for_lead(people[who], areas[slug])
    if "network-manager" in people:
        _for_manager(people["network-manager"])


def _for_lead(lead: User, area: Area) -> None:
    plan: dict[str, Any] = {"area": area, "url": plan_address(area, PLAN)}
    changed = "A colleague has changed the plan for mental health"
    late = "The next step for mental health was due on 10 July 2015"
    update = "Bring the plan up to date, so that the board and the public page are right."
    team = reverse("areas:team", args=[area.slug])
    ended = f"Practitioner. The invitation ended on {_day(-12)}."
    _sample(lead, PLAN_CHANGED, changed, "Why: two nurses have joined.", days_ago=1, **plan)
    _sample(lead, PLAN_LATE, late, update, days_ago=4, **plan)
    _sample(lead, INVITATION_ENDING, f"{GUEST} has not accepted", ended, days_ago=14, is_read=True, area=area, url=team)


def _for_manager(manager: User) -> None:
    people, board = reverse("accounts:people"), reverse("programme:board")
    ends = f"Evaluator, the network. The invitation ends on {_day(3)}."
    _sample(manager, INVITATION_ENDING, f"{GUEST} has not accepted yet", ends, days_ago=1, url=people)
    done = "Done: Load the network's folder"
    _sample(manager, "job-ended", done, "11 areas in the folder.", days_ago=9, is_read=True, url=board)


def _day(days: int) -> str:
    """A day so many days from now, in words. Invitations and notifications keep the real clock, as they always do."""
    return formats.date(timezone.localdate() + datetime.timedelta(days=days))


def _sample(to: User, kind: str, title: str, body: str, *, days_ago: int, is_read: bool = False, **facts: Any) -> None:
    made = notify(to=to, kind=kind, title=f"Sample: {title}", body=body, key=f"sample-{kind}", quietly=True, **facts)
    if made is None:
        return
    # Not the field's date: news of 2015 would be past its time, and go with the first night's tidying up.
    at = timezone.now() - datetime.timedelta(days=days_ago)
    read_at = at + datetime.timedelta(hours=2) if is_read else None
    Notification.objects.filter(pk=made.pk).update(created_at=at, read_at=read_at)
