"""Which peer supporters are listed."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts import policy
from accounts.permissions import Permission
from config.today import moment
from peer_network.models import Block, Member, SupporterProfile

WELCOMING = [slug for slug, role in policy.ROLES.items() if Permission.PEERS_WELCOME in role.permissions]


def welcoming() -> Q:
    """Members who hold a role that welcomes others now, and aren't paused or closed."""
    from tenants.models import Membership

    held = Membership.objects.filter(user=OuterRef("member__user"), role__in=WELCOMING, ended_at__isnull=True)
    is_here = Q(member__state=Member.State.ACTIVE) | Q(
        member__state=Member.State.PAUSED, member__paused_until__lte=moment()
    )
    return Q(Exists(held)) & is_here & Q(member__user__is_active=True)


def listed() -> QuerySet[SupporterProfile]:
    """Profiles that everybody in the room may see."""
    return SupporterProfile.objects.shown().filter(welcoming(), is_listed=True).select_related("member")


def listed_for(member: Member) -> QuerySet[SupporterProfile]:
    """Those that this member sees: not themselves, nor whom they blocked. Who blocked them shows all the same."""
    blocked = Block.objects.filter(member=member, blocked=OuterRef("member"))
    rows = listed().exclude(member=member).filter(~Exists(blocked))
    # In an order that says nothing of who joined when.
    return rows.order_by("-takes_new", "member__display_name", "public_id")


def narrowed(rows: QuerySet[SupporterProfile], chosen: dict[str, str]) -> QuerySet[SupporterProfile]:
    """By group, experience, and whether they take new people."""
    if chosen.get("group"):
        rows = rows.filter(groups__contains=[chosen["group"]])
    if chosen.get("experience"):
        rows = rows.filter(experience__contains=[chosen["experience"]])
    if chosen.get("taking"):
        rows = rows.filter(takes_new=True)
    return rows
