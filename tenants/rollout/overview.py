"""The start page of an area's roll-out: what is late, what comes next, and the state of every part."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from tenants import groups
from tenants.models import Area
from tenants.rollout import parts
from tenants.rollout.models import GroupPlan
from tenants.rollout.parts import Due
from ui import formats

# A page that lists forty dates says nothing: the nearest are shown, the rest counted, and each part lists its own.
MOST_SHOWN = 6
NOT_BEGUN = (GroupPlan.Status.NOT_STATED, GroupPlan.Status.NOT_STARTED, GroupPlan.Status.PREPARING)


@dataclass(frozen=True)
class Overview:
    """What the page says beside the plan by group."""

    sentence: str
    late: list[Due]
    next: list[Due]
    more_late: int
    more_next: int
    lines: list[parts.Line]


def all_dues(area: Area, plans: Sequence[GroupPlan]) -> list[Due]:
    """What has a day in the plans or in any part: what is missing first, then by day; in the area's schema."""
    return sorted([*plan_dues(area, plans), *parts.dues(area)], key=lambda due: due.by or datetime.date.min)


def of(area: Area, plans: Sequence[GroupPlan], day: datetime.date) -> Overview:
    """The overview on a day, in the area's schema."""
    dues = all_dues(area, plans)
    late = [due for due in dues if due.is_late(day)]
    coming = [due for due in dues if not due.is_late(day)]
    return Overview(
        sentence=in_words(late, coming),
        late=late[:MOST_SHOWN],
        next=coming[:MOST_SHOWN],
        more_late=max(0, len(late) - MOST_SHOWN),
        more_next=max(0, len(coming) - MOST_SHOWN),
        lines=parts.lines(area),
    )


def in_words(late: Sequence[Due], coming: Sequence[Due]) -> str:
    """`3 things are late or missing. Next: Train the first ten, by 1 September 2015.`"""
    count = len(late)
    first = "Nothing is late." if not count else "1 thing is" if count == 1 else f"{count} things are"
    sentence = f"{first} late or missing." if count else first
    if not coming or coming[0].by is None:
        return sentence
    return f"{sentence} Next: {coming[0].words}, by {formats.date(coming[0].by)}."


def plan_dues(area: Area, plans: Sequence[GroupPlan]) -> list[Due]:
    """The next step and the planned start of each group's plan, where they have not happened."""
    found = []
    for plan in plans:
        href = reverse("rollout:plan", args=[area.slug, groups.BY_KEY[plan.group].slug])
        name = plan.get_group_display()
        if plan.next_step and plan.next_step_due:
            found.append(Due(f"{name}: {plan.next_step}", href, plan.next_step_due))
        if plan.planned_start and not plan.actual_start and plan.status in NOT_BEGUN:
            found.append(Due(f"{name}: the planned start", href, plan.planned_start))
    return found


def rows(dues: Sequence[Due], day: datetime.date) -> list[list[Any]]:
    """Cells: what, with its link; by when."""
    return [[{"text": due.words, "href": due.href}, _when(due, day)] for due in dues]


def _when(due: Due, day: datetime.date) -> str:
    if due.by is None:
        return "Missing"
    ago = (day - due.by).days
    told = formats.date(due.by)
    return told if ago <= 0 else f"{told} ({ago} {'day' if ago == 1 else 'days'} ago)"
