"""What the network's own tables know of a person: their roles, and what they changed in an area's plan."""

from collections.abc import Iterable, Iterator
from typing import Any

from accounts import policy
from data_rights import mentions, rows
from data_rights.registry import Kept, Part, Section
from tenants import memberships
from tenants.contexts import has_schema, in_area
from tenants.models import Area, Membership
from tenants.returns.models import PublishedPlan
from tenants.rollout.models import GroupPlanChange

WHY_ROLES = (
    "Who could see and change what, and who gave them the right, has to be answerable later (UK GDPR articles 5(2) and "
    "32). The rows know you by number."
)
WHY_CHANGES = "The history of a public plan. It knows by number who changed it."
WHY_PUBLISHED = (
    "An area published these words: what a plan says, and why it changed. What was public stays as it was; ask the "
    "area to publish anew if you should not be named."
)
AS_LONG = "for as long as the network runs"
LAST_MANAGER = (
    "You are the network's last manager. Invite another one first: somebody has to be left who can give roles."
)


def export(user: Any) -> Iterable[Section]:
    """Roles, and changes of plans in each area."""
    held = Membership.objects.filter(user=user).order_by("pk")
    yield rows.section_of("roles", "Roles that you hold or held", held, user)
    for area in _areas():
        changes = GroupPlanChange.objects.filter(by=user).order_by("pk")
        yield rows.section_of(
            f"plan-changes-{area.slug}", f"Changes that you made to {area.name}’s plan", changes, user
        )


def erase(user: Any, by: Any) -> Iterable[str]:
    """End what roles are left."""
    live = list(Membership.objects.live().filter(user=user).select_related("user", "area", "organisation"))
    for membership in live:
        memberships.end(membership=membership, by=by)
    if live:
        yield f"Ended {rows.counted(len(live), 'roles')}."


def keeps(user: Any) -> list[Kept]:
    """Rows that know the person by number, and what areas have published with their name in it."""
    roles = Membership.objects.filter(user=user).count()
    changes = sum(GroupPlanChange.objects.filter(by=user).count() for _ in _areas())
    published = PublishedPlan.objects.filter(_names(user)).count()
    found = [
        Kept("Roles that you held, and when", WHY_ROLES, AS_LONG, roles),
        Kept("That you changed a plan, and when", WHY_CHANGES, AS_LONG, changes),
        Kept("Published plans that name you", WHY_PUBLISHED, AS_LONG, published),
    ]
    return [kept for kept in found if kept.count]


def warns(user: Any) -> list[str]:
    """Where an area would be left without a lead."""
    led = Membership.objects.live().filter(user=user, role=policy.AREA_LEAD.slug).select_related("area")
    others = Membership.objects.live().filter(role=policy.AREA_LEAD.slug, user__is_active=True).exclude(user=user)
    return [
        f"{membership.area} has no other lead. Invite another one first, or nobody there can change its plan."
        for membership in led
        if not others.filter(area=membership.area).exists()
    ]


def refuses(user: Any) -> list[str]:
    """While the person is the only one who can give roles in the network."""
    managers = Membership.objects.live().filter(role=policy.NETWORK_MANAGER.slug, user__is_active=True)
    if managers.filter(user=user).exists() and not managers.exclude(user=user).exists():
        return [LAST_MANAGER]
    return []


def around_areas() -> Iterator[str]:
    """Into each area's schema in turn; yields its name."""
    return (area.name for area in _areas())


def _areas() -> Iterator[Area]:
    for area in Area.objects.in_use():
        if has_schema(area.schema_name):
            with in_area(area):
                yield area


def _names(user: Any) -> Any:
    from django.db.models import Q

    found = Q(pk__in=[])
    for words in mentions.words_of(user):
        for field in ("reason", "available_now", "ask"):
            found |= Q(**{f"{field}__icontains": words})
    return found


PART = Part(
    key="network",
    title="Your roles, and the plans that you changed",
    models=(
        "tenants.Membership",
        "tenants.MembershipEvent",
        "programme.BoardPack",
        "returns.ReturnDispute",
        "returns.SignedReturn",
        "rollout.Change",
        "rollout.ComponentMaturity",
        "rollout.EqualityAssessment",
        "rollout.GroupPerson",
        "rollout.GroupPersonEvent",
        "rollout.GroupPlan",
        "rollout.GroupPlanChange",
        "rollout.KeyAction",
        "rollout.Milestone",
        "rollout.PromiseStanding",
        "rollout.Refusal",
        "rollout.Resource",
        "rollout.ResourceEvent",
        "rollout.ReturnDraft",
        "rollout.Risk",
        "rollout.TrajectoryRevision",
        "tenants.Follower",
        "tenants.NetworkRisk",
        "tenants.Projection",
        "tenants.SiteMove",
    ),
    export=export,
    erase=erase,
    keeps=keeps,
    warns=warns,
    refuses=refuses,
    order=30,
)
