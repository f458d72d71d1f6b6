"""How far a member is known: new, known after three approved posts, trusted after twenty posts and thirty days."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q

import audit
from config.today import moment
from peer_network.models import Act, Member, Post
from peer_network.moderation import notices

APPROVED_POSTS = 3
TRUSTED_POSTS, TRUSTED_DAYS = 20, 30
# After a warning, a pause, or a change by hand nobody rises by themselves for so long.
RESTS_DAYS = 30
SETBACKS = (Act.Kind.WARN, Act.Kind.PAUSE, Act.Kind.STANDING)


def after_approval(member: Member) -> None:
    """A new member whose third post was approved is known. In the caller's transaction."""
    if member.standing != Member.Standing.NEW:
        return
    approved = Act.objects.filter(about=member.public_id, kind=Act.Kind.SHOW, by__isnull=False)
    if approved.values("subject_kind", "subject_id").distinct().count() >= APPROVED_POSTS:
        _raise(member, Member.Standing.KNOWN)


@transaction.atomic
def nightly() -> int:
    """Known members who have written and stayed long enough are trusted; pauses that are over end. Returns how many."""
    now = moment()
    over = Member.objects.filter(state=Member.State.PAUSED, paused_until__lte=now)
    over.update(state=Member.State.ACTIVE, state_reason="", paused_until=None)
    rising = list(_ready_to_be_trusted(now).select_for_update(of=("self",)))
    for member in rising:
        _raise(member, Member.Standing.TRUSTED)
    return len(rising)


def _ready_to_be_trusted(now: datetime.datetime) -> Any:
    since = now - datetime.timedelta(days=RESTS_DAYS)
    setback = Act.objects.filter(about=OuterRef("public_id"), kind__in=SETBACKS, by__isnull=False, at__gte=since)
    shown = Post.objects.filter(author=OuterRef("pk"), state=Post.State.SHOWN).order_by().values("author")
    counted = shown.annotate(shown=Count("pk")).filter(shown__gte=TRUSTED_POSTS)
    known = Q(standing=Member.Standing.KNOWN, state=Member.State.ACTIVE)
    joined = Q(joined_at__lte=now - datetime.timedelta(days=TRUSTED_DAYS))
    return Member.objects.filter(known & joined).filter(Exists(counted)).exclude(Exists(setback)).order_by("pk")


def _raise(member: Member, to: str) -> None:
    member.standing = to
    member.save(update_fields=["standing"])
    facts = {"subject_kind": "member", "subject_id": member.public_id, "about": member.public_id}
    act = Act.objects.create(
        kind=Act.Kind.STANDING, reason=Act.Reason.KNOWN, by=None, is_sample=member.is_sample, **facts
    )
    audit.record(action="peers_moderation.decide", object=act, detail={"kind": "standing", "reason": "known"})
    if not act.is_sample:
        notices.decided(act, member, "membership")
