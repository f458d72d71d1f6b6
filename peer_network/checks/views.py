"""The word lists, which moderators keep, and a page to try a text."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from peer_network import pages
from peer_network.checks import actions, editing, explaining, lists, presenters
from peer_network.checks.calc.hints import ENOUGH
from peer_network.checks.calc.looking import holds, is_crisis
from peer_network.checks.errors import LineRefused
from peer_network.checks.forms import Filters, LineForm, TryForm
from peer_network.checks.lists import Line
from peer_network.models import PhraseEdition

HERE = "peer_network/checks"
ON_A_PAGE = 50


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """Lines as the address narrows them."""
    form, found = _narrowed(request)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "page": page,
        "table": presenters.table(list(page), links=True),
        "downloads": offers.offers("peers:words-file", query=request.GET),
    }
    return pages.page(request, f"{HERE}/list.html", context)


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    _, found = _narrowed(request)
    return writing.answer(request, presenters.table(found, links=False), ending=ending, name=f"word-lists-{today()}")


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Add a line."""
    return _form(request, None)


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def line(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Change a line, or switch it off; below, how it was changed before."""
    found = lists.line(key)
    if found is None:
        raise Http404("There is no such line.")
    return _form(request, found)


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def try_out(request: HttpRequest) -> HttpResponse:
    """What would happen to a text. Nothing is kept."""
    form = TryForm(request.POST or None)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        findings = actions.tried(form.cleaned_data["text"], standing=form.cleaned_data["standing"])
        met = explaining.explained(form.cleaned_data["text"])
        context |= {
            "was_tried": True,
            "found": presenters.found(findings),
            "why": presenters.why(met.lines) if met.lines else None,
            "points": met.points,
            "enough": ENOUGH,
            "is_crisis": is_crisis(findings),
            "waits": holds(findings),
        }
    return pages.page(request, f"{HERE}/try.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, found: Line | None) -> HttpResponse:
    form = LineForm(request.POST or None, line=found)
    if request.method == "POST" and form.is_valid():
        facts = {"list": found.list, "name": found.name} if found else {}
        try:
            editing.write(key=found.key if found else None, by=request.user, **{**facts, **form.cleaned_data})
        except LineRefused as error:
            form.refused(error)
        else:
            messages.success(request, "The line is kept. It counts from the next post on.")
            return redirect("peers:words")
    editions = list(PhraseEdition.objects.filter(key=found.key).select_related("by")) if found else []
    context = {
        "form": form,
        "form_title": "Change a line" if found else "Add a line",
        "list_words": found.list_words if found else "",
        "history": presenters.history(editions) if editions else None,
    }
    return pages.page(request, f"{HERE}/form.html", context, status=422 if form.errors else 200)


def _narrowed(request: HttpRequest) -> tuple[Filters, list[Line]]:
    form = Filters(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    words, state = chosen.get("words", "").lower(), chosen.get("state", "")
    shown = {
        "": lambda each: each.is_active,
        "changed": lambda each: each.edition is not None,
        "off": lambda each: not each.is_active,
        "all": lambda each: True,
    }[state]
    found = [
        each
        for each in lists.lines()
        if shown(each)
        and (not chosen.get("list") or each.list == chosen["list"])
        and (words in f"{each.name} {each.pattern} {each.unless}".lower())
    ]
    return form, found
