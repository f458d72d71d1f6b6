"""Commissioners' pages: who waits for a check, checking a provider, inviting somebody, everything of an area."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts import errors as account_errors
from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from market import exports
from market.models import Provider
from market.pages import page
from market.providers import checklist, checks, clock, editors, presenters, queries
from market.providers.access import provider_to_check
from market.providers.errors import ProviderRefused
from market.providers.forms import CheckForm, FilterForm, InviteToForm, StateForm

HERE = "market/providers"
ON_A_PAGE = 50


@requires(Permission.MARKET_CHECK)
@methods("GET")
def waiting(request: HttpRequest) -> HttpResponse:
    """Everything that waits for a check in one's areas, the oldest first."""
    form, rows = _queue(request)
    listed = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "page": listed,
        "table": presenters.queue_table(list(listed)),
        "late": sum(row.wait.is_late for row in rows),
        "downloads": offers.offers("market:checks-file", query=request.GET),
        "areas": [
            (area, offers.offers("market:area-everything", area.slug))
            for area in request.access.areas(Permission.MARKET_CHECK)
        ],
    }
    return page(request, f"{HERE}/checks.html", context)


@requires(Permission.MARKET_CHECK)
@methods("GET")
def waiting_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same list as a file, without pages."""
    _, rows = _queue(request)
    table = presenters.queue_table(rows)
    return writing.answer(request, table, ending=ending, name=f"waiting-for-a-check-{today().isoformat()}")


@requires(Permission.MARKET_CHECK)
@methods("GET")
def known(request: HttpRequest) -> HttpResponse:
    """Every provider that works in one's areas, checked or not."""
    form, rows = _known(request)
    listed = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "page": listed,
        "table": presenters.known_table(listed),
        "downloads": offers.offers("market:check-providers-file", query=request.GET),
    }
    return page(request, f"{HERE}/known.html", context)


@requires(Permission.MARKET_CHECK)
@methods("GET")
def known_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same list as a file, without pages."""
    _, rows = _known(request)
    table = presenters.known_table(rows)
    return writing.answer(request, table, ending=ending, name=f"providers-{today().isoformat()}")


@requires(Permission.MARKET_CHECK)
@methods("GET", "POST")
def one(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """What a provider says of itself, what changed since its last check, and the decision."""
    provider, area = provider_to_check(request, public_id)
    form = CheckForm(request.POST or None, provider=provider)
    may_decide = provider.submitted_on is not None or provider.state == Provider.State.RECOGNISED
    if request.method == "POST" and form.is_valid() and _decides(request, form, provider, area):
        return redirect("market:checks")
    done = list(provider.checks.select_related("area"))
    last = next((check for check in done if check.outcome == "passed"), None)
    context = {
        "form": form,
        "provider": provider,
        "area": area,
        "tag": presenters.tag_of(provider),
        "facts": presenters.facts(provider),
        "checks": presenters.checks_rows(done),
        "changes": presenters.changes(provider, last, checks.changed_since(provider, last)) if last else [],
        "is_lighter": checklist.is_lighter(provider),
        "wait": clock.wait_of(provider.submitted_on) if provider.submitted_on else None,
        "may_decide": may_decide,
        "offers": presenters.offers_to_check(provider, _slugs(request)),
        "is_own": editors.writes_for(request.user, provider),
    }
    return page(request, f"{HERE}/check.html", context, status=422 if form.errors else 200)


@requires(Permission.MARKET_CHECK)
@methods("GET", "POST")
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody to write for an organisation that the network knows."""
    form = InviteToForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            editors.invite(organisation=given["organisation"], email=given["email"], by=request.user)
        except (account_errors.AlreadyInvited, account_errors.AccountDisabled) as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, f"An invitation is on its way to {given['email']}.")
            return redirect("market:checks")
    return page(request, f"{HERE}/invite.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.MARKET_CHECK)
@methods("GET")
def everything(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """All that the marketplace holds of an area, for its commissioner."""
    found = next((each for each in request.access.areas(Permission.MARKET_CHECK) if each.slug == area), None)
    if found is None:
        raise Http404("There is no such area of yours.")
    name = f"{area}-marketplace-{today().isoformat()}"
    title = f"The marketplace of {found.name}"
    return writing.answer(request, exports.of_area(found), ending=ending, name=name, title=title, area=found)


def _queue(request: HttpRequest) -> tuple[FilterForm, list[queries.Waiting]]:
    form = FilterForm(request.GET or None)
    kind = form.cleaned_data["kind"] if form.is_valid() else ""
    return form, queries.queue(_slugs(request), kind)


def _known(request: HttpRequest) -> tuple[StateForm, Any]:
    form = StateForm(request.GET or None)
    return form, queries.known(_slugs(request), form.cleaned_data["state"] if form.is_valid() else "")


def _slugs(request: HttpRequest) -> list[str]:
    return [area.slug for area in request.access.areas(Permission.MARKET_CHECK)]


def _decides(request: HttpRequest, form: Any, provider: Provider, area: Any) -> bool:
    """Whether it was done; else the form says why not."""
    given = form.cleaned_data
    facts = {"provider": provider, "area": area, "note": given["note"], "by": request.user}
    try:
        if given["decision"] == "pass":
            checks.pass_check(**facts, looked_at=given["looked_at"], valid_until=given["valid_until"])
        elif given["decision"] == "change":
            checks.ask_for_change(**facts)
        else:
            checks.refuse(**facts)
    except ProviderRefused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, "It is done, and they hear of it.")
    return True
