"""Opening who a member is: for a case, with a reason, kept for good, and shown once."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

import audit
from accounts import policy
from peer_network.models import Case, CaseEntry, IdentityLookup, Member
from peer_network.safeguarding import sealing
from peer_network.safeguarding.actions import add_entry
from peer_network.safeguarding.errors import NobodyToOpen, ReasonMissing

SHORTEST_REASON = 10  # characters: "needed" says nothing


@dataclass(frozen=True)
class Identity:
    """Who a member is. `areas` are the areas of their roles; none for somebody whose account was erased."""

    display_name: str
    name: str
    email: str
    roles: tuple[str, ...]
    note: str = ""


@transaction.atomic
def look_up(*, case: Case, by: Any, reason: str) -> Identity:
    """Who the case is about. Raises ReasonMissing, NobodyToOpen.

    The audit has who looked, when and for which case. For whom and why stands in the case alone, sealed.
    """
    said = reason.strip()
    if len(said) < SHORTEST_REASON:
        raise ReasonMissing
    facts = sealing.facts_of(case)
    found = _of_member(facts) or _kept(facts)
    if found is None:
        raise NobodyToOpen
    sealed = sealing.seal(case, {"words": said, "about": facts["about"]})
    IdentityLookup.objects.create(case=case, by=by, sealed=sealed)
    add_entry(case=case, kind=CaseEntry.Kind.IDENTITY, words=f"Opened who {found.display_name} is. {said}", by=by)
    audit.record(action="safeguarding.identity", by=by, object=case)
    return found


def keep(member: Member) -> int:
    """Before a member goes: keep who they were in their cases, sealed. Returns in how many that is new."""
    found = Case.objects.select_for_update().filter(about_mark__in=sealing.marks("member", member.public_id))
    cases = [case for case in found if "kept" not in sealing.facts_of(case)]
    kept = {"display_name": member.display_name, "name": member.user.name, "email": member.user.email}
    for case in cases:
        case.sealed = sealing.seal(case, {**sealing.facts_of(case), "kept": {**kept, "roles": _roles(member.user)}})
        case.save(update_fields=["sealed"])
    return len(cases)


def _of_member(facts: dict[str, Any]) -> Identity | None:
    if not facts.get("about"):
        return None
    member = Member.objects.select_related("user").filter(public_id=facts["about"]).first()
    if member is None:
        return None
    return Identity(member.display_name, member.user.name, member.user.email, tuple(_roles(member.user)))


def _kept(facts: dict[str, Any]) -> Identity | None:
    kept = facts.get("kept")
    if not kept:
        return None
    note = "They have left, or their account was erased. This was kept for the case, sealed."
    return Identity(kept["display_name"], kept["name"], kept["email"], tuple(kept["roles"]), note)


def _roles(user: Any) -> list[str]:
    """`Carer, NHS Kernow` for each live role."""
    rows = user.memberships.filter(ended_at__isnull=True).select_related("area")
    return [
        f"{policy.name_of(row.role)}, {row.area.name if row.area else 'the whole network'}"
        for row in rows.order_by("area__name", "role")
    ]
