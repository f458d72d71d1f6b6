"""An area's roll-out, ready for a page."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from files.tables import Table
from tenants import groups
from tenants.models import Area, Promise
from tenants.presenters import sources
from tenants.returns import ask_dates
from tenants.rollout import queries
from tenants.rollout.models import GroupPlan
from tenants.your_turn_addresses import your_turn_address
from ui import formats

ALL_GROUPS = "All groups"
STATUS_TAGS = {
    "not_stated": "not_stated",
    "not_started": "not_started",
    "preparing": "preparing",
    "under_way": "under_way",
    "paused": "paused",
}
FIELD_WORDS = {
    "phase": "Phase",
    "planned_start": "Planned start",
    "actual_start": "Started on",
    "ask_from": "People can ask from",
    "status": "Status",
    "lead": "Who leads",
    "next_step": "Next step",
    "next_step_owner": "Who does the next step",
    "next_step_due": "Next step by",
    "available_now": "What people can ask for today",
    "ask": "Whom to ask",
}


def plan_cards(area: Area, plans: list[GroupPlan], today: datetime.date) -> list[dict[str, Any]]:
    """One entry a group: phase, status, next step and owner, and its addresses."""
    return [
        {
            "name": plan.get_group_display(),
            "phase": phase_tag(plan.phase),
            "status": STATUS_TAGS[plan.status],
            "start": start_words(plan),
            "ask_from": ask_words(plan, today),
            "dates": dates_words(plan, today),
            "owes_a_date": owes_a_date(plan, today),
            "lead": plan.lead or "Not named yet",
            "next_step": plan.next_step or "Not written yet",
            "owner": plan.next_step_owner,
            "due": plan.next_step_due,
            "is_late": is_late(plan, today),
            "href": reverse("rollout:plan", args=[area.slug, groups.BY_KEY[plan.group].slug]),
            "public": your_turn_address(area.slug, groups.BY_KEY[plan.group]),
        }
        for plan in plans
    ]


def phase_tag(phase: int | None) -> str:
    """The status of a phase's tag: `phase_2`, `to_be_confirmed`."""
    return f"phase_{phase}" if phase else "to_be_confirmed"


def start_words(plan: GroupPlan) -> str:
    """When the area started, or plans to."""
    if plan.actual_start:
        return f"Started on {formats.date(plan.actual_start)}"
    if plan.planned_start:
        return f"Planned for {formats.date(plan.planned_start)}"
    return "No date yet"


def dates_words(plan: GroupPlan, today: datetime.date) -> str:
    """`Planned for 1 July 2015. People can ask from 1 October 2015.`: what there is of the two."""
    found = [f"{start_words(plan)}."]
    if plan.ask_from and not has_started(plan, today):
        asked = f"People can ask from {formats.date(plan.ask_from)}."
        found = [*found, asked] if plan.planned_start else [asked]
    return " ".join(found)


def ask_words(plan: GroupPlan, today: datetime.date) -> str:
    """From when people can ask, as the area has published it."""
    if has_started(plan, today):
        return "Now"
    if plan.ask_from:
        return f"{formats.date(plan.ask_from)}"
    if owes_a_date(plan, today):
        return "No date published yet"
    return "As soon as the area starts"


def has_started(plan: GroupPlan, today: datetime.date) -> bool:
    """True from the day on which the area started with the group."""
    return plan.actual_start is not None and plan.actual_start <= today


def owes_a_date(plan: GroupPlan, today: datetime.date) -> bool:
    """True for a group that is not a first priority, has not started, and has no published date to ask from."""
    return ask_dates.is_missing(phase=plan.phase, ask_from=plan.ask_from, actual_start=plan.actual_start, day=today)


def dates_owed(plans: list[GroupPlan], promises: Mapping[str, Promise], today: datetime.date) -> list[str]:
    """A sentence for each group without a published date; where the application promised one, by when."""
    sentences = []
    for plan in plans:
        if not owes_a_date(plan, today):
            continue
        promise = promises.get(ask_dates.PROMISES.get(plan.group, ""))
        until = f" It is promised by {formats.date(promise.by)}." if promise else ""
        sentences.append(f"{plan.get_group_display()}: people cannot see from when they can ask.{until}")
    return sentences


def is_late(plan: GroupPlan, today: datetime.date) -> bool:
    """True when a date of the plan has passed and what it is for has not happened."""
    step_is_late = bool(plan.next_step and plan.next_step_due and plan.next_step_due < today)
    start_is_late = bool(plan.planned_start and not plan.actual_start and plan.planned_start < today)
    return step_is_late or start_is_late


def plans_table(area: Area, plans: list[GroupPlan]) -> Table:
    """Columns: group, phase, planned start, started on, asked from, status, lead, next step, its owner and date."""
    told = sources.of_area("phase_plan.csv", area, is_edited=any(plan.is_edited for plan in plans))
    return Table(
        key="plans",
        caption=f"Plan of {area.name} by group",
        head=(
            "Group",
            "Phase",
            "Planned start",
            "Started on",
            "People can ask from",
            "Status",
            "Who leads",
            "Next step",
            "Who does it",
            "Next step by",
        ),
        rows=tuple(
            [
                plan.get_group_display(),
                plan.phase_words,
                plan.planned_start,
                plan.actual_start,
                plan.ask_from,
                plan.get_status_display(),
                plan.lead,
                plan.next_step,
                plan.next_step_owner,
                plan.next_step_due,
            ]
            for plan in plans
        ),
        as_at=told.as_at,
        source=told.source,
        sample=queries.has_sample_plans(area),
    )
