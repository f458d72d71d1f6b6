"""Pages of shared files."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import guard, private
from files.errors import FileGone
from files.faults import Refused
from files.limits import MEGABYTE
from files.receiving import takes
from peer_network.forum import reading
from peer_network.joining.access import joined, may_write
from peer_network.models import FileThanks, SharedFile, Topic
from peer_network.pages import page
from peer_network.sharing import actions, checked, presenters, queries
from peer_network.sharing.cleaning.results import LIMITS
from peer_network.sharing.errors import SharingRefused
from peer_network.sharing.forms import FileFilters, UploadForm, WordsForm
from peer_network.support import saying

ON_A_PAGE = 20
State = SharedFile.State
CAN_BE_SENT = (State.DRAFT, State.CHANGE_ASKED)
OWN_DOWNLOAD = (State.DRAFT, State.WAITING, State.SHOWN, State.CHANGE_ASKED, State.HIDDEN)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
@limited("search")
def listed(request: HttpRequest) -> HttpResponse:
    """Shared files, narrowed as the address says."""
    form = FileFilters(request.GET or None)
    chosen = form.chosen()
    shown = Paginator(queries.narrowed(queries.shown(), chosen), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "is_narrowed": bool(chosen),
        "page": shown,
        "cards": [(row, presenters.kind_of(row)) for row in shown],
    }
    return page(request, "peer_network/sharing/files.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def mine(request: HttpRequest) -> HttpResponse:
    """The member's own files, in every state."""
    rows = SharedFile.objects.filter(member=request.member).order_by("-pk")[: 5 * ON_A_PAGE]
    return page(request, "peer_network/sharing/mine.html", {"rows": rows})


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@takes(lambda: LIMITS.packed_bytes + MEGABYTE)
@joined
@may_write
@limited("upload", methods=("POST",))
def new(request: HttpRequest) -> HttpResponse:
    """Choose a file; it is cleaned, and shown to its writer once more before it is sent."""
    topic = _topic(request)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        facts = {"source": guard.binary(upload), "name": guard.name_of(upload), "values": form.words(), "topic": topic}
        try:
            row = actions.upload(member=request.member, **facts)
        except SharingRefused as refused:
            form.add_error(None, str(refused))
        except Refused as refused:
            form.add_error("file", f"Your file {refused.found[0].why}.")
        else:
            return redirect("peers:file-check", row.public_id)
    context = {"form": form, "topic": topic}
    return page(request, "peer_network/sharing/new.html", context, status=422 if form.errors else 200)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
def check(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """What was taken out, and what the checks found in it; then it is sent, or thrown away."""
    row = _own(request, public_id, CAN_BE_SENT)
    form = WordsForm(request.POST or None, initial={"title": row.title, "purpose": row.purpose})
    if request.method == "POST" and form.is_valid():
        weighed = saying.weighed(request, form, request.member)
        if not weighed.asks_again:
            facts = {"found": weighed.found, "is_crisis": weighed.is_crisis, **form.cleaned_data}
            actions.send(member=request.member, row=row, **facts)
            words = "Thank you. A moderator looks at it before others see it."
            return saying.done(request, weighed, words, "peers:files-mine")
        status, again = 422, weighed
    else:
        status, again = (422 if form.errors else 200), None
    context = {
        "file": row,
        "kind": presenters.kind_of(row),
        "form": form,
        "weighed": again,
        "findings": checked.look(checked.text_of(row), request.member),
    }
    return page(request, "peer_network/sharing/check.html", context, status=status)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def one(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A file that is shown; its writer sees their own in every state."""
    row = queries.shown().filter(public_id=public_id).first() or _own(request, public_id)
    context = {
        "file": row,
        "facts": presenters.facts(row),
        "is_own": row.member_id == request.member.pk,
        "thanked": getattr(row, "thanked", 0),
        "has_thanked": FileThanks.objects.filter(file=row, member=request.member).exists(),
        "topic": _readable(request, row.topic),
    }
    return page(request, "peer_network/sharing/file.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
@limited("export")
def download(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The file, as a download."""
    row = queries.shown().filter(public_id=public_id).first() or _own(request, public_id, OWN_DOWNLOAD)
    return _served(row)


@requires(Permission.PEERS_MODERATE)
@methods("GET")
@limited("export")
def look(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The file, for a moderator who decides about it. Drafts aren't theirs to see."""
    row = SharedFile.objects.filter(public_id=public_id).exclude(state=State.DRAFT).first()
    if row is None:
        raise Http404("There is no such file.")
    return _served(row)


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
def thank(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Thank for a file, or take it back."""
    row = queries.shown().filter(public_id=public_id).first()
    if row is None:
        raise Http404("There is no such file.")
    actions.thank(member=request.member, row=row)
    return redirect("peers:file", row.public_id)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
def take_back(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take one's own file away, after one more question."""
    row = _own(request, public_id)
    if request.method == "POST":
        actions.take_back(row=row)
        messages.success(request, "Your file is deleted.")
        return redirect("peers:files-mine")
    context = {
        "question": "Delete this file?",
        "words": "It is deleted here for good. Whoever has fetched it keeps their copy.",
        "submit": "Delete it",
        "back": reverse("peers:files-mine"),
    }
    return page(request, "peer_network/support/confirm.html", context)


def _served(row: SharedFile) -> HttpResponse:
    try:
        return private.serve(row.kept, name=presenters.download_name(row))
    except FileGone as error:
        raise Http404("The file is gone.") from error


def _own(request: HttpRequest, public_id: uuid.UUID, states: Any = tuple(State)) -> SharedFile:
    rows = SharedFile.objects.filter(public_id=public_id, member=request.member, state__in=states)
    row = rows.select_related("topic__space").first()
    if row is None:
        raise Http404("There is no such file.")
    return row


def _topic(request: HttpRequest) -> Topic | None:
    """The topic of the address to which it is attached; None where there is none that the member may read."""
    try:
        wanted = uuid.UUID(request.GET.get("topic", ""))
    except ValueError:
        return None
    return _readable(request, Topic.objects.select_related("space").filter(public_id=wanted).first())


def _readable(request: HttpRequest, topic: Topic | None) -> Topic | None:
    return topic if topic and reading.may_read(topic.space, request.member, request.access) else None
