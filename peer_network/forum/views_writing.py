"""Pages on which members write: a new topic, a reply, a change; and what became of it."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from peer_network.forum import finding, post_presenters, posting, writing
from peer_network.forum.errors import NotChangeable, PostingRefused
from peer_network.forum.forms import ChangeForm, ReplyForm, TopicForm
from peer_network.joining.access import joined, may_write
from peer_network.models import Post, QueueItem, Topic
from peer_network.pages import page


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def new_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a topic."""
    space = finding.space_of(request, slug)

    def act(given: dict[str, Any], goes_on_anyway: bool) -> posting.Outcome:
        return posting.begin_topic(space=space, by=request.member, goes_on_anyway=goes_on_anyway, **given)

    form = TopicForm(request.POST or None)
    done = "Your topic is shown now. You hear of replies to it."
    return writing.answer(request, form, "peer_network/forum/new_topic.html", {"space": space}, act, done)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def reply(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Reply to a topic; with `?quote=` in the address, with words of that post."""
    topic = finding.topic_of(request, public_id)
    quotes = _quoted(request, topic)

    def act(given: dict[str, Any], goes_on_anyway: bool) -> posting.Outcome:
        words = given.get("quoted_words", "")
        facts = {"quotes": quotes if words else None, "quoted_words": words, "goes_on_anyway": goes_on_anyway}
        return posting.reply(topic=topic, body=given["body"], by=request.member, **facts)

    form = ReplyForm(request.POST or None, quotes=quotes)
    context = {"topic": topic, "quotes": quotes}
    return writing.answer(request, form, "peer_network/forum/reply.html", context, act, "Your reply is shown now.")


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def edit(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Change one's own post."""
    post = finding.own_post_of(request, public_id)
    if post.state not in posting.CHANGEABLE:
        raise PermissionDenied(str(NotChangeable()))
    has_title = post.begins_topic

    def act(given: dict[str, Any], goes_on_anyway: bool) -> posting.Outcome:
        return posting.edit(post=post, by=request.member, goes_on_anyway=goes_on_anyway, **given)

    initial = {"body": post.body, "title": post.topic.title}
    form = ChangeForm(request.POST or None, has_title=has_title, initial=initial)
    return writing.answer(
        request, form, "peer_network/forum/edit.html", {"post": post}, act, "Your change is shown now."
    )


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
def take_back(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take one's own post back, after being asked."""
    post = finding.own_post_of(request, public_id)
    if request.method == "GET":
        return page(request, "peer_network/forum/take_back.html", {"post": post})
    try:
        posting.take_back(post=post, by=request.member)
    except PostingRefused as refused:
        raise PermissionDenied(str(refused)) from refused
    messages.success(request, "You have taken your post back. Nobody sees it any more.")
    return redirect("peers:me-posts")


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def kept(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One's own post, and what happens with it; after words of crisis, with help first of all."""
    post = finding.own_post_of(request, public_id)
    items = QueueItem.objects.filter(subject_kind=posting.SUBJECT, subject_id=post.public_id, closed_at__isnull=True)
    kinds = set(items.values_list("kind", flat=True))
    context = {
        "post": post,
        "note": post_presenters.OWN_STATES.get(Post.State(post.state), ""),
        "is_crisis": QueueItem.Kind.CRISIS in kinds,
    }
    return page(request, "peer_network/forum/kept.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def history(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The texts that one's own post has had."""
    post = finding.own_post_of(request, public_id)
    return page(
        request, "peer_network/forum/history.html", {"post": post, "editions": post.editions.order_by("-number")}
    )


def _quoted(request: HttpRequest, topic: Topic) -> Post | None:
    """The post of this topic that is quoted; None for one that isn't shown."""
    try:
        wanted = uuid.UUID(request.GET.get("quote", ""))
    except ValueError:
        return None
    return topic.posts.shown().select_related("author").filter(public_id=wanted).first()
