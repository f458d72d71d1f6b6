"""The network's workstreams: read by everybody with the board, kept by its manager."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers, writing
from tenants.models import Workstream, WorkstreamOutput
from tenants.programme.as_at import chosen
from tenants.programme.workstreams import actions, presenters, queries
from tenants.programme.workstreams.forms import OutputForm, WorkstreamForm

WORKSTREAM_FIELDS = ("name", "purpose", "owner", "status", "starts")
OUTPUT_FIELDS = ("title", "due", "done_on", "address")


@requires(Permission.BOARD_READ)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """All of them, with what was done and what was late by a day."""
    form, board = chosen(request)
    rows = queries.workstreams()
    query = {"as-at": board.quarter.key} if board.quarter else None
    context = {
        "as_at_form": form,
        "board": board,
        "sentence": presenters.sentence(rows, board.day),
        "table": presenters.table(rows, board.day),
        "outputs": presenters.outputs_table(rows, board.day),
        "downloads": offers.offers("programme:workstreams-file", query=query),
        "may_edit": request.access.can(Permission.BOARD_ACT),
    }
    return render(request, "programme/workstreams/list.html", context)


@requires(Permission.BOARD_READ)
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """Workstreams and outputs in one file."""
    _, board = chosen(request)
    rows = queries.workstreams()
    tables = [presenters.table(rows, board.day), presenters.outputs_table(rows, board.day)]
    return writing.answer(request, tables, ending=ending, name=f"workstreams-{board.day.isoformat()}")


@requires(Permission.BOARD_READ)
@methods("GET")
def workstream(request: HttpRequest, key: str) -> HttpResponse:
    """One workstream with its outputs and its history."""
    form, board = chosen(request)
    found = _find(key)
    context = {
        "as_at_form": form,
        "board": board,
        "workstream": found,
        "status": presenters.STATUS_TAGS[found.status],
        "outputs": [(output, presenters.standing(output, board.day)) for output in found.outputs.all()],
        "history": presenters.history_rows(queries.history(found)),
        "may_edit": request.access.can(Permission.BOARD_ACT),
    }
    return render(request, "programme/workstreams/workstream.html", context)


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Add a workstream."""
    form = WorkstreamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add(values=form.values(), by=request.user)
        except ValidationError:
            form.add_error("name", "There is a workstream of this name already.")
        else:
            messages.success(request, "The workstream is in the list.")
            return redirect("programme:workstream", key=made.key)
    return _form(request, form, "New workstream", "Add the workstream", reverse("programme:workstreams"))


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Change a workstream."""
    found = _find(key)
    form = WorkstreamForm(request.POST or None, initial=_initial(found, WORKSTREAM_FIELDS))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(key=key, values=form.values(), by=request.user)
        except actions.NothingChanged as error:
            form.add_error(None, str(error))
        else:
            return _saved(request, key)
    return _form(request, form, f"Change: {found}", "Save", reverse("programme:workstream", args=[key]))


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def output_new(request: HttpRequest, key: str) -> HttpResponse:
    """Add an output."""
    found = _find(key)
    form = OutputForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_output(workstream=found, values=form.values(), by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            return _saved(request, key)
    return _form(request, form, f"New output: {found}", "Add the output", reverse("programme:workstream", args=[key]))


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def output_change(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Change an output: what it is, when it is due, when it was done."""
    found = _find_output(key, number)
    form = OutputForm(request.POST or None, initial=_initial(found, OUTPUT_FIELDS))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_output(output=found, values=form.values(), by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
        except actions.NothingChanged as error:
            form.add_error(None, str(error))
        else:
            return _saved(request, key)
    remove_href = reverse("programme:output-remove", args=[key, number])
    back = reverse("programme:workstream", args=[key])
    return _form(request, form, f"Change: {found}", "Save", back, remove_href=remove_href)


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def output_remove(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Ask, and take an output off the list."""
    found = _find_output(key, number)
    if request.method == "POST":
        actions.remove_output(output=found, by=request.user)
        return _saved(request, key)
    context = {"output": found, "back": reverse("programme:workstream", args=[key])}
    return render(request, "programme/workstreams/remove.html", context)


def _form(request: HttpRequest, form: Any, title: str, submit: str, back: str, **more: str) -> HttpResponse:
    context = {"form": form, "form_title": title, "submit": submit, "back": back, **more}
    return render(request, "programme/workstreams/form.html", context, status=422 if form.errors else 200)


def _saved(request: HttpRequest, key: str) -> HttpResponse:
    messages.success(request, "It is saved.")
    return redirect("programme:workstream", key=key)


def _initial(row: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields}


def _find(key: str) -> Workstream:
    found = queries.workstream(key)
    if found is None:
        raise Http404("There is no such workstream.")
    return found


def _find_output(key: str, number: int) -> WorkstreamOutput:
    found = queries.output(key, number)
    if found is None:
        raise Http404("There is no such output.")
    return found
