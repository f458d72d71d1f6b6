"""The list of all sites, for the board's readers."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers, writing
from tenants.programme.as_at import chosen
from tenants.programme.cascade import cohorts as presenter
from tenants.programme.cascade.forms import SitesForm

SITES_ON_A_PAGE = 50


@requires(Permission.BOARD_READ)
@methods("GET")
def sites(request: HttpRequest) -> HttpResponse:
    """The sites of all areas on a day, narrowed by intake, area, group and stage."""
    form, board = chosen(request, SitesForm)
    shown = [each for each in board.register.standings if form.keeps(each)]
    page = Paginator(shown, SITES_ON_A_PAGE).get_page(request.GET.get("page"))
    table = presenter.sites(board.register, page)
    cells = len(table.head) * len(shown)
    context = {
        "board": board,
        "form": form,
        "page": page,
        "table": table,
        "has_sites": bool(board.register.standings),
        "downloads": offers.offers("programme:sites-download", query=request.GET, cells=cells),
    }
    return render(request, "programme/sites.html", context)


@requires(Permission.BOARD_READ)
@methods("GET")
def download(request: HttpRequest, ending: str) -> HttpResponse:
    """The same list as a file, without pages."""
    form, board = chosen(request, SitesForm)
    table = presenter.sites(board.register, [each for each in board.register.standings if form.keeps(each)])
    return writing.answer(request, table, ending=ending, name=f"sites-{board.day.isoformat()}")
