"""Profiles, groups, events and messages, as moderators see and change them."""

from typing import Any

from django.urls import reverse

from peer_network.models import GroupEvent, LocalGroup, Member, Message, SupporterProfile
from peer_network.moderation.subjects import Subject
from peer_network.support import listings
from peer_network.support.conversations import actions as conversations
from peer_network.support.conversations import queries
from peer_network.support.gatherings import actions as gatherings
from peer_network.support.gatherings import presenters
from peer_network.support.supporters.actions import KIND
from peer_network.support.supporters.presenters import card
from ui import formats

PROFILE = listings.subject(
    KIND,
    "profile",
    lambda: SupporterProfile,
    words=lambda row: _profile_words(row),
    author=lambda row: row.member,
    address=lambda row: reverse("peers:supporter", args=[row.public_id]) if row.is_shown else "",
    may_report=lambda row, member: member is not None and row.is_shown,
)
GROUP = listings.subject(
    gatherings.GROUP,
    "group",
    lambda: LocalGroup,
    words=lambda row: [("Name", row.title), ("What happens there", row.about), *_texts(presenters.group_facts(row))],
    author=lambda row: row.proposed_by,
    address=lambda row: reverse("peers:group", args=[row.public_id]) if row.is_shown else "",
    may_report=lambda row, member: row.is_shown,
)
EVENT = listings.subject(
    gatherings.EVENT,
    "event",
    lambda: GroupEvent,
    words=lambda row: [
        ("Title", row.title),
        ("Group", row.group.title),
        ("What happens", row.words),
        *_texts(presenters.event_facts(row)),
    ],
    author=lambda row: row.proposed_by,
    address=lambda row: reverse("peers:event", args=[row.public_id]) if row.is_shown else "",
    may_report=lambda row, member: row.is_shown and (member is not None or row.is_public),
    show=gatherings.show_event,
)


def _profile_words(row: SupporterProfile) -> list[tuple[str, str]]:
    shown = card(row)
    return [
        ("About me", row.about),
        ("What I can help with", row.can_help),
        ("What I know from my own life", ". ".join(shown.experience)),
        ("Who I know well", ". ".join(shown.groups)),
    ]


def _texts(facts: list[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(head, str(value)) for head, value in facts]


def _message_words(message: Message) -> list[tuple[str, str]]:
    """The one message; those around it only where one of the two agreed. Who is who stays apart by words alone."""
    if not message.around_may_be_read:
        return [("The message", message.body)]
    return [(_heading(each, message), each.body) for each in queries.around(message)]


def _heading(each: Message, reported: Message) -> str:
    if each.pk == reported.pk:
        return "The message"
    who = "The same writer" if each.writer_id == reported.writer_id else "The other one"
    return f"{who}, {formats.date_and_time(each.written_at)}"


def _may_report(message: Message, member: Member | None) -> bool:
    """The one to whom it was written."""
    held = message.conversation
    return (
        member is not None
        and member.pk in (held.asker_id, held.other_id)
        and message.writer_id != member.pk
        and message.state == Message.State.SHOWN
    )


MESSAGE = Subject(
    kind=conversations.MESSAGE,
    noun="message",
    find=lambda public_id: Message.objects.filter(public_id=public_id).select_related("conversation", "writer").first(),
    words=_message_words,
    author=lambda row: row.writer,
    address=lambda row: reverse("peers:conversation", args=[row.conversation.public_id]),
    show=conversations.show,
    hide=conversations.hide,
    remove=lambda row: conversations.hide(row, Message.State.REMOVED),
    can_be_reported=_may_report,
)
ALL = (PROFILE, GROUP, EVENT, MESSAGE)
