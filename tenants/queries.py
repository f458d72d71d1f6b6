"""Reading areas, their teams and the network's own figures."""

import datetime
from dataclasses import dataclass

from django.db.models import Sum

from accounts import policy
from tenants.models import Area, BudgetBaseline, Membership


@dataclass(frozen=True)
class TeamMember:
    """Somebody of an area's team, for a page: a role's name in words."""

    membership: Membership
    name: str
    role: str


def team(area: Area) -> list[TeamMember]:
    """The live members of an area's own roles, area leads first. One query."""
    rows = Membership.objects.live().filter(area=area).select_related("user")
    order = {role.slug: place for place, role in enumerate(policy.AREA_ROLES)}
    staff = [row for row in rows if row.role in policy.ROLES and policy.ROLES[row.role].staff]
    staff.sort(key=lambda row: (row.role != "area-lead", order.get(row.role, 99), row.user.name, row.pk))
    return [TeamMember(row, str(row.user), policy.ROLES[row.role].name) for row in staff]


def people_with_budgets() -> tuple[int, datetime.date, str] | None:
    """(people, as at, source) of the November 2014 baseline, or None where none has been loaded."""
    total = BudgetBaseline.objects.aggregate(people=Sum("in_place"))["people"]
    first = BudgetBaseline.objects.order_by("-as_at").first()
    return (total, first.as_at, first.source) if first else None
