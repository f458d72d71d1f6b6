"""What stays of a person in the network's and the areas' tables, with its reason; and what has to be settled first."""

from typing import Any

from accounts import policy
from data_rights.registry import Kept
from tenants.data_part import rows_of
from tenants.data_part.areas import areas
from tenants.models import Membership

WHY_ROLES = (
    "Who could see and change what, and who gave them the right, has to be answerable later (UK GDPR articles 5(2) and "
    "32). The rows know you by number."
)
WHY_CHANGES = (
    "The history of what an area plans and says in public, and of what the board was shown. It knows by number who "
    "changed it."
)
WHY_SIGNED = (
    "A return counts because a named person answered for its figures on a day. It is an official record: your name and "
    "the day stay with the version that you signed."
)
WHY_PUBLISHED = (
    "An area published or signed these words: what a plan says, and why it changed. What was public stays as it was; "
    "ask the area to publish anew if you should not be named."
)
AS_LONG = "for as long as the network runs"
LAST_MANAGER = (
    "You are the network's last manager. Invite another one first: somebody has to be left who can give roles."
)
SIGNED = "signed-returns"


def keeps(user: Any) -> list[Kept]:
    """Rows that know the person by number, returns that they signed, and what names them in public."""
    counts = {each.key: each.of(user).count() for each in rows_of.OF_THE_NETWORK}
    in_areas = {each.key: 0 for each in rows_of.OF_AN_AREA}
    for _ in areas():
        for each in rows_of.OF_AN_AREA:
            in_areas[each.key] += each.of(user).count()
    roles, signed = counts.pop("roles"), counts.pop(SIGNED)
    plans = in_areas.pop("plan-changes")
    named = rows_of.published_that_name(user)
    others = sum(counts.values()) + sum(in_areas.values())
    found = [
        Kept("Roles that you held, and when", WHY_ROLES, AS_LONG, roles),
        Kept("That you changed a plan, and when", WHY_CHANGES, AS_LONG, plans),
        Kept("That you changed something else of a roll-out or of the network, and when", WHY_CHANGES, AS_LONG, others),
        Kept("Returns that you signed, with your name", WHY_SIGNED, AS_LONG, signed),
        Kept("What areas have published or signed that names you", WHY_PUBLISHED, AS_LONG, named),
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
