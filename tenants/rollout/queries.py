"""Reading an area's roll-out, in the area's own schema."""

from tenants.groups import GROUPS
from tenants.models import Area, BudgetBaseline, EligiblePool, Promise
from tenants.returns.models import PublishedPlan
from tenants.rollout.models import GroupPlan, GroupPlanChange, Partner, Resource


def plans() -> list[GroupPlan]:
    """The area's plan for each group, in the order of the groups."""
    order = {group.key: place for place, group in enumerate(GROUPS)}
    return sorted(GroupPlan.objects.all(), key=lambda plan: order[plan.group])


def plan(group: str) -> GroupPlan | None:
    """The area's plan for one group."""
    return GroupPlan.objects.filter(group=group).first()


def has_sample_plans(area: Area) -> bool:
    """Whether any of the area's plans was changed by made-up activity."""
    return PublishedPlan.objects.filter(area=area, is_sample=True).exists()


def history(plan: GroupPlan) -> list[GroupPlanChange]:
    """The plan's changes, the newest first."""
    return list(plan.changes.select_related("by"))


def partner_count() -> int:
    """Organisations that are partners, each once."""
    return Partner.objects.values("organisation").distinct().count()


def resource_count() -> int:
    """Resources, of all groups."""
    return Resource.objects.count()


def baseline(area: Area) -> BudgetBaseline | None:
    """The area's public figure of November 2014."""
    return BudgetBaseline.objects.filter(area=area).first()


def pools(area: Area, group: str) -> list[EligiblePool]:
    """People of a group whom the area had already found, by its public figures."""
    return list(EligiblePool.objects.filter(area=area, group=group))


def promises() -> dict[str, Promise]:
    """The promises of the network's application, by key."""
    return {promise.key: promise for promise in Promise.objects.all()}
