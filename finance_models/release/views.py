"""The pages of releases to the region."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers, writing
from finance_models.assumptions import queries as assumptions
from finance_models.loading import queries as data
from finance_models.models import RegionalRelease, Run
from finance_models.pages import address, form_page, may_edit
from finance_models.region import terms as terms_of
from finance_models.release import actions, presenters, queries, words
from finance_models.release.errors import ReleaseNotPossible
from finance_models.release.forms import DeclineForm, ProposeForm, WhyForm
from finance_models.runs.forms import RunForm
from finance_models.runs.job import JOB
from jobs import actions as jobs
from tenants.returns import finance

TITLE = "Release to the region"
State = RegionalRelease.State


@requires(Permission.FINANCE_READ)
@methods("GET")
def listed(request: HttpRequest, area: str) -> HttpResponse:
    """By which terms, every release, and the form that prepares one."""
    terms = finance.present_terms()
    found = queries.all_releases()
    context = {
        "terms": terms,
        "terms_rows": terms_of.in_rows(terms) if terms else [],
        "table": presenters.history(request.area, found, lambda number: address("release", request, number)),
        "downloads": offers.offers("finance:releases-download", area),
        "waiting": next((each for each in found if each.state == State.PROPOSED), None),
        "form": RunForm(sets=assumptions.latest()),
        "blocked": _blocked(terms is not None),
        "may_edit": may_edit(request),
        "may_release": _may_release(request),
    }
    return render(request, "finance/releases.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def list_file(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The same list as a file."""
    table = presenters.history(request.area, queries.all_releases(), lambda number: "")
    return writing.answer(request, table, ending=ending, name=f"{area}-releases", area=request.area)


@requires(Permission.FINANCE_EDIT)
@methods("POST")
def prepare(request: HttpRequest, area: str) -> HttpResponse:
    """Start preparing a release, as a job. Nothing leaves the area by it."""
    form = RunForm(request.POST, sets=assumptions.latest())
    if not form.is_valid():
        messages.warning(request, "Choose the assumptions first: they say by which prices.")
        return redirect(address("releases", request))
    chosen = form.cleaned_data["assumptions"]
    given = {"kind": Run.Kind.RELEASE.value, "assumptions": chosen.pk}
    title = f"Prepare a release to the region, prices by {chosen}"
    return redirect(jobs.start(kind=JOB, by=request.user, area=request.area, input=given, title=title))


@requires(Permission.FINANCE_READ)
@methods("GET")
def one(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Exactly what leaves, or left, the area, and what can be done with it."""
    found = _find(number)
    tables, terms = presenters.tables(found.run), finance.present_terms()
    context = {
        "release": found,
        "about": presenters.about(found),
        "sentence": words.sentence(found),
        "leaving": tables[:5],
        "reasons": tables[5:],
        "files": {each.key: offers.offers("finance:run-download", area, found.run_id, each.key) for each in tables},
        "made_href": address("run", request, found.run_id),
        "form": ProposeForm(),
        "may_edit": may_edit(request),
        "may_release": _may_release(request),
        "is_by_earlier_terms": bool(terms and terms.number != found.terms),
        "is_own_proposal": found.proposed_by_id == request.user.pk,
        "own_proposal": actions.OWN_PROPOSAL,
    }
    return render(request, "finance/release.html", context)


@requires(Permission.FINANCE_EDIT)
@methods("POST")
def propose(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Ask the area's lead to release it."""
    form = ProposeForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Write at most 500 letters of what the area lead should know.")
        return redirect(address("release", request, number))
    done = "It is proposed. Another person has to release it before anything leaves the area."
    facts = {"note": form.cleaned_data["note"]}
    return _act(request, number, actions.propose, done, **facts)


@requires(Permission.FINANCE_RELEASE)
@methods("POST")
def release(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Let it leave the area."""
    done = "It is released. The region's figures are made anew with it, which takes a minute or two."
    return _act(request, number, actions.release, done)


@requires(Permission.FINANCE_RELEASE)
@methods("GET", "POST")
def decline(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Say why it doesn't leave the area."""
    form = DeclineForm(request.POST or None)
    intro = ("Nothing leaves the area. The finance lead is told, with your reason.",)
    return _with_reason(request, number, form, actions.decline, "Decline", "It is declined.", intro, State.PROPOSED)


@requires(Permission.FINANCE_RELEASE)
@methods("GET", "POST")
def withdraw(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Take it out of the region's figures."""
    form = WhyForm(request.POST or None)
    intro = ("The region's figures are made anew without this area. What was released stays in their history.",)
    done = "It is withdrawn."
    return _with_reason(request, number, form, actions.withdraw, "Withdraw", done, intro, State.RELEASED)


def _act(request: HttpRequest, number: int, action: Callable[..., Any], done: str, **facts: Any) -> HttpResponse:
    _find(number)
    try:
        action(area=request.area, number=number, by=request.user, **facts)
    except ReleaseNotPossible as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(address("release", request, number))


def _with_reason(
    request: HttpRequest,
    number: int,
    form: Any,
    action: Callable[..., Any],
    verb: str,
    done: str,
    intro: tuple[str, ...],
    state: str,
) -> HttpResponse:
    found, back = _find(number), address("release", request, number)
    if request.method == "POST" and form.is_valid():
        return _act(request, number, action, done, reason=form.cleaned_data["reason"])
    if found.state != state:
        return redirect(back)
    crumbs = [(TITLE, address("releases", request)), (str(found), back)]
    title = f"{verb} {str(found).lower()}"
    return form_page(request, form, title=title, submit=verb, back=back, crumbs=crumbs, intro=intro)


def _blocked(has_terms: bool) -> str:
    if not has_terms:
        return "The network has not said yet by which terms areas release. Its manager sets them first."
    if data.in_use() is None:
        return "No data version is in use. Load data first, and take a version into use."
    return "" if assumptions.latest() else "There are no assumptions yet. Begin a scenario first."


def _may_release(request: HttpRequest) -> bool:
    return bool(request.access.can(Permission.FINANCE_RELEASE, request.area))


def _find(number: int) -> RegionalRelease:
    found = queries.find(number)
    if found is None:
        raise Http404("There is no such release.")
    return found
