"""The pages of finance cohorts."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers
from finance_models.assumptions import queries as assumptions
from finance_models.cohorts import actions, presenters, queries
from finance_models.cohorts.forms import CohortForm
from finance_models.loading import queries as data
from finance_models.models import CohortDefinition, Run
from finance_models.pages import address, form_page, may_edit
from finance_models.runs.forms import RunForm
from finance_models.runs.job import JOB
from jobs import actions as jobs

TITLE = "Finance cohorts"


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
@methods("GET", "POST")
def new(request: HttpRequest, area: str) -> HttpResponse:
    """Define a cohort."""
    return _form(request, None, "Define a finance cohort")


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def change(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Make the next version of a cohort."""
    found = _find(number)
    return _form(request, found, f"Change: {found.name}")


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


def _form(request: HttpRequest, found: CohortDefinition | None, title: str) -> HttpResponse:
    form = CohortForm(request.POST or None, definition=found)
    if request.method == "POST" and form.is_valid():
        facts = {key: form.cleaned_data[key] for key in ("name", "reason")}
        try:
            made = actions.save(area=request.area, criteria=form.criteria(), by=request.user, **facts)
        except actions.CohortRefused as refusal:
            form.add_error(None, refusal.faults)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, f"Kept. {made.sentence}")
            return redirect(address("cohort", request, made.pk))
    back = address("cohorts", request)
    intro = ("Ask for what matters, and leave the rest empty. The answers become one sentence.",)
    return form_page(request, form, title=title, submit="Save", back=back, crumbs=[(TITLE, back)], intro=intro)


def _find(number: int) -> CohortDefinition:
    found = queries.find(number)
    if found is None:
        raise Http404("There is no such finance cohort.")
    return found
