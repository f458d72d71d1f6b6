"""An area's roll-out, ready for a page."""

import datetime
from typing import Any

from django.urls import reverse

from files.tables import Table
from tenants import groups
from tenants.models import Area
from tenants.presenters import sources
from tenants.rollout import queries
from tenants.rollout.models import GroupPlan, Partner, Resource
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


def is_late(plan: GroupPlan, today: datetime.date) -> bool:
    """True when a date of the plan has passed and what it is for has not happened."""
    step_is_late = bool(plan.next_step and plan.next_step_due and plan.next_step_due < today)
    start_is_late = bool(plan.planned_start and not plan.actual_start and plan.planned_start < today)
    return step_is_late or start_is_late


def late_steps(plans: list[GroupPlan], today: datetime.date) -> list[str]:
    """A sentence for each plan with a date that has passed."""
    return [
        f"{plan.get_group_display()}: {plan.next_step or 'the planned start'}, "
        f"due on {formats.date(plan.next_step_due or plan.planned_start)}."
        for plan in plans
        if is_late(plan, today)
    ]


def partners_table(area: Area, rows: list[Partner]) -> Table:
    """Columns: organisation, kind, group, status."""
    told = sources.of_area("partners.csv", area)
    return Table(
        key="partners",
        caption=f"Partners of {area.name}",
        head=("Organisation", "Kind", "Group", "Status"),
        rows=tuple(
            [
                row.organisation.name,
                row.organisation.get_kind_display(),
                row.get_group_display() or ALL_GROUPS,
                row.get_status_display(),
            ]
            for row in rows
        ),
        as_at=told.as_at,
        source=told.source,
    )


def partner_words(area: Area) -> str:
    """`12 organisations work with the area.`"""
    count = queries.partner_count()
    return f"{_counted(count, 'organisation works', 'organisations work')} with the area." if count else "Nobody yet."


def resource_words(area: Area) -> str:
    """`4 things to build on.`"""
    count = queries.resource_count()
    return f"{_counted(count, 'thing', 'things')} to build on." if count else "Nothing written down yet."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def resources_table(area: Area, rows: list[Resource]) -> Table:
    """Columns: group, what the area can build on."""
    told = sources.of_area("resources.csv", area)
    order = {group.key: place for place, group in enumerate(groups.GROUPS, 1)}
    ordered = sorted(rows, key=lambda row: (order.get(row.group, 0), row.pk))
    return Table(
        key="resources",
        caption=f"What {area.name} can build on",
        head=("Group", "Resource"),
        rows=tuple([row.get_group_display() or ALL_GROUPS, row.what] for row in ordered),
        as_at=told.as_at,
        source=told.source,
    )


def plans_table(area: Area, plans: list[GroupPlan]) -> Table:
    """Columns: group, phase, planned start, started on, status, lead, next step, its owner and date."""
    told = sources.of_area("phase_plan.csv", area, is_edited=any(plan.is_edited for plan in plans))
    return Table(
        key="plans",
        caption=f"Plan of {area.name} by group",
        head=(
            "Group",
            "Phase",
            "Planned start",
            "Started on",
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
    )
