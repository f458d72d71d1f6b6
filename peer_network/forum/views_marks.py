"""Buttons that mark something: follow, mute, thank, block. Each leads back to where it was pressed."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from peer_network.forum import finding, marking, reading, topic_pages
from peer_network.joining.access import joined
from peer_network.models import Block, Member
from peer_network.pages import page

OFF = "off"
# Verb -> (on, off, what is said of each).
SWITCHES: dict[str, tuple[Callable[..., None], Callable[..., None], str, str]] = {
    "follow": (marking.follow, marking.unfollow, "You hear of what is new here.", "You hear of it no longer."),
    "mute": (marking.mute, marking.unmute, "You hear nothing of it, and it isn’t marked as new.", "It is as before."),
}


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
def of_topic(request: HttpRequest, public_id: uuid.UUID, verb: str) -> HttpResponse:
    """Follow or mute a topic, or no longer."""
    topic = finding.topic_of(request, public_id)
    _switch(request, verb, topic=topic)
    return redirect(reading.address_at(topic.public_id, max(topic.read_up_to or 1, 1)))


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
def of_space(request: HttpRequest, slug: str, verb: str) -> HttpResponse:
    """Follow or mute a space, or no longer."""
    space = finding.space_of(request, slug)
    _switch(request, verb, space=space)
    return redirect("peers:space", slug=slug)


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
def of_post(request: HttpRequest, public_id: uuid.UUID, kind: str) -> HttpResponse:
    """Thank for a post, or say that it helped; the second time takes it back."""
    post = finding.shown_post_of(request, public_id)
    try:
        marking.switch(post=post, member=request.member, kind=kind)
    except ValueError as refused:
        raise PermissionDenied(str(refused)) from refused
    return redirect(reading.address_of(post))


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def member(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Another member, as members see them: a name and a mark, and whether one has blocked them."""
    other = finding.another_member(request, public_id)
    context = {
        "other": other,
        "role": topic_pages.roles_of_users({other.user_id}).get(other.user_id, ""),
        "is_blocked": Block.objects.filter(member=request.member, blocked=other).exists(),
    }
    return page(request, "peer_network/forum/member.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
def block(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Block another member, or no longer."""
    other: Member = finding.another_member(request, public_id)
    if OFF in request.POST:
        marking.unblock(member=request.member, other=other)
        messages.success(request, "You see again what they write.")
    else:
        marking.block(member=request.member, other=other)
        messages.success(request, "You no longer see what they write, and they can’t write to you. They are not told.")
    return redirect("peers:member", public_id=public_id)


def _switch(request: HttpRequest, verb: str, **what: object) -> None:
    on, off, said_on, said_off = SWITCHES[verb]
    is_off = OFF in request.POST
    (off if is_off else on)(member=request.member, **what)
    messages.success(request, said_off if is_off else said_on)
