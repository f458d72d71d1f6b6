"""Writing an area's plans: each change keeps who, when and why, and publishes the row that the board reads."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import moment, today
from tenants import followers, notices
from tenants.models import Area
from tenants.returns import actions as returns
from tenants.rollout.models import GroupPlan, GroupPlanChange

# The fields that an area lead changes, in the order of the form.
EDITABLE_FIELDS = (
    "phase",
    "planned_start",
    "actual_start",
    "ask_from",
    "status",
    "lead",
    "next_step",
    "next_step_owner",
    "next_step_due",
    "available_now",
    "ask",
)
LOADED = "Loaded from the network's folder."


class PlanUnchanged(ValueError):
    """Nothing differs from what is stored, so there is nothing to keep a reason for."""

    def __init__(self) -> None:
        super().__init__("Nothing has changed. Change a field first, or leave the page.")


@dataclass(frozen=True)
class Changed:
    """What a change did: the plan, and the names of the fields that differ."""

    plan: GroupPlan
    fields: tuple[str, ...]


@transaction.atomic
def change(*, area: Area, group: str, values: dict[str, Any], reason: str, by: User | None) -> Changed:
    """Change an area's plan for a group, in the area's schema.

    `values` maps names of EDITABLE_FIELDS to new values. Raises PlanUnchanged, ValueError for another field or
    without a reason.
    """
    unknown = set(values) - set(EDITABLE_FIELDS)
    if unknown:
        raise ValueError(f"These fields are not the area's to change: {', '.join(sorted(unknown))}.")
    if not reason.strip():
        raise ValueError("Say why the plan changes: people who follow it will ask.")
    plan = GroupPlan.objects.select_for_update().get(group=group)
    changed = tuple(name for name in EDITABLE_FIELDS if name in values and getattr(plan, name) != values[name])
    if not changed:
        raise PlanUnchanged
    at = moment()
    for name in changed:
        before = in_words(plan, name)
        setattr(plan, name, values[name])
        GroupPlanChange.objects.create(
            plan=plan, field=name, before=before, after=in_words(plan, name), reason=reason.strip(), by=by, at=at
        )
    plan.edited_at = at
    plan.full_clean(validate_unique=False)
    plan.save()
    published = returns.publish_plan(area=area, plan=plan, reason=reason.strip(), source=f"{area.name}'s own plan")
    followers.have_told(published)
    audit.record(action="plan.change", by=by, area=area, object=plan, detail={"fields": list(changed)})
    if by is not None:
        notices.plan_changed(area=area, plan=plan, reason=reason.strip(), by=by)
    return Changed(plan, changed)


def store_loaded_phase(
    *, area: Area, group: str, phase: int | None, source: str, as_at: datetime.date | None = None
) -> GroupPlan:
    """The plan as a network folder has it, in the area's schema; published as of `as_at` (default: today)."""
    plan, made = GroupPlan.objects.get_or_create(group=group, defaults={"phase": phase, "loaded_phase": phase})
    if not made:
        before = plan.phase_words
        plan.phase = plan.loaded_phase = phase
        plan.save(update_fields=["phase", "loaded_phase"])
        GroupPlanChange.objects.create(
            plan=plan, field="phase", before=before, after=plan.phase_words, reason=LOADED, by=None
        )
    published = returns.publish_plan(area=area, plan=plan, reason=LOADED, source=source, as_at=as_at or today())
    if not made:
        followers.have_told(published)
    return plan


def in_words(plan: GroupPlan, name: str) -> str:
    """A field's value as a person reads it: `Phase 2`, `1 July 2015`, `Not started`."""
    if name == "phase":
        return plan.phase_words
    if name == "status":
        return str(plan.get_status_display())
    value = getattr(plan, name)
    if isinstance(value, datetime.date):
        return f"{value.day} {value:%B %Y}"
    return str(value or "")[:500]
