"""What is new for me, where each thing leads, how I want to hear of it, and leaving e-mails without signing in."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt

import audit
from accounts.access import methods, public, signed_in
from accounts.models import User
from files import offers, writing
from notify import actions, presenters, queries, registry, sealing
from notify.errors import BadToken
from notify.forms import ChoicesForm, Filters
from notify.registry import EVERY_DIGEST
from ui import formats

ON_A_PAGE = 25
IN_A_FILE = 5_000


@signed_in
def notification_list(request: HttpRequest) -> HttpResponse:
    """What is new first, then the rest, newest first."""
    form = _filters(request)
    page = Paginator(queries.listed(request.access, **form.chosen()), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "shown": presenters.shown(page, request.access),
        "downloads": offers.offers("notify:file", query=request.GET),
        "unread": queries.unread_count(request.access),
        "late_mails": queries.late_mails(request.user),
    }
    return render(request, "notify/list.html", context)


@signed_in
def notification_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The list as a file, with the same filters."""
    found = queries.listed(request.access, **_filters(request).chosen())[:IN_A_FILE]
    return writing.answer(request, presenters.file_table(found), ending=ending, name="notifications")


@signed_in
def go(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Marks it read and leads on. The address itself says nothing, so that it can stand in an e-mail."""
    found = get_object_or_404(queries.visible_to(request.access), public_id=public_id)
    actions.mark_read(queries.visible_to(request.access).filter(pk=found.pk))
    wanted = found.url
    if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return redirect(wanted)
    return redirect("notify:list")


@methods("POST")
@signed_in
def read(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Marks one as read."""
    found = get_object_or_404(queries.visible_to(request.access), public_id=public_id)
    actions.mark_read(queries.visible_to(request.access).filter(pk=found.pk))
    return redirect("notify:list")


@methods("POST")
@signed_in
def read_all(request: HttpRequest) -> HttpResponse:
    """Marks all as read."""
    count = actions.mark_read(queries.visible_to(request.access))
    messages.success(request, f"{formats.plural(count, 'notification')} marked as read.")
    return redirect("notify:list")


@methods("GET", "POST")
@signed_in
def choices(request: HttpRequest) -> HttpResponse:
    """How to hear of each kind, in one form."""
    form = ChoicesForm(request.POST or None, access=request.access)
    if request.method == "POST" and form.is_valid():
        actions.choose(by=request.user, ways=form.ways())
        messages.success(request, "Your choices are saved.")
        return redirect("notify:choices")
    context = {"form": form, "late_mails": queries.late_mails(request.user)}
    return render(request, "notify/choices.html", context, status=422 if form.errors else 200)


# The address itself is the proof: mail programs send this form by themselves (RFC 8058), with no page before it.
@csrf_exempt
@methods("GET", "POST")
@public
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """One button, without signing in: no more of these e-mails. Looking at the page changes nothing."""
    try:
        person, kind = sealing.read_leaving_token(token)
    except BadToken as error:
        raise Http404(str(error)) from error
    user = get_object_or_404(User, public_id=person)
    if request.method == "POST":
        with transaction.atomic():
            actions.leave(by=user, kind=kind)
            audit.record(action="notifications.leave", by=user, detail={"kind": kind})
    what = "Summaries of what is new" if kind == EVERY_DIGEST else registry.label_of(kind)
    return render(request, "notify/leave.html", {"what": what, "is_done": request.method == "POST"})


def _filters(request: HttpRequest) -> Filters:
    return Filters(request.GET or None, kinds=queries.kinds_of(request.access))
