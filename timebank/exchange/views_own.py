"""An account's own pages: its balance and story, its offers and requests, what it could do next; a mentor's offers."""

import datetime
import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from timebank import pages
from timebank.exchange import actions, own, presenters, queries, whose
from timebank.exchange.errors import ExchangeRefused
from timebank.exchange.forms import MentorForm
from timebank.exchange.views import ReasonForm
from timebank.ledger import accounts
from timebank.ledger.presenters import balances
from timebank.ledger.views import statement_links
from timebank.models import Offer

ENDS_WITHIN_DAYS = 28
MENTOR_KINDS = {"budget-holder": "budget_holder", "carer": "carer", "peer-supporter": "peer_supporter"}


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def start(request: HttpRequest) -> HttpResponse:
    """My area's balance with its story, what it could do next, and every account's balance."""
    every = accounts.all_accounts()
    mine = whose.own_account(request.access)
    context: dict[str, Any] = {
        "table": balances(every, links=statement_links(request, every)),
        "downloads": offers.offers("timebank:balances-file"),
        "account": mine,
        "parts": pages.parts("start", request, mine),
        "may_coordinate": request.access.can_everywhere(Permission.TIMEBANK_COORDINATE),
        "may_act": bool(mine and whose.acts_for(request.access, mine)),
    }
    if mine:
        context |= own.standing(mine)
    return render(request, "timebank/start.html", context)


@requires(Permission.TIMEBANK_ACT)
@methods("GET")
def mine(request: HttpRequest) -> HttpResponse:
    """The offers and requests of every account for which the person acts, in every state."""
    acting = whose.accounts_of(request.access)
    own_offers = queries.offers().filter(account__in=acting)
    context = {
        "accounts": acting,
        "asked": list(own_offers.filter(state=Offer.State.ASKED)),
        "offers": presenters.own_rows(own_offers.exclude(state=Offer.State.ASKED)),
        "requests": presenters.own_rows(queries.requests().filter(account__in=acting).order_by("-made_on", "-pk")),
        "may_agree": request.access.can(Permission.TIMEBANK_CONFIRM),
        "day": today(),
        "source": presenters.SOURCE,
        "downloads": offers.offers("timebank:mine-file"),
    }
    return render(request, "timebank/exchange/mine.html", context)


@requires(Permission.TIMEBANK_ACT)
@methods("GET")
def mine_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file: open and over."""
    acting = whose.accounts_of(request.access)
    tables = [
        presenters.offers_table(queries.offers().filter(account__in=acting)),
        presenters.requests_table(queries.requests().filter(account__in=acting)),
    ]
    return writing.answer(request, tables, ending=ending, name=f"time-bank-own-{today().isoformat()}")


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET")
def ending_soon(request: HttpRequest) -> HttpResponse:
    """For the coordinator: what leaves the list soon."""
    return render(
        request,
        "timebank/exchange/ending.html",
        {"table": _ending_table(), "downloads": offers.offers("timebank:ending-file")},
    )


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET")
def ending_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same list as a file."""
    return writing.answer(request, _ending_table(), ending=ending, name=f"time-bank-ending-{today().isoformat()}")


@requires(Permission.TIMEBANK_GIVE)
@methods("GET")
def giving(request: HttpRequest) -> HttpResponse:
    """What somebody offers themselves, and what else there is for a mentor (their sessions)."""
    rows = Offer.objects.filter(mentor=request.user).select_related("account__area")
    context = {
        "offers": [(row, presenters.TAGS[row.state]) for row in rows],
        "accounts": whose.giving_accounts(request.access),
        "parts": pages.parts("giving", request, None),
    }
    return render(request, "timebank/exchange/giving.html", context)


@requires(Permission.TIMEBANK_GIVE)
@methods("GET", "POST")
def giving_new(request: HttpRequest) -> HttpResponse:
    """Offer oneself as a mentor of one's area; its lead answers."""
    mine = whose.giving_accounts(request.access)
    if not mine:
        raise Http404("You belong to no area yet.")
    form = MentorForm(request.POST or None, accounts=mine)
    if request.method == "POST" and form.is_valid():
        role = next((kind for role, kind in MENTOR_KINDS.items() if role in request.access.roles), "peer_supporter")
        values = {**form.values(), "mentor_kind": role}
        actions.offer_oneself(account=form.chosen_account(), values=values, by=request.user)
        messages.success(request, "Thank you. Your area’s lead answers you here.")
        return redirect("timebank:giving")
    context = {"form": form, "accounts": mine}
    return render(request, "timebank/exchange/giving_new.html", context, status=422 if form.errors else 200)


@requires(Permission.TIMEBANK_GIVE)
@methods("GET", "POST")
def giving_stop(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Somebody takes their own offer back."""
    row = Offer.objects.filter(public_id=public_id, mentor=request.user).first()
    if row is None:
        raise Http404("There is no such offer of yours.")
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(row=row, reason=form.cleaned_data["reason"], by=request.user)
        except ExchangeRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Your offer is off the list.")
            return redirect("timebank:giving")
    context = {"form": form, "row": row}
    return render(request, "timebank/exchange/giving_stop.html", context, status=422 if form.errors else 200)


def _ending_table() -> Any:

    return presenters.ending_table(*queries.ending(today() + datetime.timedelta(days=ENDS_WITHIN_DAYS)))
