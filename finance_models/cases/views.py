"""The pages of the case baseline. Cases are about single people: the finance lead alone sees them, and it is noted."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

import audit
from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from config.today import today
from files import guard, offers, templates, writing
from files.faults import Refused
from finance_models.cases import actions, presenters, workbook
from finance_models.cases.forms import CaseForm, CasesFileForm
from finance_models.models import Case
from finance_models.pages import address, form_page
from tenants.team_list.presenters import fault_rows

TITLE = "Case baseline"


@requires(Permission.FINANCE_EDIT)
@methods("GET")
def cases(request: HttpRequest, area: str) -> HttpResponse:
    """All cases."""
    found = _noted(request)
    context = {
        "sentence": presenters.sentence(found),
        "table": presenters.table(request.area, found, today()),
        "downloads": offers.offers("finance:cases-download", area),
    }
    return render(request, "finance/cases.html", context)


@requires(Permission.FINANCE_EDIT)
@methods("GET")
def download(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """All cases as a file."""
    table = presenters.table(request.area, _noted(request), today())
    return writing.answer(request, table, ending=ending, name=f"{area}-cases", area=request.area)


@requires(Permission.FINANCE_EDIT)
@methods("GET")
@limited("export")
def template(request: HttpRequest, area: str) -> HttpResponse:
    """The empty template."""
    return templates.response(workbook.SHAPE, title=f"Cases of {request.area.name}", name=f"{area}-cases.xlsx")


@requires(Permission.FINANCE_EDIT)
@methods("GET")
def case(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """One case, before and after."""
    found = _case(number)
    with transaction.atomic():
        audit.record(action="finance.case_read", by=request.user, area=request.area, detail={"case": number})
    context = {"case": found, "table": presenters.costs_table(request.area, found), "lines": list(found.lines.all())}
    return render(request, "finance/case.html", context)


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def new(request: HttpRequest, area: str) -> HttpResponse:
    """Record a case."""
    return _form(request, None, "Record a case")


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def change(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Say something else of a case."""
    return _form(request, _case(number), "Change the case")


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def delete(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Ask, then take a case away."""
    found = _case(number)
    if request.method == "POST":
        actions.delete(area=request.area, number=number, by=request.user)
        messages.success(request, "The case is deleted.")
        return redirect(address("cases", request))
    return render(request, "finance/case_delete.html", {"case": found})


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
@limited("upload", methods=("POST",))
def upload(request: HttpRequest, area: str) -> HttpResponse:
    """Record the cases of a filled-in template: all, or none and each fault."""
    form = CasesFileForm(request.POST or None, request.FILES or None)
    context = {"form": form, "faults": [], "count": 0}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        name = guard.name_of(file)
        try:
            guard.check(file, endings=workbook.ENDINGS, limits=workbook.LIMITS, name=name)
            kept = actions.record(area=request.area, cases=workbook.read(file, name=name), by=request.user)
        except Refused as refusal:
            context |= {"faults": fault_rows(refusal.found), "count": len(refusal.found), "refusal": str(refusal)}
        else:
            messages.success(request, f"{len(kept)} case{'s are' if len(kept) != 1 else ' is'} recorded.")
            return redirect(address("cases", request))
    return render(request, "finance/cases_upload.html", context, status=422 if form.errors or context["count"] else 200)


def _form(request: HttpRequest, found: Case | None, title: str) -> HttpResponse:
    form = CaseForm(request.POST or None, case=found)
    if request.method == "POST" and form.is_valid():
        (kept,) = actions.record(area=request.area, cases=[form.recorded()], by=request.user)
        messages.success(request, "The case is recorded.")
        return redirect(address("case", request, kept.pk))
    back = address("cases", request)
    return form_page(request, form, title=title, submit="Save", back=back, crumbs=[(TITLE, back)])


def _noted(request: HttpRequest) -> list[Case]:
    """Every case; that somebody looked is kept in the audit."""
    found = list(Case.objects.prefetch_related("lines"))
    with transaction.atomic():
        audit.record(action="finance.case_read", by=request.user, area=request.area, detail={"cases": len(found)})
    return found


def _case(number: int) -> Case:
    found = Case.objects.filter(pk=number).first()
    if found is None:
        raise Http404("There is no such case.")
    return found
