"""Help with writing: agreeing, ending, writing down, and taking back."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from peer_network.forum import posting, reading
from peer_network.forum.errors import PostingRefused
from peer_network.forum.weighing import closed_words
from peer_network.joining.access import joined, may_write
from peer_network.models import Post, Topic, WritingConsent
from peer_network.pages import page
from peer_network.support import saying
from peer_network.support.errors import SupportRefused
from peer_network.support.supporters import queries as supporters
from peer_network.support.writing import actions, consents
from peer_network.support.writing.forms import AgreeForm, NewTopicForm, WriteForm

TOPICS_SHOWN = 20
POSTS_SHOWN = 20


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def start(request: HttpRequest) -> HttpResponse:
    """Who may write for the member, what was written, and for whom they may write themselves."""
    member = request.member
    given = WritingConsent.objects.filter(member=member).select_related("supporter")[:TOPICS_SHOWN]
    written = (
        Post.objects.filter(author=member, helped_by__isnull=False).select_related("topic").order_by("-written_at")
    )
    context = {
        "given": [(row, consents.is_live(row)) for row in given],
        "held": consents.held_by(member) if request.access.can(Permission.PEERS_WELCOME) else [],
        "written": written[:POSTS_SHOWN],
    }
    return page(request, "peer_network/support/writing.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
def agree(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The member's own consent, in their own account."""
    profile = supporters.listed_for(request.member).filter(public_id=public_id).first()
    if profile is None:
        raise Http404("There is no such peer supporter.")
    form = AgreeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            scope, until = form.cleaned_data["scope"], form.cleaned_data["until"]
            consents.agree(member=request.member, profile=profile, scope=scope, until=until)
        except SupportRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "It is saved, and they know. You can end it at any time.")
            return redirect("peers:writing")
    context = {"form": form, "name": profile.member.display_name, "back": reverse("peers:supporter", args=[public_id])}
    return page(request, "peer_network/support/writing_agree.html", context, status=422 if form.errors else 200)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
def end(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Either of the two ends it."""
    rows = WritingConsent.objects.filter(public_id=public_id, member=request.member)
    rows |= WritingConsent.objects.filter(public_id=public_id, supporter=request.member)
    row = rows.first()
    if row is None:
        raise Http404("There is no such consent.")
    if request.method == "POST":
        consents.end(consent=row)
        messages.success(request, "It has ended. Nothing more can be written down.")
        return redirect("peers:writing")
    context = {
        "question": "End the help with writing?",
        "words": "From now on nothing more can be written down. What was posted stays. Both of you are told.",
        "submit": "End it",
        "back": reverse("peers:writing"),
    }
    return page(request, "peer_network/support/confirm.html", context)


@requires(Permission.PEERS_WELCOME)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def write(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Write something down: first where, then what. Only where both the member and the supporter may read."""
    rows = WritingConsent.objects.filter(public_id=public_id, supporter=request.member).select_related("member__user")
    consent = rows.first()
    if consent is None or not consents.is_live(consent):
        raise Http404("There is no such consent.")
    spaces = reading.spaces_for(consent.member).filter(pk__in=reading.spaces_for(request.member)).open_now()
    topics = Topic.objects.shown().filter(space__in=spaces, closed_at__isnull=True).select_related("space")
    topic, space = _chosen(request, topics, spaces if consent.scope == WritingConsent.Scope.TOPICS else spaces.none())
    if topic is None and space is None:
        can_begin = spaces if consent.scope == WritingConsent.Scope.TOPICS else []
        shown = topics.order_by("-last_shown_at")[:TOPICS_SHOWN]
        context = {"consent": consent, "topics": shown, "spaces": can_begin}
        return page(request, "peer_network/support/writing_choose.html", context)
    form = (WriteForm if topic else NewTopicForm)(request.POST or None)
    context = {"consent": consent, "form": form, "place": (topic or space).title, "closed": closed_words()}
    if request.method == "POST" and form.is_valid():
        answer = _post(request, consent, topic, space, form, context)
        if answer is not None:
            return answer
    status = 422 if form.errors or context.get("weighed") else 200
    return page(request, "peer_network/support/writing_write.html", context, status=status)


def _post(
    request: HttpRequest, consent: WritingConsent, topic: Any, space: Any, form: WriteForm, context: dict[str, Any]
) -> HttpResponse | None:
    """The page that follows; None where the writer is asked again."""
    facts = {"topic": topic, "space": space, "goes_on_anyway": saying.AS_IT_IS in request.POST, **form.cleaned_data}
    try:
        outcome = actions.write_down(consent=consent, **facts)
    except (SupportRefused, PostingRefused) as refused:
        form.add_error(None, str(refused))
        return None
    if outcome.post is None:
        context["weighed"] = outcome.weighed
        return None
    words = f"It is kept, and they are told. {outcome.weighed.told}".strip()
    return saying.done(request, outcome.weighed, words, "peers:writing")


def _chosen(request: HttpRequest, topics: Any, spaces: Any) -> tuple[Any, Any]:
    """The topic or the space of the address; 404 for one that the two may not both read."""
    for name, rows, field in (("topic", topics, "public_id"), ("space", spaces, "slug")):
        wanted = request.GET.get(name)
        if wanted:
            found = rows.filter(**{field: wanted}).first() if field == "slug" or _is_uuid(wanted) else None
            if found is None:
                raise Http404("There is no such place.")
            return (found, None) if name == "topic" else (None, found)
    return None, None


def _is_uuid(words: str) -> bool:
    try:
        uuid.UUID(words)
    except ValueError:
        return False
    return True


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def post(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """What was written down for the member."""
    row = _own_post(request, public_id)
    may_take_back = row.state not in (Post.State.TAKEN_BACK, Post.State.REMOVED)
    return page(request, "peer_network/support/writing_post.html", {"post": row, "may_take_back": may_take_back})


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
def take_back(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The member takes it back, at once."""
    try:
        posting.take_back(post=_own_post(request, public_id), by=request.member)
    except PostingRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "It is taken back. Nobody sees it any more.")
    return redirect("peers:writing")


def _own_post(request: HttpRequest, public_id: uuid.UUID) -> Post:
    rows = Post.objects.filter(public_id=public_id, author=request.member, helped_by__isnull=False)
    row = rows.select_related("topic", "helped_by").first()
    if row is None:
        raise Http404("There is no such post.")
    return row
