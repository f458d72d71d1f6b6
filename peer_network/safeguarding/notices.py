"""Whom a case is told to. Neither title nor e-mail says anything of it but its reference."""

from typing import Any

from django.urls import reverse

from accounts.permissions import Permission
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from peer_network.models import Case, Member
from peer_network.safeguarding import sealing
from tenants.telling import people_who_may, whoever_may

CASES = "peers-safeguarding"
KIND = NotificationKind(
    key=CASES,
    label="Safeguarding cases of the peer network",
    describes="A case is opened, or more is said of one that goes on.",
    mail_words="Something in the peer network waits for a safeguarding lead. Sign in and look at it now.",
    default=Way.AT_ONCE,
    may_be_off=False,
    concerns=whoever_may(Permission.PEERS_SAFEGUARD),
)


def opened(case: Case, *, by: Any, again: bool = False) -> None:
    """Tell every safeguarding lead at once, but one whom it is about; nobody of a case made up for a demonstration."""
    if case.is_sample:
        return
    title = f"{'More on case' if again else 'A new case:'} {case.reference}"
    notify_all(
        to=[lead for lead in people_who_may(Permission.PEERS_SAFEGUARD) if not _is_about(case, lead)],
        kind=CASES,
        title=title,
        body=f"{case.get_urgency_display()}.",
        url=reverse("peers:safeguarding-case", args=[case.public_id]),
        by=by,
    )


def _is_about(case: Case, lead: Any) -> bool:
    member = Member.objects.filter(user=lead).first()
    return member is not None and case.about_mark in sealing.marks("member", member.public_id)
