"""Pages of the network's own risks and issues."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants import network_risks as actions
from tenants.models import NetworkRisk
from tenants.programme import as_at
from tenants.programme.network_risks import presenters
from tenants.programme.network_risks.forms import NetworkRiskForm
from tenants.rollout import reasons
from tenants.rollout.risks.presenters import closing, reopening

FORM_PAGE = "programme/network_risk_form.html"


@requires(Permission.BOARD_READ)
@methods("GET")
def risks(request: HttpRequest) -> HttpResponse:
    """Those that were open on a day."""
    form, board = as_at.chosen(request)
    found = actions.open_as_at(board.day)
    query = {"as-at": board.quarter.key} if board.quarter else None
    context = {
        "as_at_form": form,
        "day": board.day,
        "quarter": board.quarter,
        "table": presenters.table(found, board.day),
        "downloads": offers.offers("programme:network-risks-download", query=query),
        "may_act": request.access.can(Permission.BOARD_ACT),
    }
    return render(request, "programme/network_risks.html", context)


@requires(Permission.BOARD_READ)
@methods("GET")
def download(request: HttpRequest, ending: str) -> HttpResponse:
    """The same list as a file."""
    _, board = as_at.chosen(request)
    table = presenters.table(actions.open_as_at(board.day), board.day)
    return writing.answer(request, table, ending=ending, name=f"network-risks-{board.day.isoformat()}")


@requires(Permission.BOARD_READ)
@methods("GET")
def risk(request: HttpRequest, key: str) -> HttpResponse:
    """One risk or issue with its history."""
    found = _find(key)
    context = {
        "risk": found,
        "details": presenters.details(found, today()),
        "history": presenters.history_rows(actions.history(key)),
        "may_act": request.access.can(Permission.BOARD_ACT),
    }
    return render(request, "programme/network_risk.html", context)


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """A new risk or issue of the network."""
    form = NetworkRiskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.add(values=form.values(), by=request.user)
        messages.success(request, "It is on the board's list now.")
        return redirect("programme:network-risk", key=made.key)
    return _form_page(request, form, "Add a risk or issue of the network", "Add to the list", None)


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Score it, name its owner, or say something else of it."""
    found = _find(key)
    if found.closed_on:
        return redirect("programme:network-risk", key=key)
    form = NetworkRiskForm(request.POST or None, risk=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(key=key, values=form.values(), reason=form.cleaned_data["reason"], by=request.user)
        except actions.NetworkRiskUnchanged as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "It is saved. The board sees it now.")
            return redirect("programme:network-risk", key=key)
    return _form_page(request, form, f"Change: {found.title}", "Save and publish", found)


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def close(request: HttpRequest, key: str) -> HttpResponse:
    """Close it, with words on how it ended."""
    found = _find(key)
    return reasons.page(
        request,
        closing(found.title),
        act=lambda words: actions.close(key=key, words=words, by=request.user),
        back=presenters.address(found),
        is_possible=found.closed_on is None,
        template=FORM_PAGE,
        context={"risk": found},
    )


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def reopen(request: HttpRequest, key: str) -> HttpResponse:
    """Open it again, with a reason."""
    found = _find(key)
    return reasons.page(
        request,
        reopening(found.title),
        act=lambda words: actions.reopen(key=key, reason=words, by=request.user),
        back=presenters.address(found),
        is_possible=found.closed_on is not None,
        template=FORM_PAGE,
        context={"risk": found},
    )


def _find(key: str) -> NetworkRisk:
    found = actions.find(key)
    if found is None:
        raise Http404("There is no such risk or issue.")
    return found


def _form_page(
    request: HttpRequest, form: forms.Form, title: str, submit: str, risk: NetworkRisk | None
) -> HttpResponse:
    context = {"form": form, "page_title": title, "submit": submit, "risk": risk}
    return render(request, FORM_PAGE, context, status=422 if form.errors else 200)
