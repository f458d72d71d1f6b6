"""The trajectory as a workbook: download, fill in, upload. It is taken whole, or refused cell by cell."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

import audit
from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import guard, templates, writing
from files.faults import Refused
from tenants.rollout.trajectory import reading, revising, workbook
from tenants.rollout.trajectory.forms import WorkbookForm
from tenants.rollout.trajectory.points import span, with_the_rest
from tenants.team_list.presenters import fault_rows


@requires(Permission.ROLLOUT_EDIT)
@methods("GET")
@limited("export")
def template(request: HttpRequest, area: str) -> HttpResponse:
    """The workbook with the numbers as they stand."""
    planned = span()
    rows = workbook.rows(reading.points_of(reading.latest()), planned)
    name = f"{area}-trajectory.xlsx"
    with transaction.atomic():
        detail = {"file": name, "rows": sum(len(each) for each in rows.values())}
        audit.record(action=writing.AUDIT_ACTION, by=request.user, area=request.area, detail=detail)
    title = f"Trajectory of {request.area.name}"
    shapes = workbook.shapes(planned, request.area.approx_population_2014)
    return templates.response(shapes, title=title, name=name, rows=rows)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
@limited("upload", methods=("POST",))
def upload(request: HttpRequest, area: str) -> HttpResponse:
    """Take a filled-in workbook as a new revision."""
    latest = reading.latest()
    form = WorkbookForm(request.POST or None, request.FILES or None, is_first=latest is None)
    context = {"form": form, "faults": [], "count": 0}
    if request.method == "POST" and form.is_valid():
        try:
            revision = _take(request, form, based_on=latest.number if latest else 0)
        except Refused as refusal:
            context |= {"faults": fault_rows(refusal.found), "count": len(refusal.found), "refusal": str(refusal)}
        except (revising.Unchanged, revising.MovedOn) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{revision} is saved. The programme board sees it now.")
            return redirect("rollout:trajectory-revisions", area=area)
    status = 422 if form.errors or context["count"] else 200
    return render(request, "rollout/trajectory_upload.html", context, status=status)


def _take(request: HttpRequest, form: WorkbookForm, *, based_on: int) -> object:
    file = form.cleaned_data["file"]
    name = guard.name_of(file)
    guard.check(file, endings=workbook.ENDINGS, limits=workbook.LIMITS, name=name)
    planned, before = span(), reading.points_of(reading.latest())
    read = workbook.read(file, name=name, span=planned, most=request.area.approx_population_2014)
    points = {measure: with_the_rest(before, measure, lines, planned) for measure, lines in read.items()}
    return revising.save(
        area=request.area,
        points=points,
        reason=form.cleaned_data["reason"],
        based_on=based_on,
        by=request.user,
    )
