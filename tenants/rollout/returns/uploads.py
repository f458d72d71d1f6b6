"""A return by workbook: download the template, upload it filled in, look at what it changes, confirm."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

import audit
from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import guard, templates
from files import writing as files
from files.faults import Refused
from tenants.quarters import Quarter
from tenants.returns import versions, workbook
from tenants.rollout import return_drafts, return_errors
from tenants.rollout.models import ReturnDraft
from tenants.rollout.returns import finding, holding, upload_pages
from tenants.rollout.returns.forms import UploadForm

ENDINGS = (".xlsx",)


@requires(Permission.RETURN_EDIT)
@methods("GET")
@limited("export")
def template(request: HttpRequest, area: str, quarter: str) -> HttpResponse:
    """The workbook to fill in, with the figures of the quarter before and what is typed already."""
    found = finding.quarter_of(quarter)
    draft = finding.draft_of(found)
    previous = versions.before(request.area, found).figures
    name = f"{area}-return-{quarter}.xlsx"
    with transaction.atomic():
        audit.record(action=files.AUDIT_ACTION, by=request.user, area=request.area, detail={"file": name})
    return templates.response(
        workbook.shapes(),
        title=f"{request.area.name}: return for {found}",
        name=name,
        rows=workbook.rows(draft.typed, draft.notes, previous),
    )


@requires(Permission.RETURN_EDIT)
@methods("GET", "POST")
@limited("upload", methods=("POST",))
def upload(request: HttpRequest, area: str, quarter: str) -> HttpResponse:
    """How to fill it in; with a POST its faults, or what it would change."""
    found = finding.quarter_of(quarter)
    draft = finding.draft_of(found)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        name = guard.name_of(file)
        try:
            guard.check(file, endings=ENDINGS, limits=workbook.LIMITS, name=name)
            filled = workbook.read(file, name=name)
        except Refused as refusal:
            return _faults(request, found, refusal, name)
        return _preview(request, found, draft, filled, name)
    context = {"form": form, "quarter": found, "breadcrumbs": finding.crumbs(request.area, found)}
    return render(request, "returns_pages/upload.html", context, status=422 if form.errors else 200)


@requires(Permission.RETURN_EDIT)
@methods("POST")
def confirm(request: HttpRequest, area: str, quarter: str) -> HttpResponse:
    """Put the workbook that was just looked at in the place of what was typed."""
    found = finding.quarter_of(quarter)
    try:
        filled = holding.released(request.POST.get("held", ""), area=request.area, quarter=found, by=request.user)
        return_drafts.replace_all(
            area=request.area, quarter=found, typed=filled.typed, notes=filled.notes, by=request.user
        )
    except (holding.HeldTooLong, return_errors.NoDraft) as error:
        messages.error(request, f"Nothing was changed. {error}")
        return redirect("returns_pages:quarter", area=area, quarter=quarter)
    messages.success(request, "The workbook’s figures are in the return. Check it, then sign it.")
    return redirect("returns_pages:quarter", area=area, quarter=quarter)


def _faults(request: HttpRequest, quarter: Quarter, refusal: Refused, name: str) -> HttpResponse:
    context = {
        "form": UploadForm(),
        "quarter": quarter,
        "name": name,
        "count": len(refusal.found),
        "faults": upload_pages.fault_rows(refusal.found),
        "breadcrumbs": finding.crumbs(request.area, quarter),
    }
    return render(request, "returns_pages/upload_faults.html", context, status=422)


def _preview(
    request: HttpRequest, quarter: Quarter, draft: ReturnDraft, filled: workbook.Filled, name: str
) -> HttpResponse:
    context = {
        "quarter": quarter,
        "name": name,
        "warnings": filled.warnings,
        "changes": upload_pages.changes(draft, filled),
        "held": holding.held(filled, draft=draft, area=request.area, quarter=quarter, by=request.user),
        "breadcrumbs": finding.crumbs(request.area, quarter),
    }
    return render(request, "returns_pages/upload_preview.html", context)
