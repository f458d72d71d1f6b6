"""The pages that build a finance cohort: criteria are changed by buttons, counted at once, kept as a version."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from finance_models.assumptions import queries as assumptions
from finance_models.cohorts import actions, builder, count_presenters, counting, queries
from finance_models.models import AssumptionSet, CohortDefinition
from finance_models.pages import address

NO_ASSUMPTIONS = "There are no assumptions yet, so nobody can be counted. Begin a scenario first."
UNREADABLE = "Something that was typed can't be read: put right what is marked, and count again."
COUNT, SAVE = "count", "save"


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
@limited("counting", methods=("POST",))
def new(request: HttpRequest, area: str) -> HttpResponse:
    """Define a cohort."""
    return _page(request, None, "Define a finance cohort")


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
@limited("counting", methods=("POST",))
def change(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Make the next version of a cohort."""
    found = queries.find(number)
    if found is None:
        raise Http404("There is no such finance cohort.")
    return _page(request, found, f"Change: {found.name}")


def _page(request: HttpRequest, found: CohortDefinition | None, title: str) -> HttpResponse:
    sets = assumptions.latest()
    if request.method == "GET":
        made = builder.of_definition(found, sets) if found else builder.empty(sets)
        return _show(request, made, found, title)
    button = request.POST.get("do", COUNT)
    made = builder.of_post(request.POST, sets, is_save=button == SAVE)
    if button == SAVE:
        kept = _save(request, made)
        if kept is None:
            return _show(request, made, found, title, status=422)
        messages.success(request, f"Kept. {kept.sentence}")
        return redirect(address("cohort", request, kept.pk))
    if button != COUNT:
        made.press(button)
        return _show(request, made, found, title)
    count = count_presenters.context(_answer(request, made, sets))
    if request.headers.get("HX-Request"):
        return render(request, "finance/cohort_count.html", {**count, "is_news": True})
    return _show(request, made, found, title, count=count)


def _answer(request: HttpRequest, made: builder.Builder, sets: list[AssumptionSet]) -> counting.Answer:
    if not sets:
        return counting.Answer(waits=NO_ASSUMPTIONS)
    if not made.is_readable():
        return counting.Answer(waits=UNREADABLE)
    chosen = made.count.cleaned_data["assumptions"] if made.count.is_valid() else sets[0]
    return counting.answer(area=request.area, criteria=made.criteria(), assumptions=chosen, by=request.user)


def _save(request: HttpRequest, made: builder.Builder) -> CohortDefinition | None:
    """The kept version; None where the forms say what is wrong."""
    if not made.is_valid():
        return None
    facts = {key: made.facts.cleaned_data[key] for key in ("name", "reason")}
    try:
        return actions.save(area=request.area, criteria=made.criteria(), by=request.user, **facts)
    except actions.CohortRefused as refusal:
        made.facts.add_error(None, counting.said(refusal.faults))
    except ValidationError as error:
        made.facts.add_error(None, error.messages)
    return None


def _show(
    request: HttpRequest,
    made: builder.Builder,
    found: CohortDefinition | None,
    title: str,
    *,
    count: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "builder": made,
        "forms": made.forms,
        "found": found,
        "page_title": title,
        "back": address("cohorts", request),
        "has_sets": made.has_assumptions,
        "is_counted": count is not None,
    }
    return render(request, "finance/cohort_form.html", {**context, **(count or {})}, status=status)
