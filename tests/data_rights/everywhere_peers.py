"""A person's rows in the peer network, with their name in every text in which somebody might write it."""

from typing import Any

from peer_network.forum import showing
from peer_network.joining import actions
from peer_network.models import (
    Block,
    Following,
    Mark,
    Member,
    Mute,
    Post,
    PostEdition,
    QueueItem,
    ReadMark,
    Space,
    SpaceEntry,
    Topic,
)
from peer_network.moderation.opening import put_before_moderators
from tests.data_rights import everywhere_peers_care, everywhere_peers_moderation, everywhere_peers_support


def make(user: Any, other: Any) -> None:
    """What the person is, wrote, read and marked there; `other` writes of them too."""
    me = actions.join(display_name="Quiet Heron", is_adult=True, by=user)
    them = actions.join(display_name="Loud Goose", is_adult=True, by=other)
    Member.objects.filter(pk=them.pk).update(state="paused", state_reason=f"You named {user.name}")
    space = Space.objects.create(slug="zebras", kind="network", title="Zebras", about="For all")
    SpaceEntry.objects.create(space=space, member=me, words=f"I am {user.name}")
    topic = Topic.objects.create(space=space, author=me, title=f"{user.name} asks")
    shown, _, theirs = (_post(topic, author, user.name) for author in (me, me, them))
    showing.show(shown)
    showing.show(theirs)
    Topic.objects.create(space=space, author=me, title=f"Never shown, {user.name}")
    ReadMark.objects.create(member=me, topic=topic, position=2)
    for model in (Following, Mute):
        model.objects.create(member=me, topic=topic)
    Block.objects.create(member=me, blocked=them)
    Mark.objects.create(member=me, post=theirs, kind="thanks")
    item = put_before_moderators(kind="report", subject_kind="post", subject_id=theirs.public_id, about=them)
    QueueItem.objects.filter(pk=item.pk).update(
        claimed_by=user, claimed_at=item.opened_at, first_claimed_at=item.opened_at
    )
    everywhere_peers_moderation.make(user, other)
    everywhere_peers_care.make(user, other)
    everywhere_peers_support.make(user, other)


def _post(topic: Topic, author: Member, name: str) -> Post:
    words = f"{name} said so"
    post = Post.objects.create(topic=topic, author=author, body=words, quoted_words=words)
    PostEdition.objects.create(post=post, number=1, title=words, body=words)
    return post
