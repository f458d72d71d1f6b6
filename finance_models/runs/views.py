"""The pages of runs: costing, rates, and how a run was made."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import writing
from files.tables import Table
from finance_models.assumptions import queries as assumptions
from finance_models.cohorts import presenters as cohorts
from finance_models.complexity import presenters as complexity
from finance_models.models import Run
from finance_models.pages import address
from finance_models.release import presenters as releases
from finance_models.runs import made, presenters, queries, rates
from finance_models.runs.forms import RunForm
from finance_models.runs.job import JOB, address_of
from finance_models.runs.starting import KINDS, files_of, start_context
from finance_models.runs.words import NOT_A_LIMIT
from jobs import actions as jobs


@requires(Permission.FINANCE_READ)
@methods("GET")
def cost(request: HttpRequest, area: str) -> HttpResponse:
    """The newest costing."""
    run = queries.latest(Run.Kind.COST)
    context = start_context(request, "cost") | {"run": run}
    if run:
        found = presenters.tables(run)
        files = files_of(area, run, found)
        context |= {
            "sentence": presenters.sentence(run),
            "tables": found,
            "files": files,
            "settings_chart": presenters.settings_chart(run, files["settings"]),
            "conditions_chart": presenters.conditions_chart(run, files["conditions"]),
            "made_href": presenters.address(request.area, run),
        }
    return render(request, "finance/cost.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def rates_page(request: HttpRequest, area: str) -> HttpResponse:
    """The newest rates, and those of each scenario side by side."""
    runs = queries.latest_by_scenario(Run.Kind.CAPITATE)
    run = queries.latest(Run.Kind.CAPITATE)
    context = start_context(request, "rates") | {"run": run, "not_a_limit": NOT_A_LIMIT}
    if run:
        found = rates.tables(run, runs)
        files = files_of(area, run, found)
        context |= {
            "sentence": rates.sentence(run),
            "reconciliation": rates.reconciliation(run),
            "tables": {each.key: each for each in found},
            "files": files,
            "chart": rates.shadow_chart(run, files["shadow"]),
            "made_href": presenters.address(request.area, run),
            "has_scenarios": len(runs) > 1,
        }
    return render(request, "finance/rates.html", context)


@requires(Permission.FINANCE_EDIT)
@methods("POST")
def start(request: HttpRequest, area: str, kind: str) -> HttpResponse:
    """Start a run of a kind as a job."""
    if kind not in KINDS:
        raise Http404("There is no such run.")
    form = RunForm(request.POST, sets=assumptions.latest())
    if not form.is_valid():
        messages.warning(request, "Choose the assumptions first.")
        return redirect(address(kind, request))
    chosen = form.cleaned_data["assumptions"]
    title = f"{KINDS[kind].label} by {chosen}"
    given = {"kind": KINDS[kind].value, "assumptions": chosen.pk}
    return redirect(jobs.start(kind=JOB, by=request.user, area=request.area, input=given, title=title))


@requires(Permission.FINANCE_READ)
@methods("GET")
def run(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """How a run was made."""
    found = _run(number)
    back = address_of(request.area, found)
    context = {
        "run": found,
        "rows": made.rows(request.area, found),
        "formulas": made.formulas(found),
        "crumbs": [(found.get_kind_display(), back)],
        "is_rate": found.kind in (Run.Kind.CAPITATE, Run.Kind.COMPLEXITY),
        "not_a_limit": NOT_A_LIMIT,
    }
    return render(request, "finance/run.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def download(request: HttpRequest, area: str, number: int, key: str, ending: str) -> HttpResponse:
    """One table of a run as a file."""
    found = _run(number)
    table = next((each for each in _tables(found) if each.key == key), None)
    if table is None:
        raise Http404("There is no such table.")
    return writing.answer(request, table, ending=ending, name=f"{area}-run-{number}-{key}", area=request.area)


def _tables(run: Run) -> Sequence[Table]:
    if run.kind == Run.Kind.COST:
        return presenters.tables(run)
    if run.kind == Run.Kind.COHORT:
        return cohorts.tables(run)
    if run.kind == Run.Kind.COMPLEXITY:
        return complexity.tables(run)
    if run.kind == Run.Kind.RELEASE:
        return releases.tables(run)
    return rates.tables(run, queries.latest_by_scenario(Run.Kind.CAPITATE))


def _run(number: int) -> Run:
    found = queries.find(number)
    if found is None:
        raise Http404("There is no such run.")
    return found
