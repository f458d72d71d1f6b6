"""Appeals: the author asks once for another look, and another moderator than the one who acted decides."""

from typing import Any

from django.db import IntegrityError, transaction

import audit
from config.today import moment
from peer_network.models import Act, Appeal, Member, QueueItem
from peer_network.moderation import claims, deciding, notices
from peer_network.moderation.errors import (
    AppealedAlready,
    Decided,
    ModerationRefused,
    NeedsAnother,
    NotAppealable,
    NotClaimed,
)
from peer_network.moderation.opening import put_before_moderators

Kind = Act.Kind
APPEALABLE = (Kind.HIDE, Kind.REMOVE, Kind.ASK_CHANGE, Kind.WARN, Kind.PAUSE, Kind.CLOSE, Kind.NOT_LET_IN)


def can_appeal(act: Act) -> bool:
    """Whether the author can ask for another look: it took something from them, and wasn't taken back."""
    return act.kind in APPEALABLE and not act.undone_by.exists() and not Appeal.objects.filter(act=act).exists()


@transaction.atomic
def appeal(*, act: Act, member: Member, words: str, is_sample: bool = False) -> Appeal:
    """Ask for another look, in the member's own words. Raises NotAppealable, AppealedAlready."""
    if act.about != member.public_id or act.kind not in APPEALABLE or act.undone_by.exists():
        raise NotAppealable
    try:
        with transaction.atomic():
            made = Appeal.objects.create(act=act, member=member, words=words.strip(), is_sample=is_sample)
    except IntegrityError as error:
        raise AppealedAlready from error
    put_before_moderators(
        kind=QueueItem.Kind.APPEAL,
        subject_kind="appeal",
        subject_id=made.public_id,
        about=member,
        is_sample=is_sample,
    )
    return made


@transaction.atomic
def decide(*, item: QueueItem, is_upheld: bool, answer: str, by: Any) -> Appeal:
    """Decide an appeal that `by` has taken up; upheld, the act is taken back. Raises ModerationRefused."""
    item = QueueItem.objects.select_for_update(of=("self",)).select_related("about").get(pk=item.pk)
    if item.closed_at is not None:
        raise Decided
    if item.claimed_by_id != by.pk:
        raise NotClaimed
    claims.check_may(item, by)
    if not answer.strip():
        raise ModerationRefused("Write a few kind words to the member: what you looked at, and why you decide so.")
    made = Appeal.objects.select_for_update(of=("self",)).select_related("act").get(public_id=item.subject_id)
    now = moment()
    made.outcome = Appeal.Outcome.UPHELD if is_upheld else Appeal.Outcome.REFUSED
    made.decided_by, made.decided_at, made.answer = by, now, answer.strip()
    try:
        with transaction.atomic():
            made.save(update_fields=["outcome", "decided_by", "decided_at", "answer"])
    except IntegrityError as error:
        if "another moderator" in str(error):
            raise NeedsAnother from error
        raise
    if is_upheld and not made.act.undone_by.exists():
        deciding.undo(act=made.act, by=by)
    item.closed_at, item.closed_by, item.outcome = now, by, made.outcome
    item.save(update_fields=["closed_at", "closed_by", "outcome"])
    audit.record(action="peers_appeals.decide", by=by, object=made, detail={"outcome": str(made.outcome)})
    if made.member is not None and not made.is_sample:
        notices.appeal_decided(made.act, made.member)
    return made
