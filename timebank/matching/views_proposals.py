"""Proposals as both sides see them, and their answers: people decide."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from timebank.exchange import whose
from timebank.exchange.errors import ExchangeRefused
from timebank.exchange.views import ReasonForm
from timebank.ledger.errors import LedgerRefused
from timebank.matching import answers, presenters, queries
from timebank.models import Proposal


@requires(Permission.TIMEBANK_ACT)
@methods("GET")
def proposals(request: HttpRequest) -> HttpResponse:
    """The matches of the accounts for which one acts."""
    mine = whose.accounts_of(request.access)
    cards = presenters.proposal_rows(queries.proposals_of(mine), {account.pk for account in mine})
    context = {
        "waiting": [card for card in cards if card["waits"]],
        "others": [card for card in cards if not card["waits"]],
    }
    return render(request, "timebank/matching/proposals.html", context)


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def proposal(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One match with its reasons, and the buttons of whoever answers."""
    row = _find(public_id)
    sides = answers.sides(row, whose.accounts_of(request.access))
    context = {
        "row": row,
        "tag": presenters.TAGS[row.state],
        "details": presenters.details(row),
        "asks": [side for side in sides if not getattr(row, f"{side}_answer")] if _waits(row) else [],
        "session_href": session_address(row),
    }
    return render(request, "timebank/matching/proposal.html", context)


@requires(Permission.TIMEBANK_ACT)
@methods("POST")
def accept(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say yes for each side for which one acts."""
    row = _find(public_id)
    try:
        for side in _own_sides(request, row):
            row = answers.accept(proposal=row, side=side, by=request.user)
    except (ExchangeRefused, LedgerRefused) as error:
        messages.warning(request, str(error))
    else:
        agreed = row.state == Proposal.State.AGREED
        done = "Both sides have said yes. Find a day now." if agreed else "Thank you. The other side has been told."
        messages.success(request, done)
    return redirect(session_address(row) or reverse("timebank:proposal", args=[public_id]))


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def decline(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say no, with a reason."""
    row = _find(public_id)
    sides = _own_sides(request, row)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answers.decline(proposal=row, side=sides[0], reason=form.cleaned_data["reason"], by=request.user)
        except ExchangeRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "The other side has been told, and this pair is not proposed again.")
            return redirect("timebank:proposals")
    context: dict[str, Any] = {"form": form, "row": row}
    return render(request, "timebank/matching/decline.html", context, status=422 if form.errors else 200)


def session_address(row: Proposal) -> str | None:
    """The page of the session that an agreed proposal led to, where there is one."""
    if row.session_ref is None:
        return None
    try:
        return reverse("timebank:session", args=[row.session_ref])
    except NoReverseMatch:
        return None


def _waits(row: Proposal) -> bool:
    return row.state == Proposal.State.PROPOSED


def _find(public_id: uuid.UUID) -> Proposal:
    row = queries.proposal(public_id)
    if row is None:
        raise Http404("There is no such match.")
    return row


def _own_sides(request: HttpRequest, row: Proposal) -> list[str]:
    sides = answers.sides(row, whose.accounts_of(request.access))
    if not sides:
        raise Http404("There is no such match of yours.")
    return sides
