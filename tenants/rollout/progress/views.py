"""Service components, key actions and promises: each list, each thing, and changing it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import writing
from files.tables import Table
from tenants.programme.sections import told
from tenants.rollout.progress import asking_dates, presenters, saving, tables
from tenants.rollout.progress.forms import FORMS, StandingForm
from tenants.rollout.progress.kinds import ACTIONS, BY_KEY, MATURITY, PROMISES, Item, Kind


@requires(Permission.AREA_READ)
@methods("GET")
def maturity(request: HttpRequest, area: str) -> HttpResponse:
    """The ten service components on four levels."""
    return render(request, "rollout/progress.html", presenters.page(request.area, MATURITY))


@requires(Permission.AREA_READ)
@methods("GET")
def key_actions(request: HttpRequest, area: str) -> HttpResponse:
    """The ten key actions as a checklist, and as a line over time."""
    return render(request, "rollout/progress.html", presenters.page(request.area, ACTIONS))


@requires(Permission.AREA_READ)
@methods("GET")
def promises(request: HttpRequest, area: str) -> HttpResponse:
    """Where the area stands with each promise, and from when people of other groups can ask."""
    return render(request, "rollout/progress.html", presenters.page(request.area, PROMISES))


@requires(Permission.AREA_READ)
@methods("GET")
def item(request: HttpRequest, area: str, kind: str, key: str) -> HttpResponse:
    """One thing with its history."""
    which, found = find(kind, key)
    context = presenters.item(request.area, which, found, which.rows().get(found.value))
    context["may_edit"] = request.access.can(Permission.ROLLOUT_EDIT, request.area)
    context["change_href"] = reverse("rollout:progress-change", args=[area, kind, key])
    return render(request, "rollout/progress_item.html", context)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def change(request: HttpRequest, area: str, kind: str, key: str) -> HttpResponse:
    """Say where the area stands with one thing."""
    which, found = find(kind, key)
    form = form_for(request, which, which.rows().get(found.value))
    if request.method == "POST" and form.is_valid():
        try:
            saving.save(
                area=request.area,
                kind=which,
                item=found,
                values=form.values(),
                reason=form.cleaned_data["reason"],
                by=request.user,
            )
        except saving.Unchanged as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "It is saved. The programme board sees it now.")
            return redirect("rollout:progress-item", area=area, kind=kind, key=key)
    context = {"kind": which, "item": found, "form": form}
    return render(request, "rollout/progress_change.html", context, status=422 if form.errors else 200)


@requires(Permission.AREA_READ)
@methods("GET")
def download(request: HttpRequest, area: str, key: str, ending: str) -> HttpResponse:
    """One of these tables as a file."""
    table = table_for(request.area, key)
    name = f"{area}-{key}-{today().isoformat()}"
    return writing.answer(request, table, ending=ending, name=name, area=request.area)


def table_for(area: Any, key: str) -> Table:
    """The table of this key; raises Http404."""
    if key in BY_KEY:
        return tables.table(area, BY_KEY[key])
    if key == "asking-dates":
        return asking_dates.table(area)
    if key == "asking-dates-history":
        return asking_dates.history(area)
    chart = presenters.action_chart(area) if key == "key-actions-by-quarter" else None
    if chart is None:
        raise Http404("There is no such table.")
    return told.table_of(chart, sample=tables.has_sample(area, ACTIONS))


def find(kind: str, key: str) -> tuple[Kind, Item]:
    """The list and the thing that the address names; raises Http404."""
    which = BY_KEY.get(kind)
    found = which.item(key) if which else None
    if which is None or found is None:
        raise Http404("There is no such thing.")
    return which, found


def form_for(request: HttpRequest, kind: Kind, row: Any) -> StandingForm:
    """The form with what the area has said so far."""
    initial = {name: getattr(row, name) for name in kind.fields} if row else {}
    if kind is MATURITY:
        initial["assessed_on"] = today()
    return FORMS[kind.key](request.POST or None, initial=initial, is_first=row is None)
