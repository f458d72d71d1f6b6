"""What the address of a page names, for whoever may read it: 404 else, for what isn't there and what isn't theirs."""

import uuid

from django.http import Http404, HttpRequest

from peer_network.forum import reading, topic_pages
from peer_network.models import Member, Post, Space, Topic


def topic_of(request: HttpRequest, public_id: uuid.UUID) -> Topic:
    """A topic that this member may read."""
    topic = topic_pages.find(public_id, request.member)
    if topic is None or not reading.may_read(topic.space, request.member, request.access):
        raise Http404("No such topic.")
    return topic


def space_of(request: HttpRequest, slug: str) -> Space:
    """A space that this member may read."""
    space = any_space(slug)
    if not reading.may_read(space, request.member, request.access):
        raise Http404("No such space.")
    return space


def any_space(slug: str) -> Space:
    """A space, also one into which the member would have to ask to come."""
    space = Space.objects.select_related("area").filter(slug=slug).first()
    if space is None:
        raise Http404("No such space.")
    return space


def shown_post_of(request: HttpRequest, public_id: uuid.UUID) -> Post:
    """A post that members are shown, of a space that this one may read."""
    post = _posts().shown().filter(public_id=public_id).first()
    if post is None or not reading.may_read(post.topic.space, request.member, request.access):
        raise Http404("No such post.")
    return post


def own_post_of(request: HttpRequest, public_id: uuid.UUID) -> Post:
    """A post of this member's own, whatever its state."""
    post = _posts().filter(public_id=public_id, author=request.member).first()
    if post is None:
        raise Http404("No such post.")
    return post


def another_member(request: HttpRequest, public_id: uuid.UUID) -> Member:
    """A member other than the one who asks."""
    other = Member.objects.present().filter(public_id=public_id).exclude(pk=request.member.pk).first()
    if other is None:
        raise Http404("No such member.")
    return other


def _posts():
    return Post.objects.select_related("topic__space", "author")


def any_topic(public_id: uuid.UUID) -> Topic:
    """A topic of any space, for moderators."""
    topic = Topic.objects.filter(public_id=public_id).first()
    if topic is None:
        raise Http404("No such topic.")
    return topic
