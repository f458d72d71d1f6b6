"""Posts, as moderators see and change them."""

import uuid

from peer_network.forum import publishing, reading, showing
from peer_network.models import Member, Post
from peer_network.moderation.subjects import Subject

NO_LONGER_KEPT = "(These words are no longer kept.)"


def find(public_id: uuid.UUID) -> Post | None:
    """The post of this id, whatever its state."""
    return Post.objects.select_related("topic__space", "author", "quotes").filter(public_id=public_id).first()


def words(post: Post) -> list[tuple[str, str]]:
    """Its topic, what it quotes, and what it says."""
    quoted = [("It quotes", post.quoted_words)] if post.quoted_words else []
    return [("Topic", post.topic.title), *quoted, ("What it says", post.body or NO_LONGER_KEPT)]


def address(post: Post) -> str:
    """Its place in its topic; nothing before it has one."""
    return reading.address_of(post) if post.position else ""


def can_be_reported(post: Post, member: Member | None) -> bool:
    """Whoever may read it can report it."""
    return member is not None and post.state == Post.State.SHOWN and reading.may_read(post.topic.space, member)


POST = Subject(
    kind="post",
    noun="post",
    find=find,
    words=words,
    author=lambda post: post.author,
    address=address,
    show=publishing.publish,
    hide=showing.hide,
    remove=lambda post: showing.hide(post, Post.State.REMOVED),
    ask_change=lambda post: showing.hide(post, Post.State.CHANGE_ASKED),
    can_be_reported=can_be_reported,
)
