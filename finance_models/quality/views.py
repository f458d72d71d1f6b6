"""The pages of the quality report."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

import audit
from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import offers, writing
from finance_models.loading import folders
from finance_models.models import DataVersion
from finance_models.pages import may_edit
from finance_models.quality import presenters

FILES = {"rejected-rows": folders.REJECTED, "duplicates": folders.DUPLICATES}


@requires(Permission.FINANCE_READ)
@methods("GET")
def quality(request: HttpRequest, area: str) -> HttpResponse:
    """The report of the newest version, or of the one that the address names."""
    found = _shown(request)
    context = {"version": found, "may_edit": may_edit(request)}
    if found:
        tables = presenters.tables(request.area, found)
        files = {each.key: offers.offers("finance:quality-download", area, found.number, each.key) for each in tables}
        context |= {
            "sentence": presenters.sentence(found),
            "tables": tables,
            "files": files,
            "chart": presenters.chart(found, files["checks"]),
            "has_duplicates": bool(found.quality.get("duplicates")),
        }
    return render(request, "finance/quality.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def download(request: HttpRequest, area: str, number: int, key: str, ending: str) -> HttpResponse:
    """One table of the report as a file."""
    found = presenters.shown(number)
    table = next((each for each in presenters.tables(request.area, found) if each.key == key), None) if found else None
    if table is None:
        raise Http404("There is no such table.")
    return writing.answer(request, table, ending=ending, name=f"{area}-quality-{number}-{key}", area=request.area)


@requires(Permission.FINANCE_EDIT)
@methods("GET")
@limited("export")
def rows_file(request: HttpRequest, area: str, number: int, which: str) -> HttpResponse:
    """Rows of a version as CSV: those that were rejected, each with its reason, or those that are alike."""
    found = presenters.shown(number)
    if found is None or which not in FILES or not found.has_files:
        raise Http404("There is no such file.")
    path = folders.path_of(request.area, found.folder) / FILES[which]
    if not path.exists():
        raise Http404("There is no such file.")
    with transaction.atomic():
        detail = {"number": number, "file": which}
        audit.record(action="finance.rows_read", by=request.user, area=request.area, object=found, detail=detail)
    answer = HttpResponse(path.read_bytes(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{area}-{which}-{number}.csv"'
    return answer


def _shown(request: HttpRequest) -> DataVersion | None:
    asked = request.GET.get("version", "")
    found = presenters.shown(int(asked) if asked.isdecimal() and len(asked) < 9 else None)
    if asked and found is None:
        raise Http404("There is no such version.")
    return found
