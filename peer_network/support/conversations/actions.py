"""Asking, answering, writing, pausing, going on and ending: what the two of a conversation do.

Nothing of this goes into the audit, and nobody else reads it. A message with words of crisis is put before the
moderators: that one alone.
"""

from typing import Any

from django.db import IntegrityError, transaction

from config.today import moment
from peer_network.models import Block, Conversation, LocalGroup, Member, Message, QueueItem
from peer_network.moderation.opening import put_before_moderators
from peer_network.support import notices
from peer_network.support.conversations import limits
from peer_network.support.errors import SupportRefused
from peer_network.support.supporters import queries as supporters

MESSAGE = "message"
State = Conversation.State
PAUSED = "This conversation is paused just now."
BLOCKED_BY_YOU = "You blocked this member. Take the block back first, if you want to write with them."


@transaction.atomic
def ask(
    *, asker: Member, other: Member, body: str, about_group: LocalGroup | None = None, is_crisis: bool = False
) -> Conversation:
    """Ask somebody to write with you, with a first message. Raises SupportRefused.

    Somebody who blocked the asker is neither shown the request nor told of it, and the asker isn't told either.
    """
    _may_ask(asker, other, about_group)
    limits.check(asker)
    limits.check_not_refused(asker, other)
    facts: dict[str, Any] = {"about_group": about_group, "is_unnamed": about_group is not None}
    try:
        with transaction.atomic():
            made = Conversation.objects.create(asker=asker, other=other, is_sample=asker.is_sample, **facts)
    except IntegrityError as error:
        raise SupportRefused("You two have a conversation already. Open “Conversations”.") from error
    _write(made, asker, body, is_crisis=is_crisis)
    return made


def _may_ask(asker: Member, other: Member, about_group: LocalGroup | None) -> None:
    if asker == other:
        raise SupportRefused("You can’t write to yourself.")
    if Block.objects.filter(member=asker, blocked=other).exists():
        raise SupportRefused(BLOCKED_BY_YOU)
    if about_group is not None:
        if not (about_group.is_shown and about_group.takes_new):
            raise SupportRefused("This group takes no new people just now. Please look again later.")
        return
    profile = supporters.listed().filter(member=other).first()
    if profile is not None and not profile.takes_new:
        raise SupportRefused("They can’t take new people just now. Please look again later, or ask somebody else.")
    if profile is None and asker.standing == Member.Standing.NEW:
        raise SupportRefused(
            "While you are new here, you can write to peer supporters. Choose one of them under “Find support”."
        )


@transaction.atomic
def answer(*, member: Member, conversation: Conversation, agrees: bool) -> None:
    """The one who was asked says yes, or kindly no. Raises SupportRefused where it was answered before."""
    row = _locked(conversation)
    if row.other != member or row.state != State.ASKED:
        raise SupportRefused("This was answered already.")
    _put(row, State.OPEN if agrees else State.DECLINED, answered_at=moment())
    notices.conversation_answered(row)


@transaction.atomic
def send(*, member: Member, conversation: Conversation, body: str, is_crisis: bool = False) -> Message:
    """Write a message. Raises SupportRefused unless both agreed and neither paused or ended it."""
    row = _locked(conversation)
    if row.state != State.OPEN or None in (row.asker_id, row.other_id):
        raise SupportRefused(PAUSED if row.state == State.PAUSED else "You can’t write in this conversation.")
    return _write(row, member, body, is_crisis=is_crisis)


@transaction.atomic
def pause(*, member: Member, conversation: Conversation) -> None:
    """Take a break; both agree before it goes on. Pausing what isn't open does nothing."""
    row = _locked(conversation)
    if row.state == State.OPEN:
        _put(row, State.PAUSED, paused_by=member)


@transaction.atomic
def go_on(*, member: Member, conversation: Conversation) -> bool:
    """Agree to go on after a pause; True once both have. Raises SupportRefused while one blocks the other's member."""
    row = _locked(conversation)
    if row.state != State.PAUSED:
        return row.state == State.OPEN
    other = other_of(row, member)
    if Block.objects.filter(member=member, blocked=other).exists():
        raise SupportRefused(BLOCKED_BY_YOU)
    is_blocked = Block.objects.filter(member=other, blocked=member).exists()
    if row.agreed_again_by is not None and row.agreed_again_by != member and not is_blocked:
        _put(row, State.OPEN, paused_by=None, agreed_again_by=None)
    elif row.agreed_again_by is None:
        _put(row, State.PAUSED, agreed_again_by=member)
    if not is_blocked:
        notices.conversation_goes_on(row, other)
    return row.state == State.OPEN


@transaction.atomic
def end(*, member: Member | None, conversation: Conversation) -> None:
    """End it for good, or take back a request that waits. What was written stays readable to both."""
    row = _locked(conversation)
    if row.state in (State.ASKED, State.OPEN, State.PAUSED):
        _put(row, State.ENDED, answered_at=row.answered_at or moment(), paused_by=None, agreed_again_by=None)


@transaction.atomic
def settle_blocks(conversation: Conversation) -> Conversation:
    """An open conversation in which one has blocked the other is paused, as if they had asked for a break."""
    two = [conversation.asker_id, conversation.other_id]
    if conversation.state == State.OPEN:
        block = Block.objects.filter(member__in=two, blocked__in=two).select_related("member").first()
        if block is not None:
            pause(member=block.member, conversation=conversation)
            conversation.refresh_from_db()
    return conversation


@transaction.atomic
def mark_read(*, member: Member, conversation: Conversation, position: int) -> None:
    """Keep how far a member has read; never less than before."""
    field = "asker_read" if conversation.asker_id == member.pk else "other_read"
    Conversation.objects.filter(pk=conversation.pk, **{f"{field}__lt": position}).update(**{field: position})


@transaction.atomic
def let_around_be_read(*, member: Member, message: Message) -> None:
    """One of the two agrees that a moderator reads the messages around one that they report."""
    Message.objects.filter(pk=message.pk).update(around_may_be_read=True)


@transaction.atomic
def show(message: Message) -> Message:
    """Give a message its place and tell the other; a step of sending, and of moderating what waited."""
    row = _locked(message.conversation)
    found = Message.objects.select_for_update().get(pk=message.pk)
    if found.state == Message.State.SHOWN and found.position is not None:
        return found
    if found.position is None:
        row.last_position += 1
        found.position = row.last_position
    found.state = Message.State.SHOWN
    found.save(update_fields=["state", "position"])
    writer_read = "asker_read" if row.asker_id == found.writer_id else "other_read"
    if getattr(row, writer_read) == found.position - 1:
        setattr(row, writer_read, found.position)
    row.changed_at = moment()
    row.save(update_fields=["last_position", "asker_read", "other_read", "changed_at"])
    _tell(row, found)
    message.state, message.position = found.state, found.position
    return found


def hide(message: Message, state: str = Message.State.HIDDEN) -> Message:
    """A moderator takes a message out of sight. It keeps its place."""
    message.state = state
    message.save(update_fields=["state"])
    return message


def other_of(conversation: Conversation, member: Member | None) -> Member | None:
    """The other one of the two; None for somebody who has left."""
    return conversation.other if member and conversation.asker_id == member.pk else conversation.asker


def _write(row: Conversation, writer: Member, body: str, *, is_crisis: bool) -> Message:
    message = Message.objects.create(
        conversation=row, writer=writer, body=body, state=Message.State.WAITING, is_sample=row.is_sample
    )
    if not is_crisis:
        return show(message)
    put_before_moderators(
        kind=QueueItem.Kind.CRISIS,
        subject_kind=MESSAGE,
        subject_id=message.public_id,
        about=writer,
        is_urgent=True,
        is_sample=row.is_sample,
    )
    return message


def _tell(row: Conversation, message: Message) -> None:
    to = other_of(row, message.writer)
    if to is None or Block.objects.filter(member=to, blocked_id=message.writer_id).exists():
        return
    if row.state == State.ASKED:
        notices.conversation_asked(row)
    else:
        notices.message_came(row, to, row.asker_read if row.asker_id == to.pk else row.other_read)


def _locked(conversation: Conversation) -> Conversation:
    return (
        Conversation.objects.select_for_update(of=("self",))
        .select_related("asker__user", "other__user", "paused_by", "agreed_again_by", "about_group")
        .get(pk=conversation.pk)
    )


def _put(row: Conversation, state: str, **facts: Any) -> None:
    row.state, row.changed_at = state, moment()
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
