"""Pages on which moderators decide, and those that list what was decided and who was called."""

import uuid
from typing import Any

from django.contrib import messages as banners
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers as files_offered
from files import writing
from peer_network import pages
from peer_network.models import Act, Member, QueueItem
from peer_network.moderation import (
    appeals,
    claims,
    deciding,
    matters,
    messages,
    offers,
    presenters,
    queries,
)
from peer_network.moderation.errors import ModerationRefused
from peer_network.moderation.forms import ActFilters, AppealAnswerForm, DecisionForm
from peer_network.moderation.opening import put_before_moderators
from peer_network.moderation.views_queue import the_item

HERE = "peer_network/moderation"
ON_A_PAGE = 25


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def decide(request: HttpRequest, public_id: uuid.UUID, act: str) -> HttpResponse:
    """Why, and in which words."""
    item = the_item(public_id)
    matter = matters.of_item(item)
    if act not in offers.for_item(item, matter).all:
        banners.error(request, "That can’t be decided here, or it is decided already.")
        return redirect("peers:item", item.public_id)
    form = DecisionForm(request.POST or None, kind=act, messages=messages.offered(act))
    label, does = presenters.ACTS[Act.Kind(act)]
    if request.method == "POST" and form.is_valid():
        facts = form.facts()
        if _is_done(request, form, lambda: deciding.decide(item=item, kind=act, by=request.user, **facts)):
            return _next(request, item, act)
    context = {"item": item, "form": form, "form_title": label, "words": does, "submit": label}
    context["variant"] = "warning" if act in presenters.WARNINGS else None
    return pages.page(request, f"{HERE}/form.html", context, status=422 if form.errors else 200)


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def decide_appeal(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Decide an appeal against another moderator's decision."""
    item = the_item(public_id)
    if item.kind != QueueItem.Kind.APPEAL:
        raise Http404("This is no appeal.")
    form = AppealAnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        is_upheld = said["outcome"] == "upheld"
        act = lambda: appeals.decide(item=item, is_upheld=is_upheld, answer=said["answer"], by=request.user)  # noqa: E731
        if _is_done(request, form, act):
            banners.success(request, "The member hears it now.")
            return redirect("peers:queue")
    context = {"item": item, "form": form, "form_title": "Decide the appeal", "submit": "Send the answer"}
    return pages.page(request, f"{HERE}/form.html", context, status=422 if form.errors else 200)


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def decided(request: HttpRequest) -> HttpResponse:
    """Every decision, the newest first."""
    form = ActFilters(request.GET or None)
    page = Paginator(queries.acts(form.chosen()), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "is_narrowed": bool(form.chosen()),
        "page": page,
        "table": presenters.acts_table(page),
        "downloads": files_offered.offers("peers:decided-file", query=request.GET),
    }
    return pages.page(request, f"{HERE}/decided.html", context)


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def decided_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file: no words, no member."""
    rows = queries.acts(ActFilters(request.GET or None).chosen())
    return writing.answer(request, presenters.acts_table(rows), ending=ending, name=f"peer-decisions-{today()}")


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def act(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One decision: what it was about, its words, and looking at it again."""
    rows = Act.objects.select_related("by", "letter", "seconds__by", "undoes")
    found = get_object_or_404(rows, public_id=public_id)
    context = {
        "act": found,
        "letter": getattr(found, "letter", None),
        "by": str(found.by) if found.by else "The system",
        "matter": matters.of_subject(found.subject_kind, found.subject_id),
        "member": Member.objects.filter(public_id=found.about).first(),
        "appeal": getattr(found, "appeal", None),
    }
    return pages.page(request, f"{HERE}/act.html", context)


@requires(Permission.PEERS_MODERATE)
@methods("POST")
def look_again(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Open an item about what was decided, to decide it anew."""
    found = get_object_or_404(Act, public_id=public_id)
    return _open(request, found.subject_kind, found.subject_id, Member.objects.filter(public_id=found.about).first())


@requires(Permission.PEERS_MODERATE)
@methods("POST")
def look_at_member(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Open an item about a member, to write to them, pause them, or say how known they are."""
    member = get_object_or_404(Member, public_id=public_id)
    return _open(request, "member", member.public_id, member)


def _open(request: HttpRequest, kind: str, subject_id: uuid.UUID, about: Member | None) -> HttpResponse:
    item = put_before_moderators(kind=QueueItem.Kind.REPORT, subject_kind=kind, subject_id=subject_id, about=about)
    try:
        claims.claim(item=item, by=request.user)
    except ModerationRefused as refused:
        banners.error(request, str(refused))
    return redirect("peers:item", item.public_id)


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def alarms(request: HttpRequest) -> HttpResponse:
    """Who was called when."""
    page = Paginator(queries.alarms(), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "table": presenters.alarms_table(page),
        "downloads": files_offered.offers("peers:alarms-file"),
    }
    return pages.page(request, f"{HERE}/alarms.html", context)


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def alarms_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    table = presenters.alarms_table(queries.alarms())
    return writing.answer(request, table, ending=ending, name=f"peer-alarms-{today()}")


def _is_done(request: HttpRequest, form: Any, act: Any) -> bool:
    """Whether it was done; else the form says why not."""
    try:
        act()
    except ModerationRefused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _next(request: HttpRequest, item: QueueItem, act: str) -> HttpResponse:
    """Back to the item while it is open, else to the queue."""
    banners.success(request, f"Done: {presenters.ACTS[Act.Kind(act)][0].lower()}.")
    is_open = QueueItem.objects.filter(pk=item.pk, closed_at__isnull=True).exists()
    return redirect("peers:item", item.public_id) if is_open else redirect("peers:queue")
