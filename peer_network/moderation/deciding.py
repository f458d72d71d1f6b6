"""Decisions: one act, its effect, its words to the member, the audit, and what else it settles, in one transaction."""

import datetime
from typing import Any

from django.db import IntegrityError, transaction

import audit
from config.today import moment
from peer_network.models import Act, Letter, Member, QueueItem
from peer_network.moderation import claims, effects, matters, notices, offers, settling, standing
from peer_network.moderation.effects import Said
from peer_network.moderation.errors import Decided, ModerationRefused, NeedsAnother, NotClaimed, NotOffered
from peer_network.moderation.matters import Matter
from peer_network.moderation.opening import put_before_moderators

Kind = Act.Kind
LONGEST_PAUSE_DAYS = 90
# What the member isn't told of without words to them: what changes nothing, is only proposed, or is told otherwise.
TOLD_WITH_WORDS = (Kind.CLOSING, Kind.NOT_CLOSED, Kind.SHOW)
NEVER_TOLD = (Kind.NO_ACTION,)
BY_NIGHT = (
    "Several members asked us to look while no moderator was here. Until one has looked, {what}. It doesn’t mean that "
    "you did anything wrong, and you don’t need to do anything."
)


@transaction.atomic
def decide(
    *,
    item: QueueItem,
    kind: str,
    reason: str,
    by: Any,
    words: str = "",
    note: str = "",
    days: int | None = None,
    to_standing: str = "",
) -> Act:
    """Decide about an item that `by` has taken up. `words` go to the member, `note` stays with moderators.

    Raises ModerationRefused: not taken up, decided by another, not offered here, or a second moderator is needed.
    """
    item = _locked(item, by)
    matter = matters.of_item(item)
    offered = offers.for_item(item, matter)
    if kind not in offered.all:
        raise NotOffered
    said = Said(reason, words.strip(), note.strip(), _until(kind, days), to_standing)
    if kind == Kind.STANDING and to_standing not in Member.Standing.values:
        raise ModerationRefused("Choose how long the member is known.")
    act = _act(item, kind, said, matter, by)
    if kind in offered.decides:
        settling.close(item=item, act=act, by=by)
    if kind == Kind.CLOSING:
        put_before_moderators(
            kind=QueueItem.Kind.CLOSING,
            subject_kind="closing",
            subject_id=act.public_id,
            about=item.about,
            is_sample=item.is_sample,
        )
    return act


@transaction.atomic
def by_the_system(*, kind: str, item: QueueItem) -> Act:
    """Hide or pause until a moderator looks, because of several reports while nobody was on duty."""
    matter = matters.of_item(item)
    what = f"your {matter.noun} is out of sight" if kind == Kind.HIDE else "you can read, but not write"
    return _act(item, kind, Said(Act.Reason.NIGHT, BY_NIGHT.format(what=what)), matter, None)


@transaction.atomic
def undo(*, act: Act, by: Any, words: str = "") -> Act | None:
    """Take back an act after an appeal; None where there is nothing to take back."""
    kind = TAKEN_BACK_BY.get(Kind(act.kind))
    if kind is None:
        return None
    matter = matters.of_subject(act.subject_kind, act.subject_id)
    if kind == Kind.LET_IN:
        matter = matters.of_item(QueueItem(kind=QueueItem.Kind.ENTRY, subject_id=act.subject_id))
    member = Member.objects.select_for_update().filter(public_id=act.about).first()
    said = Said(Act.Reason.APPEAL, words)
    effects.carry_out(kind, matter, member, said, by)
    facts = {"subject_kind": act.subject_kind, "subject_id": act.subject_id, "about": act.about, "item": act.item}
    made = Act.objects.create(kind=kind, reason=said.reason, by=by, undoes=act, is_sample=act.is_sample, **facts)
    _keep(made, said, by)
    return made


TAKEN_BACK_BY = {
    Kind.HIDE: Kind.RESTORE,
    Kind.REMOVE: Kind.RESTORE,
    Kind.ASK_CHANGE: Kind.RESTORE,
    Kind.WARN: Kind.UNWARN,
    Kind.PAUSE: Kind.UNPAUSE,
    Kind.CLOSE: Kind.REOPEN,
    Kind.NOT_LET_IN: Kind.LET_IN,
}


def _locked(item: QueueItem, by: Any) -> QueueItem:
    """The item as it is now, if it is open and `by` has it."""
    rows = QueueItem.objects.select_for_update(of=("self",)).select_related("about")
    found = rows.get(pk=item.pk)
    if found.closed_at is not None:
        raise Decided
    if found.claimed_by_id != by.pk:
        raise NotClaimed
    claims.check_may(found, by)
    return found


def _until(kind: str, days: int | None) -> datetime.datetime | None:
    if kind != Kind.PAUSE:
        return None
    if not days or not 1 <= days <= LONGEST_PAUSE_DAYS:
        raise ModerationRefused(f"Say for how many days, from 1 to {LONGEST_PAUSE_DAYS}.")
    return moment() + datetime.timedelta(days=days)


def _act(item: QueueItem, kind: str, said: Said, matter: Matter, by: Any) -> Act:
    """Carry it out, keep the act, and tell the member."""
    member = Member.objects.select_for_update(of=("self",)).filter(pk=item.about_id).first()
    of_member = kind in effects.OF_MEMBER or kind in (Kind.WARN, Kind.WRITE, Kind.CLOSING)
    subject = {"subject_kind": item.subject_kind, "subject_id": item.subject_id}
    if kind in (Kind.CLOSE, Kind.NOT_CLOSED) or (of_member and member is not None):
        subject = {"subject_kind": "member", "subject_id": member.public_id if member else item.subject_id}
    effects.carry_out(kind, matter, member, said, by)
    about = member.public_id if member else None
    facts = {"about": about, "item": item.public_id, "until": said.until, "seconds": _seconded(item, kind)}
    try:
        with transaction.atomic():
            act = Act.objects.create(kind=kind, reason=said.reason, by=by, is_sample=item.is_sample, **subject, **facts)
    except IntegrityError as error:
        if "proposed to close" in str(error):
            raise NeedsAnother from error
        raise
    _keep(act, said, by)
    is_told = kind not in NEVER_TOLD and (said.words or kind not in TOLD_WITH_WORDS)
    if member is not None and is_told and not act.is_sample:
        notices.decided(act, member, matter.noun)
    if member is not None and kind == Kind.SHOW:
        standing.after_approval(member)
    return act


def _seconded(item: QueueItem, kind: str) -> Act | None:
    if kind not in (Kind.CLOSE, Kind.NOT_CLOSED):
        return None
    return Act.objects.filter(public_id=item.subject_id).first()


def _keep(act: Act, said: Said, by: Any) -> None:
    """The words beside the act, and the audit's row without them."""
    if said.words or said.note:
        Letter.objects.create(act=act, words=said.words, note=said.note)
    detail = {"kind": str(act.kind), "reason": str(act.reason), "thing": act.subject_kind}
    audit.record(action="peers_moderation.decide", by=by, object=act, detail=detail)
