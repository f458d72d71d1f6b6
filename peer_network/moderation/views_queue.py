"""The queue, an item of it, and taking one up."""

import uuid
from typing import Any

from django.contrib import messages as banners
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers as files_offered
from files import writing
from peer_network import pages
from peer_network.models import QueueItem
from peer_network.moderation import claims, item_page, presenters, queries, welfare
from peer_network.moderation.errors import ModerationRefused
from peer_network.moderation.forms import CaseForm, QueueFilters, ReasonForm

HERE = "peer_network/moderation"
ON_A_PAGE = 25


def the_item(public_id: uuid.UUID) -> QueueItem:
    """The item of this address, or 404."""
    return get_object_or_404(QueueItem.objects.select_related("about", "claimed_by", "closed_by"), public_id=public_id)


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """What waits, the most urgent first."""
    form = QueueFilters(request.GET or None)
    rows = queries.queue(form.chosen(), request.user)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "is_narrowed": bool(form.chosen()),
        "page": page,
        "table": presenters.queue_table(page, request.user),
        "opened": welfare.counts(request.user),
        "downloads": files_offered.offers("peers:queue-file", query=request.GET),
    }
    return pages.page(request, f"{HERE}/queue.html", context)


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The queue as a file, narrowed as the page was; without a word of what was written."""
    rows = queries.queue(QueueFilters(request.GET or None).chosen(), request.user)
    table = presenters.queue_table(rows, request.user)
    return writing.answer(request, table, ending=ending, name=f"moderators-queue-{today()}")


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def item(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One item: what was written, what was said about it, and what can be decided."""
    found = the_item(public_id)
    if found.claimed_by_id == request.user.pk and found.closed_at is None:
        claims.keep(item=found, by=request.user)
    return pages.page(request, f"{HERE}/item.html", item_page.context(found, request.user))


@requires(Permission.PEERS_MODERATE)
@methods("POST")
def claim(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take it up."""
    return _done(request, public_id, lambda found: claims.claim(item=found, by=request.user), "It is yours now.")


@requires(Permission.PEERS_MODERATE)
@methods("POST")
def release(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Put it back."""
    found = the_item(public_id)
    claims.release(item=found, by=request.user)
    banners.success(request, "It is back in the queue.")
    return redirect("peers:queue")


@requires(Permission.PEERS_MODERATE)
@methods("POST")
def open_words(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Unfold distressing words, which is counted for the moderator's own eyes."""
    return _done(request, public_id, lambda found: welfare.open_words(item=found, by=request.user), "")


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def take_over(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take up what another moderator has, with a reason."""
    found, form = the_item(public_id), ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = lambda item: claims.take_over(item=item, reason=form.cleaned_data["reason"], by=request.user)  # noqa: E731
        return _done(request, public_id, act, "It is yours now.")
    context = {"item": found, "form": form, "form_title": "Take it over", "submit": "Take it over"}
    return pages.page(request, f"{HERE}/form.html", context, status=422 if form.errors else 200)


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def refer(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Make it a safeguarding case, which only the safeguarding leads see."""
    found, form = the_item(public_id), CaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        act = lambda item: item_page.refer(item=item, words=words, by=request.user)  # noqa: E731
        return _done(request, public_id, act, "The safeguarding leads have it. You can go on with this item.")
    context = {
        "item": found,
        "form": form,
        "form_title": "Make it a safeguarding case",
        "submit": "Send it to the leads",
    }
    return pages.page(request, f"{HERE}/form.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, public_id: uuid.UUID, act: Any, words: str) -> HttpResponse:
    """Do it and go back to the item, with what was refused said there."""
    found = the_item(public_id)
    try:
        act(found)
    except ModerationRefused as refused:
        banners.error(request, str(refused))
    else:
        if words:
            banners.success(request, words)
    return redirect("peers:item", found.public_id)
