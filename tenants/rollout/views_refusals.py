"""The area lead's page of people who asked and were refused."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

import audit
from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants import groups
from tenants.rollout import changes, presenters_refusals, queries_refusals, refusals
from tenants.rollout.forms_refusals import OutcomeForm
from tenants.rollout.models import Change, Refusal


@requires(Permission.ROLLOUT_EDIT)
@methods("GET")
def listed(request: HttpRequest, area: str) -> HttpResponse:
    """What waits first."""
    rows = queries_refusals.refusals(_group(request))
    audit.read(action="refusal.read", by=request.user, area=request.area, detail={"reports": len(rows)})
    context = {
        "cards": presenters_refusals.cards(request.area, rows),
        "table": presenters_refusals.table(request.area, rows),
        "downloads": offers.offers("rollout:refusals-file", area, query=request.GET),
    }
    return render(request, "rollout/refusals.html", context)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET")
def file(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The list as a file, without how to reach anybody."""
    table = presenters_refusals.table(request.area, queries_refusals.refusals(_group(request)))
    name = f"{area}-refusals-{today().isoformat()}"
    return writing.answer(request, table, ending=ending, name=name, area=request.area)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def refusal(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """One report, and what was done about it."""
    found = _find(number)
    form = OutcomeForm(request.POST or None, initial={"outcome": found.outcome})
    if request.method == "POST" and form.is_valid():
        try:
            refusals.answer(area=request.area, refusal=found, outcome=form.cleaned_data["outcome"], by=request.user)
        except refusals.AlreadySaid as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "What was done is saved.")
            return redirect("rollout:refusals", area=area)
    audit.read(action="refusal.read", by=request.user, area=request.area, object=found)
    context = {
        "refusal": found,
        "form": form,
        "status": presenters_refusals.status(found),
        "history": changes.history(Change.Thing.REFUSAL, found),
    }
    return render(request, "rollout/refusal.html", context, status=422 if form.errors else 200)


def _find(number: int) -> Refusal:
    found = queries_refusals.refusal(number)
    if found is None:
        raise Http404("There is no such report.")
    return found


def _group(request: HttpRequest) -> str:
    group = groups.BY_SLUG.get(request.GET.get("group", ""))
    return group.key if group else ""
