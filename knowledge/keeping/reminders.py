"""Reminding of reviews: a month before, a week before, on the day, and then every four weeks until it is answered."""

import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from config.today import today
from knowledge.keeping import due
from knowledge.keeping.notices import REVIEW_DUE
from notify.actions import notify_all
from ui import formats

A_WEEK = datetime.timedelta(days=7)
AGAIN_AFTER_DAYS = 28


@transaction.atomic
def remind() -> int:
    """Tell whoever looks after each resource that is due; returns how many resources there are. Asked twice, it is
    once."""
    day = today()
    found = list(due.due(day))
    for resource in found:
        was = "was" if resource.review_on < day else "is"
        notify_all(
            to=due.told(resource, day),
            kind=REVIEW_DUE,
            title=f"“{resource.title}” {was} to be reviewed by {formats.date(resource.review_on)}",
            body="Read it, and say whether it is right as it is or has to change.",
            url=reverse("knowledge:review-due", args=[resource.pk]),
            key=f"review-{resource.pk}-{resource.review_on.isoformat()}-{_stage(resource, day)}",
            date=resource.review_on,
        )
    return len(found)


def _stage(resource: Any, day: datetime.date) -> str:
    """What the reminder is: the same word, the same reminder, which nobody gets twice."""
    if resource.review_on < day:
        return f"late-{(day - resource.review_on).days // AGAIN_AFTER_DAYS}"
    if resource.review_on == day:
        return "today"
    return "week" if resource.review_on - day <= A_WEEK else "month"
