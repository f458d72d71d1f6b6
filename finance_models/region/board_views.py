"""The region's figures for whoever reads the board: what was rounded and checked when they were made."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers, writing
from finance_models.region import board_presenters as presenters
from finance_models.region import queries
from finance_models.runs.words import NOT_A_LIMIT


@requires(Permission.BOARD_READ)
@methods("GET")
def start(request: HttpRequest) -> HttpResponse:
    """Rates by band, and areas beside each other."""
    found = queries.newest_figures()
    context = {
        "refused": found.shown.get("refused", "") if found else "",
        "is_being_made": queries.is_being_made(found),
        "not_a_limit": NOT_A_LIMIT,
        "may_see_exact": request.access.can(Permission.FINANCE_REGION_READ),
    }
    if found and found.is_shown:
        names = queries.area_names()
        tables = presenters.tables(found, names)
        files = {each.key: offers.offers("board_finance:download", found.number, each.key) for each in tables}
        context |= {
            "found": found,
            "sentence": presenters.sentence(found),
            "tables": tables,
            "files": files,
            "chart": presenters.chart(found, names, files["areas"]),
            "all_files": offers.offers("board_finance:download", found.number, "all"),
        }
    return render(request, "finance/board_region.html", context)


@requires(Permission.BOARD_READ)
@methods("GET")
def download(request: HttpRequest, number: int, key: str, ending: str) -> HttpResponse:
    """One of the tables, or `all` of them, as a file."""
    found = queries.figures(number)
    made = presenters.tables(found, queries.area_names()) if found and found.is_shown else []
    tables = [table for table in made if key in (table.key, "all")]
    if not tables:
        raise Http404("There is no such table.")
    title = "Finance across the region, rounded"
    return writing.answer(request, tables, ending=ending, name=f"region-{number}-{key}-rounded", title=title)
