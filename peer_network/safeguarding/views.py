"""The list of cases, a case, the emergency script, and files. For safeguarding leads alone."""

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from peer_network import pages
from peer_network.models import Case
from peer_network.safeguarding import presenters, queries, script, sealing, work
from peer_network.safeguarding.forms import Filters
from ui import formats

ON_A_PAGE = 20
HERE = "peer_network/safeguarding"


def the_case(request: HttpRequest, public_id: uuid.UUID) -> Case:
    """The case of this address, or 404; also for a lead whom it is about."""
    return get_object_or_404(queries.open_to(request.user).select_related("lead", "opened_by"), public_id=public_id)


@requires(Permission.PEERS_SAFEGUARD)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """Cases as the address narrows them, and what is due."""
    form, rows = _narrowed(request)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    due = queries.steps_due(request.user)
    context = {
        "filters": form,
        "page": page,
        "table": presenters.table(list(page)),
        "due_words": _due_words(due),
        "downloads": offers.offers("peers:safeguarding-file", query=request.GET),
    }
    return pages.page(request, f"{HERE}/list.html", context)


@requires(Permission.PEERS_SAFEGUARD)
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The list as a file, narrowed as the page was."""
    _, rows = _narrowed(request)
    name = f"safeguarding-cases-{today().isoformat()}"
    found = presenters.table(list(rows))
    return writing.answer(request, found, ending=ending, name=name, action="safeguarding.export")


@requires(Permission.PEERS_SAFEGUARD)
@methods("GET")
def case(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A case, whole. That it was read stands in the audit."""
    found = the_case(request, public_id)
    work.opened_page(case=found, by=request.user)
    said = sealing.facts_of(found)
    words, address = presenters.written(said)
    context = {
        "case": found,
        "said": said,
        "facts": presenters.facts(found, said),
        "written": words,
        "written_at": address,
        "script": script.read(),
        "script_steps": presenters.script_steps(found),
        "entries": presenters.entries(found),
        "steps": presenters.steps(found),
        "others": queries.others_about(found),
        "urgency_tag": presenters.URGENCY_TAGS[found.urgency],
        "downloads": offers.offers("peers:safeguarding-case-file", found.public_id),
    }
    return pages.page(request, f"{HERE}/case.html", context)


@requires(Permission.PEERS_SAFEGUARD)
@methods("GET")
def case_file(request: HttpRequest, public_id: uuid.UUID, ending: str) -> HttpResponse:
    """A case as a file; the chronology and the audit say that it was taken out."""
    found = the_case(request, public_id)
    made = writing.answer(
        request,
        presenters.document(found),
        ending=ending,
        name=f"case-{found.reference}",
        title=f"Safeguarding case {found.reference}",
        action="safeguarding.export",
    )
    if made.status_code == HttpResponse.status_code:
        work.taken_out(case=found, ending=ending, by=request.user)
    return made


@requires(Permission.PEERS_SAFEGUARD)
@methods("GET")
def emergency(request: HttpRequest) -> HttpResponse:
    """The emergency script, for whoever has no case open yet."""
    return pages.page(request, f"{HERE}/emergency.html", {"script": script.read()})


@requires(Permission.PEERS_SAFEGUARD)
@methods("GET")
def lookups(request: HttpRequest) -> HttpResponse:
    """Who opened which identity, when and why."""
    page = Paginator(queries.lookups(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "table": presenters.lookups_table(list(page)),
        "downloads": offers.offers("peers:safeguarding-lookups-file"),
    }
    return pages.page(request, f"{HERE}/lookups.html", context)


@requires(Permission.PEERS_SAFEGUARD)
@methods("GET")
def lookups_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    found = presenters.lookups_table(list(queries.lookups(request.user)))
    name = f"identities-opened-{today().isoformat()}"
    return writing.answer(request, found, ending=ending, name=name, action="safeguarding.export")


def _narrowed(request: HttpRequest) -> tuple[Filters, Any]:
    form = Filters(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    return form, queries.listed(by=request.user, **chosen)


def _due_words(due: list[Any]) -> str:
    late = sum(step.due_on < today() for step in due)
    if not due:
        return "Nothing is due today."
    return f"{formats.plural(len(due), 'thing')} to do by today, {late} overdue."
