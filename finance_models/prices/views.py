"""The pages of an area's prices: versions of unit costs and of providers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from config.today import today
from files import offers, writing
from finance_models.loading import uploads
from finance_models.models import PriceTable
from finance_models.pages import address, form_page, may_edit
from finance_models.prices import presenters, queries
from finance_models.prices.forms import PricesForm
from jobs import actions as jobs

TABLES = ("unit_costs", "providers")


@requires(Permission.FINANCE_READ)
@methods("GET")
def prices(request: HttpRequest, area: str) -> HttpResponse:
    """Every version; the latest of each counts."""
    context = {
        "sentence": presenters.standing(request.area).words,
        "table": presenters.table(request.area, queries.versions(), today()),
        "downloads": offers.offers("finance:prices-download", area),
        "may_edit": may_edit(request),
    }
    return render(request, "finance/prices.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def download(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The list of versions as a file."""
    table = presenters.table(request.area, queries.versions(), today())
    return writing.answer(request, table, ending=ending, name=f"{area}-prices", area=request.area)


@requires(Permission.FINANCE_READ)
@methods("GET")
def rows_download(request: HttpRequest, area: str, number: int, ending: str) -> HttpResponse:
    """The rows of one version as a file."""
    found = PriceTable.objects.filter(pk=number).first()
    if found is None:
        raise Http404("There is no such version.")
    table = presenters.rows_table(found)
    return writing.answer(request, table, ending=ending, name=f"{area}-{found.kind}-{found.number}", area=request.area)


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
@limited("upload", methods=("POST",))
def load(request: HttpRequest, area: str) -> HttpResponse:
    """Send tables of prices; a job reads them."""
    form = PricesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return redirect(_start(request, form.cleaned_data))
    back = address("prices", request)
    crumbs = [("Prices", back)]
    intro = ("A new version takes the place of the one before. Runs that were made stay as they are.",)
    return form_page(request, form, title="Load prices", submit="Load", back=back, crumbs=crumbs, intro=intro)


def _start(request: HttpRequest, cleaned: dict[str, Any]) -> Any:
    kept: list[dict[str, str]] = []
    try:
        for table in TABLES:
            kept += [uploads.keep(file, area=request.area, table=table) for file in cleaned[table]]
        words = {"source": cleaned["source"], "is_illustrative": cleaned["is_illustrative"]}
        return jobs.start(kind=uploads.PRICES, by=request.user, area=request.area, input={"files": kept, **words})
    except BaseException:
        uploads.forget(kept)
        raise
