"""The pages of the audit: of the whole network for its managers, of one area for its lead."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import requires
from accounts.permissions import Permission
from audit import presenters, queries
from audit.forms import AuditFilters
from files import offers, writing

ROWS_ON_A_PAGE = 50
ROWS_IN_A_FILE = 50_000


@requires(Permission.AUDIT_READ, everywhere=True)
def network_audit(request: HttpRequest) -> HttpResponse:
    """What was seen and changed anywhere."""
    return _page(request, area=None, file_route=("audit:network-file",))


@requires(Permission.AUDIT_READ, everywhere=True)
def network_audit_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    return _file(request, area=None, ending=ending)


@requires(Permission.AUDIT_READ)
def area_audit(request: HttpRequest, area: str) -> HttpResponse:
    """What was seen and changed in one area."""
    return _page(request, area=request.area, file_route=("audit:area-file", area))


@requires(Permission.AUDIT_READ)
def area_audit_file(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The same as a file."""
    return _file(request, area=request.area, ending=ending)


def _page(request: HttpRequest, *, area: Any, file_route: tuple[str, ...]) -> HttpResponse:
    form = AuditFilters(request.GET or None)
    page = Paginator(queries.rows(area=area, **form.chosen()), ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "head": presenters.head(of_one_area=area is not None),
        "rows": presenters.table_rows(page.object_list, of_one_area=area is not None),
        "downloads": offers.offers(*file_route, query=request.GET, cells=_cells(page.paginator.count)),
        "area": area,
    }
    return render(request, "audit/rows.html", context)


def _file(request: HttpRequest, *, area: Any, ending: str) -> HttpResponse:
    """The newest rows that the filters leave; downloading them is itself a row."""
    form = AuditFilters(request.GET or None)
    found = list(queries.rows(area=area, **form.chosen())[:ROWS_IN_A_FILE])
    table = presenters.paper_table(found) if ending == "pdf" else presenters.file_table(found)
    name = f"{area.slug}-audit" if area else "audit"
    return writing.answer(request, table, ending=ending, name=name, area=area, action="audit.export")


def _cells(rows: int) -> int:
    return min(rows, ROWS_IN_A_FILE) * len(presenters.FILE_HEAD)
