"""What a member marks: read, followed, muted, blocked, thanked. None of it is told to others but as counts."""

from django.db import transaction

from config.today import moment
from peer_network.models import Block, Following, Mark, Member, Mute, Post, ReadMark, Space, Topic


def has_read(*, topic: Topic, member: Member, position: int, known: int | None) -> None:
    """Keep how far a member has read; it never goes back. `known`: the mark as the page found it. At most one query."""
    if known is not None and known >= position:
        return
    mine = ReadMark.objects.filter(topic=topic, member=member)
    if known is None:
        mark = ReadMark(topic=topic, member=member, position=position, at=moment())
        ReadMark.objects.bulk_create([mark], ignore_conflicts=True)
    else:
        mine.filter(position__lt=position).update(position=position, at=moment())


def follow(*, member: Member, topic: Topic | None = None, space: Space | None = None) -> None:
    """Hear of what is new in a topic or a space; a second time changes nothing. What was muted isn't any more."""
    with transaction.atomic():
        Mute.objects.filter(member=member, topic=topic, space=space).delete()
        Following.objects.get_or_create(member=member, topic=topic, space=space)


def unfollow(*, member: Member, topic: Topic | None = None, space: Space | None = None) -> None:
    """Hear of it no longer."""
    Following.objects.filter(member=member, topic=topic, space=space).delete()


def mute(*, member: Member, topic: Topic | None = None, space: Space | None = None) -> None:
    """Neither news nor unread marks of it."""
    with transaction.atomic():
        Following.objects.filter(member=member, topic=topic, space=space).delete()
        Mute.objects.get_or_create(member=member, topic=topic, space=space)


def unmute(*, member: Member, topic: Topic | None = None, space: Space | None = None) -> None:
    """News and marks again."""
    Mute.objects.filter(member=member, topic=topic, space=space).delete()


def block(*, member: Member, other: Member) -> None:
    """Not see what another writes, nor be written to by them. They aren't told. Raises ValueError for oneself."""
    if member.pk == other.pk:
        raise ValueError("You can’t block yourself.")
    Block.objects.get_or_create(member=member, blocked=other)


def unblock(*, member: Member, other: Member) -> None:
    """See them again."""
    Block.objects.filter(member=member, blocked=other).delete()


def switch(*, post: Post, member: Member, kind: str) -> bool:
    """Thank for a post, or say that it helped; the second time takes it back. True where it stands afterwards.

    Raises ValueError for one's own post.
    """
    if post.author_id == member.pk:
        raise ValueError("You can’t thank yourself.")
    _, is_new = Mark.objects.get_or_create(post=post, member=member, kind=kind)
    if not is_new:
        Mark.objects.filter(post=post, member=member, kind=kind).delete()
    return is_new
