"""The pages of the audit: of the whole network for its managers, of one area for its lead."""

from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

import audit
from accounts.access import requires
from accounts.permissions import Permission
from audit import presenters, queries
from audit.forms import AuditFilters
from ui.charts import csv

ROWS_ON_A_PAGE = 50
ROWS_IN_A_FILE = 50_000


@requires(Permission.AUDIT_READ, everywhere=True)
def network_audit(request: HttpRequest) -> HttpResponse:
    """What was seen and changed anywhere."""
    return _page(request, area=None, file_url=reverse("audit:network-file"))


@requires(Permission.AUDIT_READ, everywhere=True)
def network_audit_file(request: HttpRequest) -> HttpResponse:
    """The same as a file."""
    return _file(request, area=None)


@requires(Permission.AUDIT_READ)
def area_audit(request: HttpRequest, area: str) -> HttpResponse:
    """What was seen and changed in one area."""
    return _page(request, area=request.area, file_url=reverse("audit:area-file", args=[area]))


@requires(Permission.AUDIT_READ)
def area_audit_file(request: HttpRequest, area: str) -> HttpResponse:
    """The same as a file."""
    return _file(request, area=request.area)


def _page(request: HttpRequest, *, area: Any, file_url: str) -> HttpResponse:
    form = AuditFilters(request.GET or None)
    page = Paginator(queries.rows(area=area, **form.chosen()), ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "head": presenters.HEAD,
        "rows": presenters.table_rows(page.object_list),
        "file_url": f"{file_url}?{request.GET.urlencode()}" if request.GET else file_url,
        "area": area,
    }
    return render(request, "audit/rows.html", context)


def _file(request: HttpRequest, *, area: Any) -> HttpResponse:
    """The newest rows that the filters leave; downloading them is itself a row."""
    form = AuditFilters(request.GET or None)
    found = list(queries.rows(area=area, **form.chosen())[:ROWS_IN_A_FILE])
    with transaction.atomic():
        audit.record(action="audit.export", by=request.user, area=area, detail={"rows": len(found)})
    return csv.response("audit.csv", presenters.FILE_HEAD, presenters.file_rows(found))
