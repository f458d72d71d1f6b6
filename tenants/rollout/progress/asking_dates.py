"""From when people of each group can ask, where the area has not begun with them: as published, with its history.

The date is a field of the plan (`GroupPlan.ask_from`); it is changed with the plan, and shown here among the promises.
"""

from typing import Any

from django.urls import reverse

from config.today import today
from files.tables import Table
from tenants import groups
from tenants.models import Area
from tenants.rollout import queries
from tenants.rollout.models import GroupPlan, GroupPlanChange
from tenants.rollout.progress.lines import FIRST_PHASE

FIELD = "ask_from"


def table(area: Area) -> Table:
    """Columns: group, phase, people can ask from. Groups that the area made a first priority are left out."""
    plans = [plan for plan in queries.plans() if plan.phase != FIRST_PHASE]
    return Table(
        key="asking-dates",
        caption="When people of other groups can ask",
        head=("Group", "Phase", "People can ask from"),
        rows=tuple([_name(area, plan), plan.phase_words, plan.ask_from or "No date published"] for plan in plans),
        as_at=today(),
        source=f"as entered by {area.name}",
        sample=queries.has_sample_plans(area),
    )


def history(area: Area) -> Table:
    """Columns: when, group, before, after, why. The newest first."""
    changes = GroupPlanChange.objects.filter(field=FIELD).select_related("plan", "by")
    return Table(
        key="asking-dates-history",
        caption="How these dates have moved",
        head=("When", "Group", "Before", "After", "Why", "Who"),
        rows=tuple(
            [
                change.at.date(),
                change.plan.get_group_display(),
                change.before or "No date",
                change.after or "No date",
                change.reason,
                change.by.name if change.by else "Nobody named",
            ]
            for change in changes
        ),
        as_at=today(),
        source=f"as entered by {area.name}",
        sample=queries.has_sample_plans(area),
    )


def _name(area: Area, plan: GroupPlan) -> dict[str, Any]:
    href = reverse("rollout:plan", args=[area.slug, groups.BY_KEY[plan.group].slug])
    return {"text": plan.get_group_display(), "href": href}
