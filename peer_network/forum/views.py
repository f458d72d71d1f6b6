"""The front of the room, a topic, and searching within the room."""

import uuid

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from drafts import queries as drafts
from find.words import Words
from peer_network import pages
from peer_network.forum import (
    finding,
    links,
    marking,
    post_presenters,
    presenters,
    reading,
    searching,
    topic_lists,
    topic_pages,
    unread,
    writing,
)
from peer_network.forum.forms import ReplyForm
from peer_network.joining.access import joined
from peer_network.models import Topic
from peer_network.pages import page


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def start(request: HttpRequest) -> HttpResponse:
    """Where this member left off, what is new for them, the spaces, and where to find support."""
    member = request.member
    readable = reading.spaces_for(member, request.access).open_now()
    context = {
        "go_on": presenters.rows(topic_lists.go_on_with(member, readable)),
        "new": presenters.rows(topic_lists.new_in_followed(member, readable)),
        "spaces": unread.spaces_with_unread(readable, member),
        "kept": drafts.of(request.user).filter(path__startswith=request.path).exists(),
        "parts": pages.parts_of("start", request),
    }
    return page(request, "peer_network/forum/start.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def topic(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A topic, twenty posts a page; without a page in the address, where the member left off."""
    found = finding.topic_of(request, public_id)
    if "page" not in request.GET and found.read_up_to:
        return redirect(presenters.go_on_address(found))
    number = _page_number(request, topic_pages.number_of_pages(found))
    posts = topic_pages.posts_on(found, number, request.member)
    shown = post_presenters.present(posts, request.member, found.read_up_to)
    last = max((post.position or 0 for post in posts), default=0)
    if last:
        marking.has_read(topic=found, member=request.member, position=last, known=found.read_up_to)
    return page(request, "peer_network/forum/topic.html", _topic_context(request, found, number, shown))


def _topic_context(request: HttpRequest, found: Topic, number: int, shown: list) -> dict:
    return {
        "topic": found,
        "posts": shown,
        "page": Paginator(range(found.last_position), reading.POSTS_ON_A_PAGE).page(number),
        "reply": ReplyForm() if not (found.closed_at or found.space.closed_at) else None,
        "checks": writing.checks_for(request.member),
        "can_report": presenters.can_report(),
        "can_keep": request.access.can(Permission.PEERS_MODERATE),
        "links": links.of(found, request.member, request.access),
    }


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
@limited("search")
def search(request: HttpRequest) -> HttpResponse:
    """Topics with these words, in the spaces that this member may read, or in one of them."""
    words = Words.typed(request.GET.get("q", ""))
    readable = reading.spaces_for(request.member, request.access)
    space = readable.filter(slug=request.GET.get("space", "")).first()
    spaces = readable.filter(pk=space.pk) if space else readable
    found = searching.found_in(spaces, words, request.member) if words else []
    context = {"words": words.text, "space": space, "results": presenters.results(found)}
    return page(request, "peer_network/forum/search.html", context)


def _page_number(request: HttpRequest, pages_there_are: int) -> int:
    """The page of the address; 404 for one that there isn't."""
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= pages_there_are):
        raise Http404("No such page.")
    return int(text)
