"""Coming into a space that members ask for. Moderators answer through their queue."""

import uuid

from django.db import transaction
from django.urls import reverse

from config.today import moment
from notify.actions import notify
from peer_network.forum.notices import OWN
from peer_network.models import Member, QueueItem, Space, SpaceEntry
from peer_network.moderation.opening import put_before_moderators
from peer_network.moderation.subjects import Subject

SUBJECT = "entry"
State = SpaceEntry.State


@transaction.atomic
def ask(*, space: Space, member: Member, words: str) -> SpaceEntry:
    """Ask to come in; somebody who was refused, or has left, may ask again. Who is in, or asked, stays as they are."""
    facts = {"state": State.ASKED, "words": words, "asked_at": moment(), "answered_at": None, "reason": ""}
    entry, is_new = SpaceEntry.objects.get_or_create(space=space, member=member, defaults=facts)
    if not is_new and entry.state in (State.ASKED, State.IN):
        return entry
    for name, value in facts.items():
        setattr(entry, name, value)
    entry.save()
    put_before_moderators(kind=QueueItem.Kind.ENTRY, subject_kind=SUBJECT, subject_id=entry.public_id, about=member)
    return entry


@transaction.atomic
def leave(*, space: Space, member: Member) -> None:
    """Go out of a space, or take one's asking back."""
    mine = SpaceEntry.objects.filter(space=space, member=member)
    mine.update(state=State.LEFT, answered_at=moment())
    items = QueueItem.objects.filter(subject_kind=SUBJECT, subject_id__in=mine.values("public_id"))
    items.filter(closed_at__isnull=True).update(closed_at=moment(), outcome="taken_back")


def _answer(entry: SpaceEntry, state: str) -> SpaceEntry:
    """What a moderator decided; the reason is in their message."""
    if entry.state == state:
        return entry
    entry.state, entry.answered_at = state, moment()
    entry.save(update_fields=["state", "answered_at"])
    if state == State.IN:
        title = f"You can come in: {entry.space.title}"
        url = reverse("peers:space", args=[entry.space.slug])
        notify(to=entry.member.user, kind=OWN, title=title, url=url)
    return entry


def _find(public_id: uuid.UUID) -> SpaceEntry | None:
    return SpaceEntry.objects.select_related("space", "member__user").filter(public_id=public_id).first()


ENTRY = Subject(
    kind=SUBJECT,
    noun="request to come in",
    find=_find,
    words=lambda entry: [("Asks to come into", entry.space.title), ("What they say", entry.words or "(nothing)")],
    author=lambda entry: entry.member,
    address=lambda entry: reverse("peers:space", args=[entry.space.slug]),
    show=lambda entry: _answer(entry, State.IN),
    hide=lambda entry: _answer(entry, State.REFUSED),
    remove=lambda entry: _answer(entry, State.REFUSED),
    can_be_reported=lambda entry, member: False,
)
