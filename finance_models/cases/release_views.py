"""The pages by which an area's sums of cases leave it: one person proposes, another releases or says why not."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from files.tables import Table
from finance_models.calc.case_sums import CasePool
from finance_models.cases import pool_presenters, pooled, releasing
from finance_models.models import CaseRelease
from finance_models.pages import address, may_edit
from finance_models.steps import Standing
from tenants.models import Area

ROUTE = "cases-region"
WAITS = "Sums of cases wait for the area lead's decision."


class WhyForm(forms.Form):
    """Why sums stay in the area, or are taken back."""

    why = forms.CharField(
        label="Why?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why."},
    )


@requires(Permission.FINANCE_READ)
@methods("GET")
def region(request: HttpRequest, area: str) -> HttpResponse:
    """What would leave the area, where the newest release stands, and the next step for whoever looks."""
    return _page(request, WhyForm())


@requires(Permission.FINANCE_READ)
@methods("GET")
def download(request: HttpRequest, area: str, key: str, ending: str) -> HttpResponse:
    """One of the page's tables as a file."""
    shown = _shown(request)
    table = next((each for each in shown[1] if each.key == key), None) if shown else None
    if table is None:
        raise Http404("There is no such table.")
    return writing.answer(request, table, ending=ending, name=f"{request.area.slug}-cases-{key}")


@requires(Permission.FINANCE_EDIT)
@methods("POST")
def propose(request: HttpRequest, area: str) -> HttpResponse:
    """Ask the area's lead to release the sums as they are now."""
    try:
        releasing.propose(area=request.area, by=request.user)
    except releasing.CasesNotReleased as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, "Proposed. The area lead decides whether these sums leave the area.")
    return redirect(address(ROUTE, request))


@requires(Permission.FINANCE_RELEASE)
@methods("POST")
def decide(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Release, decline or withdraw, as the button says."""
    button = request.POST.get("do", "")
    form = WhyForm(request.POST)
    if button != "release" and not form.is_valid():
        return _page(request, form, status=422)
    facts: dict[str, Any] = {"area": request.area, "number": number, "by": request.user}
    why = {"why": form.cleaned_data["why"]} if form.is_valid() else {}
    action = {"release": releasing.release, "withdraw": releasing.withdraw}.get(button, releasing.decline)
    try:
        made = action(**facts, **({} if button == "release" else why))
    except releasing.CasesNotReleased as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, f"{made}: {made.get_state_display().lower()}.")
    return redirect(address(ROUTE, request))


def standing(area: Area) -> Standing:
    """The line of this step on the path."""
    found = releasing.latest()
    if found is None:
        return Standing("step_waits", "No sums of cases are released to the region yet.")
    if found.state == CaseRelease.State.PROPOSED:
        return Standing("step_look", WAITS)
    return Standing("step_ready", f"{found}: {found.get_state_display().lower()}.")


def _page(request: HttpRequest, form: WhyForm, status: int = 200) -> HttpResponse:
    found, shown = releasing.latest(), _shown(request)
    context: dict[str, Any] = {
        "found": found,
        "is_open": _is_open(found),
        "form": form,
        "may_edit": may_edit(request),
        "may_release": request.access.can(Permission.FINANCE_RELEASE, request.area),
        "too_few": releasing.TOO_FEW,
    }
    if shown:
        pool, tables = shown
        files = {each.key: offers.offers("finance:cases-region-file", request.area.slug, each.key) for each in tables}
        context |= {"sentence": pool_presenters.sentence(pool.total), "tables": tables, "files": files}
    return render(request, "finance/cases_region.html", context, status=status)


def _shown(request: HttpRequest) -> tuple[CasePool, list[Table]] | None:
    """The sums that are proposed or released, else those that could be; None where none may leave."""
    found = releasing.latest()
    release = found if _is_open(found) else None
    pool = pooled.from_document(release.sums) if release else pooled.of_area()
    if pool is None:
        return None
    source = f"{request.area.name}'s cases with consent" + (f", {release}" if release else "")
    day = release.proposed_on if release else today()
    origin = pool_presenters.Origin(day, source, bool(found and found.is_sample))
    return pool, pool_presenters.tables(pool, origin)


def _is_open(found: CaseRelease | None) -> bool:
    return found is not None and found.state in (CaseRelease.State.PROPOSED, CaseRelease.State.RELEASED)
