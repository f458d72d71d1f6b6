"""Lines of a plan: an offer, something in own words, a personal assistant."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from market.finding import queries as finding
from market.models import Listing, PlanLine, YearPlan
from market.pages import page
from market.planning import actions, queries
from market.planning.errors import PlanRefused
from market.planning.forms import AssistantForm, LineForm
from market.planning.views import own

Kind = PlanLine.Kind


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
def new(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """An offer (`?offer=` in the address), or something in own words."""
    plan = own(request, public_id)
    listing = _listing(request.GET.get("offer", ""))
    form = LineForm(request.POST or None, listing=listing)
    kind = Kind.OFFER if listing else Kind.OWN
    return _added(request, plan, form, kind, listing.title if listing else "Add something", listing)


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
def assistant(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A personal assistant whom the person would employ."""
    plan = own(request, public_id)
    form = AssistantForm(request.POST or None, begins_on=plan.begins_on)
    return _added(request, plan, form, Kind.ASSISTANT, "Employ a personal assistant")


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
def change(request: HttpRequest, public_id: uuid.UUID, line: uuid.UUID) -> HttpResponse:
    """How much of it, at what price."""
    plan, row = _own_line(request, public_id, line)
    is_assistant = row.kind == Kind.ASSISTANT
    form: Any = (
        AssistantForm(request.POST or None, line=row, begins_on=plan.begins_on)
        if is_assistant
        else LineForm(request.POST or None, line=row)
    )
    if request.method == "POST" and form.is_valid():
        actions.change_line(line=row, values=form.values())
        return redirect("market:plan", plan.public_id)
    return _form(request, plan, form, row.words, "Save")


@requires(Permission.MARKET_BUY)
@methods("POST")
def remove(request: HttpRequest, public_id: uuid.UUID, line: uuid.UUID) -> HttpResponse:
    """Take a line out."""
    plan, row = _own_line(request, public_id, line)
    actions.remove(line=row)
    return redirect("market:plan", plan.public_id)


def _added(
    request: HttpRequest, plan: YearPlan, form: Any, kind: str, title: str, listing: Listing | None = None
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            actions.add(plan=plan, kind=kind, values=form.values(), listing=listing)
        except PlanRefused as error:
            form.add_error(None, str(error))
        else:
            return redirect("market:plan", plan.public_id)
    return _form(request, plan, form, title, "Put it into the plan")


def _listing(text: str) -> Listing | None:
    """The offer that the address names; 404 for one that isn't shown."""
    if not text:
        return None
    try:
        listing = finding.one(uuid.UUID(text))
    except ValueError:
        listing = None
    if listing is None:
        raise Http404("There is no such offer now.")
    return listing


def _own_line(request: HttpRequest, public_id: uuid.UUID, line: uuid.UUID) -> tuple[YearPlan, PlanLine]:
    plan = own(request, public_id)
    row = queries.line(plan, line)
    if row is None:
        raise Http404("There is no such line.")
    return plan, row


def _form(request: HttpRequest, plan: YearPlan, form: Any, title: str, submit: str) -> HttpResponse:
    back = reverse("market:plan", args=[plan.public_id])
    context = {"form": form, "form_title": title, "submit": submit, "back": back, "plan": plan}
    return page(request, "market/planning/form.html", context, status=422 if form.errors else 200)
