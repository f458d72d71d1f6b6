"""Pages that show sessions: the list, a session, its calendar file, what waits for whom."""

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from api import calendars
from config.today import today
from files import offers, writing
from files.tables import Table
from timebank.exchange import whose
from timebank.ledger import accounts
from timebank.sessions import acting, calendar, feedback, page, presenters, queries
from timebank.sessions.finding import find
from timebank.sessions.forms import Filters
from timebank.sessions.notices import address

ON_A_PAGE = 25


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """Every session, narrowed as the address says."""
    form, rows = _narrowed(request)
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "is_narrowed": bool(form.chosen()),
        "page": shown,
        "table": presenters.table(shown),
        "downloads": offers.offers("timebank:sessions-file", query=request.GET),
        "may_act": bool(whose.accounts_of(request.access)),
        "coordinates": acting.coordinates(request.access),
        "average": feedback.average(form.chosen().get("topic", "")),
    }
    return render(request, "timebank/sessions/list.html", context)


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The whole list as a file, narrowed as the page was."""
    _, rows = _narrowed(request)
    return writing.answer(request, presenters.table(rows), ending=ending, name=f"time-bank-sessions-{today()}")


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def one(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One session: what is next, and who has to do what."""
    return render(request, "timebank/sessions/one.html", page.context(request, find(public_id)))


@requires(Permission.TIMEBANK_ACT)
@methods("GET")
@limited("export")
def calendar_file(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The session as a calendar file, for whoever sees all of it."""
    session = find(public_id)
    parts = list(session.parts.all())
    if session.starts_at is None or not acting.sees_all_of(request.access, parts):
        raise Http404("There is no such file.")
    made = calendar.event(session, parts, address(session))
    return calendars.response(request, "Time bank", [made], name="time-bank-session")


@requires(Permission.TIMEBANK_CONFIRM)
@methods("GET")
def confirming(request: HttpRequest) -> HttpResponse:
    """Sessions whose minutes wait for the person's accounts."""
    context = {"table": _to_confirm(request), "downloads": offers.offers("timebank:confirming-file")}
    return render(request, "timebank/sessions/confirming.html", context)


@requires(Permission.TIMEBANK_CONFIRM)
@methods("GET")
def confirming_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    return writing.answer(request, _to_confirm(request), ending=ending, name=f"time-bank-to-confirm-{today()}")


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET")
def watch(request: HttpRequest) -> HttpResponse:
    """For the coordinator: disputes, what nobody answers, what silence is about to confirm."""
    context = {"tables": _watched(), "downloads": offers.offers("timebank:sessions-watch-file")}
    return render(request, "timebank/sessions/watch.html", context)


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET")
def watch_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The three lists as a file."""
    return writing.answer(request, _watched(), ending=ending, name=f"time-bank-sessions-watched-{today()}")


def _narrowed(request: HttpRequest) -> tuple[Filters, Any]:
    form = Filters(request.GET or None, accounts=accounts.all_accounts())
    mine = whose.accounts_of(request.access)
    return form, queries.newest_first(queries.narrowed(queries.sessions(), form.chosen(), mine))


def _to_confirm(request: HttpRequest) -> Table:
    rows = queries.to_confirm(whose.accounts_of(request.access))
    return presenters.waiting_table(rows, "to-confirm", "Sessions that wait for you")


def _watched() -> list[Table]:
    return [
        presenters.disputes_table(queries.disputes()),
        presenters.waiting_table(
            queries.about_to_be_confirmed(), "about-to-be-confirmed", "About to be confirmed by silence"
        ),
        presenters.waiting_table(queries.unanswered(), "unanswered", "Unanswered"),
    ]
