"""Signed versions: read one, compare all, take them out as files. For the area's own team, with true figures."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers
from files import writing as files
from tenants.returns import national
from tenants.returns import versions as signed_versions
from tenants.rollout.returns import finding, version_tables


@requires(Permission.AREA_READ)
@methods("GET")
def version(request: HttpRequest, area: str, quarter: str, version: int) -> HttpResponse:
    """One version, whole: who signed it, when, why it was corrected, every figure and note."""
    found = finding.quarter_of(quarter)
    signed = finding.signed_of(request.area, found, version)
    newest = finding.signed_of(request.area, found)
    context = {
        "quarter": found,
        "signed": signed,
        "newest": newest,
        "tables": version_tables.by_table(signed),
        "notes": version_tables.notes(signed),
        "downloads": offers.offers("returns_pages:version-file", area, quarter, version),
        "national": offers.offers("returns_pages:national", area, quarter),
        "may_edit": request.access.can(Permission.RETURN_EDIT, request.area),
        "breadcrumbs": finding.crumbs(request.area, found),
    }
    return render(request, "returns_pages/version.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def version_file(request: HttpRequest, area: str, quarter: str, version: int, ending: str) -> HttpResponse:
    """One version's figures as a file."""
    signed = finding.signed_of(request.area, finding.quarter_of(quarter), version)
    name = f"{area}-return-{quarter}-version-{version}"
    return files.answer(request, version_tables.whole(signed), ending=ending, name=name, area=request.area)


@requires(Permission.AREA_READ)
@methods("GET")
def compared(request: HttpRequest, area: str, quarter: str) -> HttpResponse:
    """All versions side by side, with what changed; `?all=1` shows also what didn't."""
    found = finding.quarter_of(quarter)
    signed = _all(request, quarter)
    context = {
        "quarter": found,
        "signed": signed,
        "changed": version_tables.side_by_side(signed, only_changed=True),
        "whole": version_tables.side_by_side(signed) if request.GET.get("all") else None,
        "downloads": offers.offers("returns_pages:versions-file", area, quarter),
        "breadcrumbs": finding.crumbs(request.area, found),
    }
    return render(request, "returns_pages/versions.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def compared_file(request: HttpRequest, area: str, quarter: str, ending: str) -> HttpResponse:
    """All versions side by side as a file."""
    table = version_tables.side_by_side(_all(request, quarter))
    return files.answer(request, table, ending=ending, name=f"{area}-return-{quarter}-versions", area=request.area)


@requires(Permission.RETURN_EDIT)
@methods("GET")
def national_file(request: HttpRequest, area: str, quarter: str, ending: str) -> HttpResponse:
    """The latest signed version in the shape of the national quarterly collection: the area's own true figures."""
    found = finding.quarter_of(quarter)
    signed = finding.signed_of(request.area, found)
    name = f"{area}-national-collection-{quarter}"
    table = national.table(request.area, found, signed)
    return files.answer(request, table, ending=ending, name=name, area=request.area)


def _all(request: HttpRequest, quarter: str) -> list[signed_versions.SignedReturn]:
    rows = signed_versions.versions(request.area, finding.quarter_of(quarter))
    if not rows:
        raise Http404("Nothing is signed for this quarter.")
    return rows[::-1]
