"""Inviting a whole team by a list: get the template, upload it, look at what it would do, confirm."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

import audit
from accounts import errors as account_errors
from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import guard, templates, writing
from files.faults import Refused
from tenants import queries
from tenants.team_list import actions, checking, presenters
from tenants.team_list.forms import TeamListForm
from tenants.team_list.shape import LIMITS, SHAPE

ENDINGS = (".xlsx", ".csv")


@requires(Permission.TEAM_MANAGE)
@methods("GET", "POST")
@limited("upload", methods=("POST",))
@limited("upload", methods=("POST",))
def upload(request: HttpRequest, area: str) -> HttpResponse:
    """How to fill the list in; with a POST the check of an uploaded one: its faults, or what it would do."""
    form = TeamListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        name = guard.name_of(file)
        try:
            guard.check(file, endings=ENDINGS, limits=LIMITS, name=name)
            preview = checking.check(file, area=request.area, name=name)
        except Refused as refusal:
            return _faults(request, refusal, name)
        return _preview(request, preview, name)
    context = {"form": form, "columns": presenters.columns()}
    return render(request, "tenants/team_list/upload.html", context, status=422 if form.errors else 200)


@requires(Permission.TEAM_MANAGE)
@methods("POST")
def confirm(request: HttpRequest, area: str) -> HttpResponse:
    """Invite the people of the list that was just checked."""
    try:
        people = actions.released(request.POST.get("list", ""), area=request.area, by=request.user)
        done = actions.invite_all(people=people, area=request.area, by=request.user)
    except (actions.ListTooOld, account_errors.AccountDisabled) as error:
        messages.error(request, f"Nobody was invited. {error}")
        return redirect("areas:team-list", area=area)
    count = len(done.to_invite)
    messages.success(request, f"{count} invitation{'s are' if count != 1 else ' is'} on the way.")
    return redirect("areas:team", area=area)


@requires(Permission.TEAM_MANAGE)
@methods("GET")
def template(request: HttpRequest, area: str) -> HttpResponse:
    """The empty list as a workbook."""
    return templates.response(SHAPE, title=f"Team of {request.area.name}", name=f"{area}-team-template.xlsx")


@requires(Permission.TEAM_MANAGE)
@methods("GET")
@limited("export")
def current(request: HttpRequest, area: str) -> HttpResponse:
    """The list with the team as it is, to add to; whoever is in it already is not invited again."""
    rows = {SHAPE.file: presenters.current(queries.team(request.area))}
    title = f"Team of {request.area.name}"
    detail = {"file": f"{area}-team-list.xlsx", "rows": len(rows[SHAPE.file])}
    with transaction.atomic():
        audit.record(action=writing.AUDIT_ACTION, by=request.user, area=request.area, detail=detail)
    return templates.response(SHAPE, title=title, name=f"{area}-team-list.xlsx", rows=rows)


def _faults(request: HttpRequest, refusal: Refused, name: str) -> HttpResponse:
    context = {
        "form": TeamListForm(),
        "name": name,
        "count": len(refusal.found),
        "faults": presenters.fault_rows(refusal.found),
    }
    return render(request, "tenants/team_list/faults.html", context, status=422)


def _preview(request: HttpRequest, preview: checking.Preview, name: str) -> HttpResponse:
    context = {
        "name": name,
        "preview": preview,
        "words": presenters.in_words(preview),
        "to_invite": presenters.rows(preview.to_invite),
        "in_team": presenters.rows(preview.in_team),
        "invited": presenters.rows(preview.invited),
        "held": actions.held(preview.to_invite, area=request.area, by=request.user),
    }
    return render(request, "tenants/team_list/preview.html", context)
