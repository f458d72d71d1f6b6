"""What a member sees of themselves: what they wrote and where it stands, what they follow, muted, blocked."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse

from peer_network.models import Block, Following, Member, Mute, Post

# A post's state -> the words for it, and its tag.
STATES = {
    Post.State.WAITING: ("Waits for a moderator", "peers_own_waiting"),
    Post.State.SHOWN: ("Shown", "peers_own_shown"),
    Post.State.CHANGE_ASKED: ("Please change it", "peers_own_change_asked"),
    Post.State.HIDDEN: ("A moderator is looking at it", "peers_own_hidden"),
    Post.State.REMOVED: ("Taken away by a moderator", "peers_own_removed"),
    Post.State.TAKEN_BACK: ("You took it back", "peers_own_taken_back"),
}
TAGS = tuple(
    (tag, words, colour)
    for (words, tag), colour in zip(
        STATES.values(), ("yellow", "green", "orange", "orange", "red", "grey"), strict=True
    )
)


@dataclass(frozen=True)
class Chosen:
    """A topic or a space that was followed or muted: its name, where it is, and where the choice is taken back."""

    name: str
    href: str
    undo: str


def posts_of(member: Member) -> QuerySet[Post]:
    """The member's own posts, the newest first."""
    return Post.objects.filter(author=member).select_related("topic").order_by("-written_at", "-pk")


def asked_to_change(member: Member) -> int:
    """How many posts of theirs wait for a change of theirs."""
    return Post.objects.filter(author=member, state=Post.State.CHANGE_ASKED).count()


def followed_by(member: Member) -> list[Chosen]:
    """What a member follows."""
    return _chosen(Following.objects.filter(member=member), "follow")


def muted_by(member: Member) -> list[Chosen]:
    """What a member muted."""
    return _chosen(Mute.objects.filter(member=member), "mute")


def blocked_by(member: Member) -> list[Member]:
    """Whom a member blocked."""
    found = Block.objects.filter(member=member).select_related("blocked").order_by("blocked__display_name")
    return [each.blocked for each in found]


def _chosen(rows: QuerySet[Following] | QuerySet[Mute], verb: str) -> list[Chosen]:
    rows = rows.filter(Q(topic__isnull=True) | Q(topic__shown_posts__gt=0))
    found = []
    for row in rows.select_related("topic", "space").order_by("-at", "-pk"):
        if row.topic:
            args, kind, name = [row.topic.public_id], "topic", row.topic.heading
        else:
            args, kind, name = [row.space.slug], "space", row.space.title
        found.append(Chosen(name, reverse(f"peers:{kind}", args=args), reverse(f"peers:{kind}-{verb}", args=args)))
    return found
