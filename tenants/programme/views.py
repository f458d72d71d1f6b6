"""The programme board's pages."""

import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from tenants.programme import quarters
from tenants.programme.forms import AsAtForm
from tenants.programme.presenters import board as presenter
from tenants.programme.queries import snapshot
from ui.charts import csv


@requires(Permission.BOARD_READ)
@methods("GET")
def board(request: HttpRequest) -> HttpResponse:
    """The whole network on one page, as at today or the end of a past quarter."""
    form, quarter, day = _as_at(request)
    page = presenter.present(snapshot(day), today=day, download=lambda key: _download(key, quarter))
    return render(request, "programme/board.html", {"page": page, "as_at_form": form, "day": day, "quarter": quarter})


@requires(Permission.BOARD_READ)
@methods("GET")
def download(request: HttpRequest, key: str) -> HttpResponse:
    """One of the board's tables as CSV, with its date and source."""
    _, _, day = _as_at(request)
    table = presenter.tables(snapshot(day)).get(key)
    if table is None:
        raise Http404("There is no such table.")
    head, rows = table.for_csv()
    return csv.response(f"{key}-{day.isoformat()}.csv", head, rows)


def _as_at(request: HttpRequest) -> tuple[AsAtForm, quarters.Quarter | None, datetime.date]:
    """The form, the past quarter that it asks for (None: today), and the day that is shown."""
    form = AsAtForm(request.GET or None, today=today())
    quarter = form.quarter()
    return form, quarter, quarter.last_day if quarter else today()


def _download(key: str, quarter: quarters.Quarter | None) -> str:
    address = reverse("programme:download", args=[key])
    return f"{address}?as-at={quarter.key}" if quarter else address
