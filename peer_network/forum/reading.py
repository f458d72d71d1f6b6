"""Which spaces a member may read, and where a post is read."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from accounts.access import Access
from accounts.permissions import Permission
from peer_network.models import Member, Post, Space, SpaceEntry

POSTS_ON_A_PAGE = 20


def spaces_for(member: Member, access: Any = None) -> QuerySet[Space]:
    """The spaces that a member may read: those for everybody, and those into which they were let. Moderators: all."""
    if (access or Access(member.user)).can(Permission.PEERS_MODERATE):
        return Space.objects.all()
    let_in = SpaceEntry.objects.filter(member=member, state=SpaceEntry.State.IN)
    return Space.objects.filter(Q(entry=Space.Entry.OPEN) | Q(pk__in=let_in.values("space")))


def may_read(space: Space, member: Member, access: Any = None) -> bool:
    """Whether a member may read this space. No query for a space that is for everybody."""
    return space.entry == Space.Entry.OPEN or spaces_for(member, access).filter(pk=space.pk).exists()


def page_of(position: int) -> int:
    """The page on which the post at this place stands."""
    return (position - 1) // POSTS_ON_A_PAGE + 1


def address_at(topic_id: Any, position: int) -> str:
    """The address of a place in a topic."""
    return f"{reverse('peers:topic', args=[topic_id])}?page={page_of(position)}#post-{position}"


def address_of(post: Post) -> str:
    """The address of a post that has a place."""
    return address_at(post.topic.public_id, post.position or 1)
