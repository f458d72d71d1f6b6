"""Proposing groups and events, changing and cancelling them, and saying that one comes.

Who proposed one is kept for the moderators, and never shown.
"""

from typing import Any

from django.db import transaction
from django.db.models import F

from config.today import moment
from peer_network.models import EventComer, GroupEvent, LocalGroup, Member, QueueItem
from peer_network.support import listings, notices
from peer_network.support.errors import SupportRefused
from peer_network.support.gatherings import queries

GROUP, EVENT = "group", "event"
GROUP_FIELDS = ("title", "about", "kind", "groups", "place", "town", "area", "coming", "takes_new")
EVENT_FIELDS = (
    "title", "starts_at", "ends_at", "is_online", "place", "words", "accessibility", "is_public",
)  # fmt: skip
# What people read: a moderator reads it again. Days and times need none.
READ = {"title", "place", "words", "accessibility", "is_online", "is_public"}
GONE = "A moderator took this out of sight. You can ask a second moderator to look again."


@transaction.atomic
def propose_group(
    *, member: Member, values: dict[str, Any], row: LocalGroup | None = None, found: Any = (), is_crisis: bool = False
) -> LocalGroup:
    """Propose a group, or change one's own; a moderator reads it before others do. Raises SupportRefused."""
    row = _changeable(LocalGroup, row) or LocalGroup(proposed_by=member, is_sample=member.is_sample)
    for name in GROUP_FIELDS:
        setattr(row, name, values[name])
    listings.send(row, kind=QueueItem.Kind.PROFILE, subject=GROUP, about=member, found=found, is_urgent=is_crisis)
    return row


@transaction.atomic
def propose_event(
    *,
    member: Member,
    group: LocalGroup,
    values: dict[str, Any],
    row: GroupEvent | None = None,
    found: Any = (),
    is_crisis: bool = False,
) -> GroupEvent:
    """Propose an event of one's own group, or change one. Raises SupportRefused.

    A new day or time of an event that is shown counts at once, and those who come are told; other words wait for a
    moderator, and they are told when these are shown.
    """
    row = _changeable(GroupEvent, row)
    is_new = row is None
    row = row or GroupEvent(group=group, proposed_by=member, is_sample=member.is_sample)
    if row.cancelled_at:
        raise SupportRefused("This event is cancelled. You can propose a new one.")
    changed = {name for name in EVENT_FIELDS if getattr(row, name) != values[name]}
    for name in EVENT_FIELDS:
        setattr(row, name, values[name])
    row.changed_at, row.version = moment(), row.version if is_new else row.version + bool(changed)
    if row.is_shown and not changed & READ:
        row.save()
        _tell_of_change(row)
    elif changed or is_new or row.state != listings.State.WAITING:
        listings.send(row, kind=QueueItem.Kind.PROFILE, subject=EVENT, about=member, found=found, is_urgent=is_crisis)
    return row


@transaction.atomic
def cancel(*, member: Member, row: GroupEvent) -> None:
    """Say that one's own event doesn't happen: at once, and those who come are told. A second time does nothing."""
    row = GroupEvent.objects.select_for_update().get(pk=row.pk)
    if row.cancelled_at is None:
        row.cancelled_at = row.changed_at = moment()
        row.version += 1
        row.told_version = row.version
        row.save(update_fields=["cancelled_at", "changed_at", "version", "told_version"])
        notices.event_cancelled(row)


@transaction.atomic
def take_back_group(*, member: Member, row: LocalGroup) -> None:
    """Take one's own group off the list, and cancel what it had planned."""
    listings.take_back(row)
    for event in GroupEvent.objects.filter(group=row, cancelled_at__isnull=True, ends_at__gte=queries.start_of_today()):
        cancel(member=member, row=event)


@transaction.atomic
def come(*, member: Member, row: GroupEvent) -> None:
    """Say that one comes; nobody else sees it. Raises SupportRefused for an event that is cancelled or over."""
    if row.cancelled_at or row.ends_at < queries.start_of_today():
        raise SupportRefused("This event is cancelled or over.")
    EventComer.objects.get_or_create(event=row, member=member)


@transaction.atomic
def stay_away(*, member: Member, row: GroupEvent) -> None:
    """Say that one doesn't come after all."""
    EventComer.objects.filter(event=row, member=member).delete()


@transaction.atomic
def show_event(row: GroupEvent) -> GroupEvent:
    """A moderator shows it; people who come are told where it changed since they were."""
    listings.show(row)
    if row.version > row.told_version:
        _tell_of_change(row)
    return row


def _tell_of_change(row: GroupEvent) -> None:
    GroupEvent.objects.filter(pk=row.pk).update(told_version=F("version"))
    row.told_version = row.version
    notices.event_changed(row)


def _changeable(model: Any, row: Any) -> Any:
    if row is None:
        return None
    found = model.objects.select_for_update().get(pk=row.pk)
    if found.state not in listings.CHANGEABLE:
        raise SupportRefused(GONE)
    return found
