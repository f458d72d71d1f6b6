"""Partners, resources and people for each group: listed, added, changed, removed, and how each list has changed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants.rollout.lists import actions, presenters, queries
from tenants.rollout.lists.forms import CHANGE_FORMS, NEW_FORMS, ListFilters
from tenants.rollout.lists.kinds import KINDS, Kind
from ui import formats

STEPS_ON_A_PAGE = 25


@requires(Permission.AREA_READ)
@methods("GET")
def listed(request: HttpRequest, area: str, kind: str) -> HttpResponse:
    """The list, by group; those who run the roll-out can change each row."""
    of = KINDS[kind]
    filters = ListFilters(request.GET or None, of=of)
    rows = queries.rows(of, filters.lookups())
    table = presenters.table(of, request.area, rows)
    may_edit = request.access.can(Permission.ROLLOUT_EDIT, request.area)
    context = {
        "kind": of,
        "filters": filters,
        "table": table,
        "rows": presenters.with_links(table, of, request.area, rows) if may_edit else table.rows,
        "may_edit": may_edit,
        "count_words": formats.plural(len(rows), *of.counted),
        "is_filtered": bool(filters.lookups()),
        "empty_words": presenters.EMPTY[kind],
        "downloads": offers.offers(f"rollout:{kind}-file", area, query=request.GET),
        **_addresses(area, of),
    }
    return render(request, "rollout/lists/list.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def file(request: HttpRequest, area: str, kind: str, ending: str) -> HttpResponse:
    """The list as a file, with the same filters."""
    of = KINDS[kind]
    rows = queries.rows(of, ListFilters(request.GET or None, of=of).lookups())
    name = f"{area}-{kind}-{today().isoformat()}"
    table = presenters.table(of, request.area, rows)
    return writing.answer(request, table, ending=ending, name=name, area=request.area)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def new(request: HttpRequest, area: str, kind: str) -> HttpResponse:
    """Add a row."""
    of = KINDS[kind]
    form = NEW_FORMS[kind](request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add(of, area=request.area, values=form.values(), by=request.user)
        except ValidationError as error:
            form.add_error(None, actions.faults_of(error))
        else:
            messages.success(request, f"The {of.noun.removeprefix('group ')} is in the list.")
            return redirect(f"rollout:{kind}", area=area)
    context = {"kind": of, "form": form, **_addresses(area, of)}
    return render(request, "rollout/lists/new.html", context, status=422 if form.errors else 200)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def change(request: HttpRequest, area: str, kind: str, number: int) -> HttpResponse:
    """Change a row."""
    of = KINDS[kind]
    row = _find(of, number)
    form = CHANGE_FORMS[kind](request.POST or None, initial={name: getattr(row, name) for name in of.fields})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(of, area=request.area, number=number, values=form.values(), by=request.user)
        except ValidationError as error:
            form.add_error(None, actions.faults_of(error))
        except actions.NothingChanged as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "The change is saved.")
            return redirect(f"rollout:{kind}", area=area)
    remove_href = reverse(f"rollout:{kind}-remove", args=[area, number])
    context = {"kind": of, "row": row, "form": form, "remove_href": remove_href, **_addresses(area, of)}
    return render(request, "rollout/lists/change.html", context, status=422 if form.errors else 200)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def remove(request: HttpRequest, area: str, kind: str, number: int) -> HttpResponse:
    """Ask, and take a row off the list."""
    of = KINDS[kind]
    row = _find(of, number)
    if request.method == "POST":
        actions.remove(of, area=request.area, number=number, by=request.user)
        messages.success(request, "It is off the list. The history keeps that it was there.")
        return redirect(f"rollout:{kind}", area=area)
    return render(request, "rollout/lists/remove.html", {"kind": of, "row": row, **_addresses(area, of)})


@requires(Permission.AREA_READ)
@methods("GET")
def history(request: HttpRequest, area: str, kind: str) -> HttpResponse:
    """How the list has changed, the newest first."""
    of = KINDS[kind]
    page = Paginator(queries.steps(of), STEPS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": of,
        "page": page,
        "table": presenters.history_table(of, request.area, list(page.object_list)),
        "downloads": offers.offers(f"rollout:{kind}-history-file", area),
        **_addresses(area, of),
    }
    return render(request, "rollout/lists/history.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def history_file(request: HttpRequest, area: str, kind: str, ending: str) -> HttpResponse:
    """The whole history as a file."""
    of = KINDS[kind]
    table = presenters.history_table(of, request.area, queries.steps(of))
    return writing.answer(request, table, ending=ending, name=f"{area}-{kind}-history", area=request.area)


def _find(kind: Kind, number: int) -> Any:
    row = queries.row(kind, number)
    if row is None:
        raise Http404("It is not in the list.")
    return row


def _addresses(area: str, kind: Kind) -> dict[str, str]:
    return {
        "list_href": reverse(f"rollout:{kind.key}", args=[area]),
        "new_href": reverse(f"rollout:{kind.key}-new", args=[area]),
        "history_href": reverse(f"rollout:{kind.key}-history", args=[area]),
    }
