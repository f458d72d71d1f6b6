"""The programme board's pages."""

import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants import quarters
from tenants.programme.forms import AsAtForm
from tenants.programme.presenters import board as presenter
from tenants.programme.queries import snapshot
from ui import formats


@requires(Permission.BOARD_READ)
@methods("GET")
def board(request: HttpRequest) -> HttpResponse:
    """The whole network on one page, as at today or the end of a past quarter."""
    form, quarter, day = _as_at(request)
    query = {"as-at": quarter.key} if quarter else None
    page = presenter.present(
        snapshot(day), today=day, downloads=lambda key: offers.offers("programme:download", key, query=query)
    )
    return render(request, "programme/board.html", {"page": page, "as_at_form": form, "day": day, "quarter": quarter})


@requires(Permission.BOARD_READ)
@methods("GET")
def download(request: HttpRequest, key: str, ending: str) -> HttpResponse:
    """One of the board's tables as a file, or with the key `board` all of them."""
    _, _, day = _as_at(request)
    board = snapshot(day)
    tables = presenter.tables(board)
    if key == presenter.ALL_TABLES:
        return writing.answer(
            request,
            tables.values(),
            ending=ending,
            name=f"board-tables-{day.isoformat()}",
            title=f"Programme board: tables as at {formats.date(day)}",
            charts=presenter.charts_on_paper(board),
        )
    if key not in tables:
        raise Http404("There is no such table.")
    return writing.answer(request, tables[key], ending=ending, name=f"{key}-{day.isoformat()}")


def _as_at(request: HttpRequest) -> tuple[AsAtForm, quarters.Quarter | None, datetime.date]:
    """The form, the past quarter that it asks for (None: today), and the day that is shown."""
    form = AsAtForm(request.GET or None, today=today())
    quarter = form.quarter()
    return form, quarter, quarter.last_day if quarter else today()
