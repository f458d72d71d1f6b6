"""An area's returns: all quarters, and one quarter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers
from files import writing as files
from tenants.returns import late, versions
from tenants.rollout import return_drafts
from tenants.rollout.returns import finding, presenters, progress


@requires(Permission.AREA_READ)
@methods("GET")
def listed(request: HttpRequest, area: str) -> HttpResponse:
    """Every quarter that a return is asked for, with its state."""
    told = late.told(today(), area=request.area)
    context = {
        "rows": presenters.list_rows(request.area, told),
        "next": presenters.next_one(request.area, told),
        "table": presenters.list_table(request.area, told, today()),
        "downloads": offers.offers("returns_pages:list-file", area),
        "may_edit": request.access.can(Permission.RETURN_EDIT, request.area),
        "breadcrumbs": finding.crumbs(request.area)[:2],
    }
    return render(request, "returns_pages/list.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def list_file(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The same as a file."""
    table = presenters.list_table(request.area, late.told(today(), area=request.area), today())
    return files.answer(request, table, ending=ending, name=f"{area}-returns-{today()}", area=request.area)


@requires(Permission.AREA_READ)
@methods("GET")
def quarter(request: HttpRequest, area: str, quarter: str) -> HttpResponse:
    """One quarter: what is being written and what is missing in it, what was signed, what is in dispute."""
    found = finding.quarter_of(quarter)
    signed = versions.versions(request.area, found)
    draft = return_drafts.find(found)
    examined = return_drafts.examine(area=request.area, quarter=found, draft=draft) if draft else None
    lines = progress.lines(request.area, found, draft, examined) if draft and examined else []
    told = next(each for each in late.told(today(), area=request.area) if each.quarter == found)
    context = {
        "quarter": found,
        "told": told,
        "draft": draft,
        "lines": lines,
        "progress": progress.sentence(lines) if lines else "",
        "faults": len(examined.faults) if examined else 0,
        "signed": signed,
        "disputes": presenters.disputes(request.area, found),
        "broken_after": presenters.no_longer_follows(request.area, found),
        "may_edit": request.access.can(Permission.RETURN_EDIT, request.area),
        "breadcrumbs": finding.crumbs(request.area),
        "key": found.key,
    }
    return render(request, "returns_pages/quarter.html", context)
