"""The ready-written messages, which moderators keep."""

from typing import Any

from django.contrib import messages as banners
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import Truncator

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from files.tables import Table
from peer_network import pages
from peer_network.moderation import messages
from peer_network.moderation.forms import MessageForm

HERE = "peer_network/moderation"
WORDS_SHOWN = 16  # in the list; the file has all


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """Every message and what it is for."""
    context = {"table": _table(links=True), "downloads": offers.offers("peers:messages-file")}
    return pages.page(request, f"{HERE}/messages.html", context)


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file, with the words."""
    return writing.answer(request, _table(links=False), ending=ending, name=f"ready-messages-{today()}")


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Add one."""
    return _form(request, None)


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Change one; the file's own is left for this network."""
    found = messages.find(key)
    if found is None:
        raise Http404("There is no such message.")
    return _form(request, found)


def _form(request: HttpRequest, found: messages.Message | None) -> HttpResponse:
    initial = (
        {"act": found.act, "title": found.title, "body": found.body, "is_active": found.is_active} if found else {}
    )
    form = MessageForm(request.POST or None, initial=initial, is_sent_by_itself=bool(found and not found.act))
    if request.method == "POST" and form.is_valid():
        facts = {"act": "", **form.cleaned_data}
        messages.write(key=found.key if found else "", by=request.user, **facts)
        banners.success(request, "The message is kept.")
        return redirect("peers:messages")
    title = "Change a ready-written message" if found else "Add a ready-written message"
    context = {"form": form, "form_title": title, "submit": "Keep it", "back_route": "peers:messages"}
    return pages.page(request, f"{HERE}/form.html", context, status=422 if form.errors else 200)


def _table(*, links: bool) -> Table:
    rows = tuple(_row(message, links=links) for message in messages.all_messages())
    head = ("Message", "For", "Words", "Offered")
    return Table(
        "messages", "Ready-written messages", head, rows, as_at=today(), source="The moderators of this network"
    )


def _row(message: messages.Message, *, links: bool) -> list[Any]:
    name: Any = message.title
    words = message.body
    if links:
        name = {"text": message.title, "href": reverse("peers:message", args=[message.key])}
        words = Truncator(words).words(WORDS_SHOWN)
    return [name, message.for_what, words, "Yes" if message.is_active else "No"]
