"""What can be decided about an item: by what it is, and how its subject and its member stand."""

from dataclasses import dataclass

from peer_network.models import Act, Member, QueueItem
from peer_network.moderation.matters import Matter

Kind = Act.Kind
HELD = {
    QueueItem.Kind.CRISIS,
    QueueItem.Kind.FIRST_POSTS,
    QueueItem.Kind.CHECKED,
    QueueItem.Kind.NOBODY_ON_DUTY,
    QueueItem.Kind.FILE,
    QueueItem.Kind.PROFILE,
    QueueItem.Kind.CHANGED,
}
TAKEN_AWAY = (Kind.HIDE, Kind.REMOVE, Kind.ASK_CHANGE)
BACK = (Kind.SHOW, Kind.RESTORE)


@dataclass(frozen=True)
class Offered:
    """`decides` are acts that end the item; `besides` are acts on the member, which leave it open."""

    decides: tuple[Act.Kind, ...]
    besides: tuple[Act.Kind, ...] = ()

    @property
    def all(self) -> tuple[Act.Kind, ...]:
        """Every act that can be done here."""
        return self.decides + self.besides


def for_item(item: QueueItem, matter: Matter) -> Offered:
    """What can be decided."""
    if item.kind == QueueItem.Kind.CLOSING:
        return Offered((Kind.CLOSE, Kind.NOT_CLOSED))
    if item.kind == QueueItem.Kind.ENTRY:
        return Offered((Kind.LET_IN, Kind.NOT_LET_IN))
    if item.kind == QueueItem.Kind.APPEAL:
        return Offered(())
    if item.subject_kind == "member":
        return _of_a_member(item.about)
    if matter.row is None or not matter.can_be_hidden:
        return Offered((Kind.NO_ACTION,), _besides(item.about))
    return Offered(_of_content(item, matter), _besides(item.about))


def _of_content(item: QueueItem, matter: Matter) -> tuple[Act.Kind, ...]:
    """A thing that waits is shown, sent back or removed; a reported one may also be left as it is."""
    away = (Kind.ASK_CHANGE, Kind.HIDE, Kind.REMOVE) if matter.can_be_changed else (Kind.HIDE, Kind.REMOVE)
    if item.kind in HELD or _waits_too(item):
        return (Kind.SHOW, *away)
    return (Kind.RESTORE if is_taken_away(item) else Kind.NO_ACTION, *away)


def _waits_too(item: QueueItem) -> bool:
    same = QueueItem.objects.filter(subject_kind=item.subject_kind, subject_id=item.subject_id)
    return same.filter(closed_at__isnull=True, kind__in=HELD).exists()


def is_taken_away(item: QueueItem) -> bool:
    """Whether the last decision about the subject took it out of sight."""
    acts = Act.objects.filter(subject_kind=item.subject_kind, subject_id=item.subject_id)
    last = acts.filter(kind__in=[*TAKEN_AWAY, *BACK]).order_by("-pk").first()
    return last is not None and last.kind in TAKEN_AWAY


def _of_a_member(member: Member | None) -> Offered:
    if member is None or member.state == Member.State.CLOSED:
        return Offered((Kind.NO_ACTION,))
    if member.state == Member.State.PAUSED:
        return Offered((Kind.UNPAUSE, Kind.PAUSE, Kind.CLOSING), (Kind.WRITE, Kind.WARN, Kind.STANDING))
    return Offered((Kind.NO_ACTION, Kind.PAUSE, Kind.CLOSING), (Kind.WRITE, Kind.WARN, Kind.STANDING))


def _besides(member: Member | None) -> tuple[Act.Kind, ...]:
    if member is None or member.state == Member.State.CLOSED:
        return ()
    pause = Kind.UNPAUSE if member.state == Member.State.PAUSED else Kind.PAUSE
    return (Kind.WRITE, Kind.WARN, pause, Kind.CLOSING, Kind.STANDING)
