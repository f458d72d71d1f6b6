"""A member's own conversations. Nobody else's can be found from here."""

import uuid
from dataclasses import dataclass

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When

from peer_network.models import Block, Conversation, Member, Message

LEFT = "A member who has left"
ON_A_PAGE = 20


def of(member: Member) -> QuerySet[Conversation]:
    """Theirs, the newest first, with `is_unread`. A request of somebody they blocked isn't among them, nor one whose
    first words wait for a moderator, unless it is their own.
    """
    shown = Message.objects.filter(conversation=OuterRef("pk"), position__isnull=False)
    blocked = Block.objects.filter(member=member, blocked=OuterRef("asker"))
    asked_of_them = Q(other=member, state=Conversation.State.ASKED)
    mine = Case(When(asker=member, then=F("asker_read")), default=F("other_read"))
    rows = Conversation.objects.filter(Q(asker=member) | Q(other=member)).exclude(
        asked_of_them & (~Exists(shown) | Exists(blocked))
    )
    rows = rows.annotate(read_to=mine).select_related("asker", "other", "about_group", "agreed_again_by", "paused_by")
    return rows.order_by("-changed_at", "-pk")


def find(member: Member, public_id: uuid.UUID) -> Conversation | None:
    """One of theirs; None for everything else."""
    return of(member).filter(public_id=public_id).first()


def unread(member: Member) -> int:
    """How many conversations have something new."""
    return of(member).filter(last_position__gt=F("read_to")).count()


def name_for(conversation: Conversation, member: Member) -> str:
    """How the other one is called to this member."""
    is_asker = conversation.asker_id == member.pk
    other = conversation.other if is_asker else conversation.asker
    if conversation.is_unnamed:
        group = f" “{conversation.about_group.title}”" if conversation.about_group else " a group"
        return f"Whoever keeps{group}" if is_asker else f"Somebody who asks about{group}"
    return other.display_name if other else LEFT


@dataclass(frozen=True)
class MessagesPage:
    """Twenty messages by their place, so that a page stays the same when more are written."""

    number: int
    last: int
    messages: list[Message]


def page_of(conversation: Conversation, member: Member, wanted: int | None) -> MessagesPage:
    """The page that was asked for, or the one with the first message that isn't read; one's own that wait come last."""
    last = max(1, -(-conversation.last_position // ON_A_PAGE))
    read_to = conversation.asker_read if conversation.asker_id == member.pk else conversation.other_read
    first_new = min(read_to + 1, max(conversation.last_position, 1))
    number = wanted if wanted and 1 <= wanted <= last else (first_new - 1) // ON_A_PAGE + 1
    start = (number - 1) * ON_A_PAGE
    rows = conversation.messages.filter(position__gt=start, position__lte=start + ON_A_PAGE).order_by("position")
    found = list(rows)
    if number == last:
        found += list(conversation.messages.filter(position__isnull=True, writer=member).order_by("pk"))
    return MessagesPage(number, last, found)


def find_message(member: Member, public_id: uuid.UUID) -> Message | None:
    """A message of one of theirs, that they may read."""
    rows = Message.objects.filter(public_id=public_id).select_related("conversation", "writer")
    found = rows.filter(Q(conversation__asker=member) | Q(conversation__other=member)).first()
    return found if found and (found.position is not None or found.writer_id == member.pk) else None


def around(message: Message, each_way: int = 5) -> list[Message]:
    """The messages before and after one, that one in their middle."""
    if message.position is None:
        return [message]
    span = (message.position - each_way, message.position + each_way)
    return list(message.conversation.messages.filter(position__range=span).order_by("position"))
