"""What members hear of: replies, new topics, and what became of a post of theirs.

An e-mail says only that there is something. Titles and names stay on the page, behind the sign-in.
"""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from accounts.permissions import Permission
from notify.actions import notify
from notify.registry import NotificationKind, Way
from peer_network.models import Block, Following, Member, Mute, Post, ReadMark, Space, SpaceEntry
from tenants.telling import whoever_may

REPLIES, TOPICS, OWN = "peers-replies", "peers-new-topics", "peers-own-posts"
MEMBERS = whoever_may(Permission.PEERS_TAKE_PART)
KINDS = (
    NotificationKind(
        key=REPLIES,
        label="Replies in the peer network",
        describes="Somebody has written in a topic that you follow.",
        mail_words="There is something new in the peer network. Sign in to read it.",
        default=Way.DAILY,
        concerns=MEMBERS,
    ),
    NotificationKind(
        key=TOPICS,
        label="New topics in the peer network",
        describes="Somebody has begun a topic in a space that you follow.",
        mail_words="There is a new topic in the peer network. Sign in to read it.",
        default=Way.DAILY,
        concerns=MEMBERS,
    ),
    NotificationKind(
        key=OWN,
        label="Your own posts in the peer network",
        describes="A post of yours is shown to others now.",
        mail_words="There is news of something that you wrote in the peer network. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=MEMBERS,
    ),
)


def is_shown(post: Post) -> None:
    """Tell its writer that others can read it now."""
    if post.author is not None:
        notify(
            to=post.author.user,
            kind=OWN,
            title="Your post is shown now",
            body=f"It is in “{post.topic.title}”.",
            url=address(post),
            key=f"shown-{post.public_id}",
        )


def is_new(post: Post) -> int:
    """Tell whoever follows, and neither muted it nor blocked its writer; returns how many were told.

    Somebody who hasn't read on since they were last told of a topic isn't told again.
    """
    told = 0
    if post.is_first:
        title = f"New topic: {post.topic.title}"
        for member in _followers(post, Following.objects.filter(space=post.topic.space)):
            facts = {"title": title, "body": f"In {post.topic.space.title}.", "key": f"topic-{post.topic.public_id}"}
            told += notify(to=member.user, kind=TOPICS, url=address(post), **facts) is not None
        return told
    for member in _followers(post, Following.objects.filter(topic=post.topic)):
        key = f"reply-{post.topic.public_id}-{member.read_up_to or 0}"
        made = notify(to=member.user, kind=REPLIES, title=f"New: {post.topic.heading}", url=address(post), key=key)
        told += made is not None
    return told


def address(post: Post) -> str:
    """Where a post is read: its topic, opened where the reader left off."""
    return reverse("peers:topic", args=[post.topic.public_id])


def _followers(post: Post, following: QuerySet[Following]) -> Any:
    """Present members who follow, may read it, and don't want to be left alone with it."""
    mine = {"member": OuterRef("pk")}
    topic, space = post.topic, post.topic.space
    muted = Mute.objects.filter(topic=topic, **mine) | Mute.objects.filter(space=space, **mine)
    read = ReadMark.objects.filter(topic=topic, **mine).values("position")[:1]
    wanted = Member.objects.present().filter(pk__in=following.values("member"))
    wanted = wanted.exclude(Exists(muted)).exclude(pk=post.author_id)
    if post.author_id:
        wanted = wanted.exclude(Exists(Block.objects.filter(blocked=post.author_id, **mine)))
    if space.entry == Space.Entry.BY_REQUEST:
        wanted = wanted.filter(Exists(SpaceEntry.objects.filter(space=space, state=SpaceEntry.State.IN, **mine)))
    return wanted.annotate(read_up_to=read).select_related("user").order_by("pk")
