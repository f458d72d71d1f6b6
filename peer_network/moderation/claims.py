"""Taking things up: one moderator looks at a subject at a time, with all that waits about it."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

import audit
from config.today import moment
from peer_network.models import Act, Appeal, ItemStep, QueueItem
from peer_network.moderation.errors import ClaimedByAnother, Decided, NeedsAnother

LAPSES_AFTER = datetime.timedelta(minutes=30)
NOTED_EVERY = datetime.timedelta(minutes=1)
Kind = ItemStep.Kind


@transaction.atomic
def claim(*, item: QueueItem, by: Any) -> QueueItem:
    """Take up everything that waits about the item's subject. Raises Decided, ClaimedByAnother, NeedsAnother."""
    rows = _open_about(item)
    if any(row.claimed_by_id not in (None, by.pk) and not has_lapsed(row) for row in rows):
        raise ClaimedByAnother
    return _take(item, rows, by, Kind.CLAIMED)


@transaction.atomic
def take_over(*, item: QueueItem, reason: str, by: Any) -> QueueItem:
    """Take up what another moderator has, with a reason. Raises Decided, NeedsAnother."""
    rows = _open_about(item)
    audit.record(action="peers_queue.take_over", by=by, object=item)
    return _take(item, rows, by, Kind.TAKEN_OVER, reason)


@transaction.atomic
def release(*, item: QueueItem, by: Any) -> None:
    """Put back what one has; nothing happens where another has it."""
    for row in _open_about(item):
        if row.claimed_by_id == by.pk:
            _put_back(row, Kind.RELEASED, by)


@transaction.atomic
def keep(*, item: QueueItem, by: Any) -> None:
    """Note that the moderator is still at it, so that the claim doesn't lapse."""
    now = moment()
    mine = QueueItem.objects.filter(**_same_subject(item), claimed_by=by, closed_at__isnull=True)
    mine.filter(claimed_at__lt=now - NOTED_EVERY).update(claimed_at=now)


@transaction.atomic
def lapse() -> int:
    """Put back what nobody was at for half an hour; an urgent thing pages again. Returns how many."""
    idle = Q(claimed_at__lte=moment() - LAPSES_AFTER, closed_at__isnull=True)
    rows = list(QueueItem.objects.select_for_update().filter(idle))
    for row in rows:
        _put_back(row, Kind.LAPSED, None)
    return len(rows)


def has_lapsed(item: QueueItem) -> bool:
    """Whether nobody was at it for half an hour, though somebody took it up."""
    return item.claimed_at is not None and item.claimed_at <= moment() - LAPSES_AFTER


def check_may(item: QueueItem, by: Any) -> None:
    """Raises NeedsAnother where somebody acted in the matter before, or it is about themselves."""
    if item.about is not None and item.about.user_id == by.pk:
        raise NeedsAnother
    if item.kind == QueueItem.Kind.CLOSING:
        acted = Act.objects.filter(public_id=item.subject_id, by=by).exists()
    elif item.kind == QueueItem.Kind.APPEAL:
        against = Appeal.objects.filter(public_id=item.subject_id)
        acted = against.filter(Q(act__by=by) | Q(act__seconds__by=by)).exists()
    else:
        return
    if acted:
        raise NeedsAnother


def why_not(item: QueueItem, by: Any) -> str:
    """Why it is for another moderator, in words for this one; empty where they may take it up."""
    try:
        check_may(item, by)
    except NeedsAnother as refusal:
        return str(refusal)
    return ""


def _take(item: QueueItem, rows: list[QueueItem], by: Any, kind: str, words: str = "") -> QueueItem:
    if item.pk not in {row.pk for row in rows}:
        raise Decided
    now = moment()
    for row in rows:
        check_may(row, by)
        if row.claimed_by_id != by.pk:
            ItemStep.objects.create(item=row, kind=kind, by=by, words=words)
        row.claimed_by, row.claimed_at = by, now
        row.first_claimed_at = row.first_claimed_at or now
        row.save(update_fields=["claimed_by", "claimed_at", "first_claimed_at"])
    return next(row for row in rows if row.pk == item.pk)


def _put_back(row: QueueItem, kind: str, by: Any) -> None:
    row.claimed_by = row.claimed_at = None
    if row.urgency == QueueItem.Urgency.URGENT:
        row.paged_at = row.escalated_at = None
    row.save(update_fields=["claimed_by", "claimed_at", "paged_at", "escalated_at"])
    ItemStep.objects.create(item=row, kind=kind, by=by)


def _open_about(item: QueueItem) -> list[QueueItem]:
    """What waits about the same subject, locked in one order."""
    rows = QueueItem.objects.select_for_update(of=("self",)).select_related("about")
    return list(rows.filter(**_same_subject(item), closed_at__isnull=True).order_by("pk"))


def _same_subject(item: QueueItem) -> dict[str, Any]:
    return {"subject_kind": item.subject_kind, "subject_id": item.subject_id}
