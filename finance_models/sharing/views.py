"""Calculators of gain and loss shares. The address holds what was asked, so that it can be passed on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from finance_models.assumptions import queries as assumptions
from finance_models.assumptions.actions import AssumptionsRefused
from finance_models.pages import address
from finance_models.sharing import presenters
from finance_models.sharing.forms import ShareForm, YearsForm


@requires(Permission.FINANCE_READ)
@methods("GET")
def share(request: HttpRequest, area: str) -> HttpResponse:
    """The gain or loss of one year."""
    form = ShareForm(request.GET or None, sets=assumptions.latest())
    made = _result(form)
    context: dict[str, Any] = {"form": form, "has_sets": form.fields["assumptions"].queryset.exists()}
    if made is not None:
        context |= {
            "sentence": presenters.sentence(made),
            "table": presenters.table(made, form.cleaned_data["assumptions"], today()),
            "downloads": offers.offers("finance:share-file", area, query=request.GET),
        }
    return render(request, "finance/share.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def share_file(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The same as a file."""
    form = ShareForm(request.GET, sets=assumptions.latest())
    return _file(request, form, presenters.table, page="share", ending=ending, name=f"{area}-gain-share")


@requires(Permission.FINANCE_READ)
@methods("GET")
def years(request: HttpRequest, area: str) -> HttpResponse:
    """Gains and losses of up to five years, with the yearly adjustment of the target between them."""
    form = YearsForm(request.GET or None, sets=assumptions.latest())
    made = _result(form)
    context: dict[str, Any] = {"form": form, "has_sets": form.fields["assumptions"].queryset.exists()}
    if made is not None:
        chosen = form.cleaned_data["assumptions"]
        files = offers.offers("finance:share-years-file", area, query=request.GET)
        context |= {
            "sentence": presenters.years_sentence(made),
            "table": presenters.years_table(made, chosen, today()),
            "chart": presenters.years_chart(made, chosen, today(), files),
            "downloads": files,
        }
    return render(request, "finance/share_years.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def years_file(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The same as a file."""
    form = YearsForm(request.GET, sets=assumptions.latest())
    name = f"{area}-gain-share-years"
    return _file(request, form, presenters.years_table, page="share-years", ending=ending, name=name)


def _file(request: HttpRequest, form: Any, table_of: Any, *, page: str, ending: str, name: str) -> HttpResponse:
    """What the address asks for as a file; with faults in it the page that names them."""
    made = _result(form)
    if made is None:
        return redirect(f"{address(page, request)}?{request.GET.urlencode()}")
    table = table_of(made, form.cleaned_data["assumptions"], today())
    return writing.answer(request, table, ending=ending, name=name, area=request.area)


def _result(form: Any) -> Any:
    """What was asked for; None before anything was asked, and where the form then names a fault."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return form.calculate()
    except AssumptionsRefused as refusal:
        chosen = form.cleaned_data["assumptions"]
        form.add_error("assumptions", [f"{chosen}: {fault}" for fault in refusal.faults])
        return None
