"""What members hear from this part of the room. No mail names anybody, a group, or what it is about."""

from django.urls import reverse

from accounts.permissions import Permission
from notify.actions import notify
from notify.registry import NotificationKind, Way
from peer_network.models import Conversation, EventComer, GroupEvent, Member, Post, WritingConsent
from tenants.telling import whoever_may
from ui import formats

CONVERSATION, EVENT, WRITING = "peers-conversation", "peers-event", "peers-writing"
MEMBERS = whoever_may(Permission.PEERS_TAKE_PART)
KINDS = (
    NotificationKind(
        key=CONVERSATION,
        label="Your conversations in the peer network",
        describes="Somebody asks to write with you, or wrote to you.",
        mail_words="There is something new for you in the peer network. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=MEMBERS,
    ),
    NotificationKind(
        key=EVENT,
        label="Events you said you come to",
        describes="An event changed, or was cancelled.",
        mail_words="Something in your calendar of the peer network changed. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=MEMBERS,
    ),
    NotificationKind(
        key=WRITING,
        label="Help with writing in the peer network",
        describes="A post was written down for you, or you or your peer supporter changed what you agreed.",
        mail_words="There is news of your help with writing in the peer network. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=MEMBERS,
    ),
)


def conversation_asked(conversation: Conversation) -> None:
    """Tell the other that somebody asks."""
    title = "Somebody asks to come to your group" if conversation.about_group_id else "Somebody asks to write with you"
    _tell_of(conversation, conversation.other, title, "asked")


def conversation_answered(conversation: Conversation) -> None:
    """Tell who asked. A no is told kindly, without a reason."""
    said_yes = conversation.state == Conversation.State.OPEN
    title = "You two can write to each other now" if said_yes else "They can’t write with you just now"
    _tell_of(conversation, conversation.asker, title, "answered")


def message_came(conversation: Conversation, to: Member | None, read_to: int) -> None:
    """Tell of the first message that isn't read; further ones until then tell nothing again."""
    _tell_of(conversation, to, "There is a new message for you", f"unread-after-{read_to}")


def conversation_goes_on(conversation: Conversation, to: Member | None) -> None:
    """Tell that the other would like to go on, or that both agreed."""
    is_open = conversation.state == Conversation.State.OPEN
    title = "Your conversation goes on" if is_open else "They would like to go on with your conversation"
    _tell_of(conversation, to, title, f"again-{conversation.changed_at.isoformat()}")


def _tell_of(conversation: Conversation, to: Member | None, title: str, key: str) -> None:
    if to is not None:
        url = reverse("peers:conversation", args=[conversation.public_id])
        notify(to=to.user, kind=CONVERSATION, title=title, url=url, key=f"{conversation.public_id}-{key}")


def event_changed(event: GroupEvent) -> None:
    """Tell those who come."""
    _tell_comers(event, f"An event changed: {event.title}", f"It is on {formats.date_and_time(event.starts_at)}.")


def event_cancelled(event: GroupEvent) -> None:
    """Tell those who would have come."""
    _tell_comers(event, f"An event is cancelled: {event.title}", "It does not happen.")


def _tell_comers(event: GroupEvent, title: str, body: str) -> None:
    url = reverse("peers:event", args=[event.public_id])
    for comer in EventComer.objects.filter(event=event).select_related("member__user"):
        key = f"{event.public_id}-{event.version}"
        notify(to=comer.member.user, kind=EVENT, title=title[:200], body=body, url=url, key=key)


def consent_given(consent: WritingConsent) -> None:
    """Tell both."""
    until = formats.date(consent.until)
    _tell_both(
        consent, "A member lets you write posts down for them", "You agreed to help with writing", until, "given"
    )


def consent_ended(consent: WritingConsent, *, but_not: Member | None = None) -> None:
    """Tell both, or the one who stays."""
    _tell_both(consent, "Help with writing has ended", "Help with writing has ended", "", "ended", but_not)


def _tell_both(
    consent: WritingConsent, to_supporter: str, to_member: str, until: str, key: str, but_not: Member | None = None
) -> None:
    body = f"Until {until}, or until one of you ends it." if until else "No more posts can be written down."
    for person, title in ((consent.supporter, to_supporter), (consent.member, to_member)):
        if person == but_not:
            continue
        notify(
            to=person.user,
            kind=WRITING,
            title=title,
            body=body,
            url=reverse("peers:writing"),
            key=f"{consent.public_id}-{key}",
        )


def written_down(post: Post) -> None:
    """Tell the member of every post that was written down for them, so that they can take it back."""
    if post.author is not None:
        notify(
            to=post.author.user,
            kind=WRITING,
            title="A post was written down for you",
            body="You can read it, and take it back.",
            url=reverse("peers:writing-post", args=[post.public_id]),
            key=f"post-{post.public_id}",
        )
