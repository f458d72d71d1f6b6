"""The pages of finance cohorts."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers
from finance_models.assumptions import queries as assumptions
from finance_models.cohorts import presenters, queries
from finance_models.loading import queries as data
from finance_models.models import CohortDefinition, Run
from finance_models.pages import address, may_edit
from finance_models.runs.forms import RunForm
from finance_models.runs.job import JOB
from jobs import actions as jobs


@requires(Permission.FINANCE_READ)
@methods("GET")
def listed(request: HttpRequest, area: str) -> HttpResponse:
    """The latest version of each cohort, with its size where it was counted."""
    found = queries.latest()
    runs = queries.runs_of(found)
    rows = [
        [
            {"text": str(each), "href": address("cohort", request, each.pk)},
            each.sentence,
            presenters.sentence(runs[each.pk]) if each.pk in runs else "Not counted yet",
        ]
        for each in found
    ]
    return render(request, "finance/cohorts.html", {"rows": rows, "may_edit": may_edit(request)})


@requires(Permission.FINANCE_READ)
@methods("GET")
def one(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """One cohort: its sentence, its size, how each criterion narrows it."""
    found = _find(number)
    run = queries.runs_of([found]).get(found.pk)
    sets = assumptions.latest()
    context = {
        "found": found,
        "run": run,
        "others": [each for each in queries.versions_of(found.name) if each.pk != found.pk],
        "may_edit": may_edit(request),
        "form": RunForm(sets=sets),
        "can_count": bool(sets) and data.in_use() is not None,
        "expected": presenters.EXPECTED,
    }
    if run:
        tables = presenters.tables(run)
        files = {each.key: offers.offers("finance:run-download", area, run.pk, each.key) for each in tables}
        context |= {
            "sentence": presenters.sentence(run),
            "tables": tables,
            "files": files,
            "chart": presenters.chart(run, files["funnel"]),
            "made_href": address("run", request, run.pk),
        }
    return render(request, "finance/cohort.html", context)


@requires(Permission.FINANCE_EDIT)
@methods("POST")
def count(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Start counting a cohort, as a job."""
    found = _find(number)
    form = RunForm(request.POST, sets=assumptions.latest())
    if not form.is_valid():
        messages.warning(request, "Choose the assumptions first: they say which base year.")
        return redirect(address("cohort", request, number))
    given = {"kind": Run.Kind.COHORT.value, "assumptions": form.cleaned_data["assumptions"].pk, "cohort": found.pk}
    return redirect(jobs.start(kind=JOB, by=request.user, area=request.area, input=given, title=f"Count: {found}"))


def _find(number: int) -> CohortDefinition:
    found = queries.find(number)
    if found is None:
        raise Http404("There is no such finance cohort.")
    return found
