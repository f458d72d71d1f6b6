"""The shortlist of somebody who buys."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from market import area_names
from market.finding import panels, presenters, queries, shortlist
from market.models import Listing
from market.pages import page


@requires(Permission.MARKET_BUY)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """The person's own shortlist."""
    areas = area_names.short_by_slug()
    shown, gone = shortlist.of(request.user)
    context = {
        "rows": [presenters.row(each, areas) for each in shown],
        "gone": gone,
        "downloads": offers.offers("market:shortlist-file"),
        "as_at": today(),
    }
    return page(request, "market/finding/shortlist.html", context)


@requires(Permission.MARKET_BUY)
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    shown, _ = shortlist.of(request.user)
    table = presenters.table(shown, area_names.short_by_slug())
    return writing.answer(request, table, ending=ending, name=f"shortlist-{today().isoformat()}")


@requires(Permission.MARKET_BUY)
@methods("POST")
def keep(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Put an offer on it."""
    listing = queries.one(public_id)
    if listing is None:
        raise Http404("There is no such offer now.")
    try:
        shortlist.keep(listing=listing, by=request.user)
    except shortlist.ShortlistFull as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "It is on your shortlist.")
    return redirect("market:offer", public_id)


@requires(Permission.MARKET_BUY)
@methods("POST")
def drop(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take an offer off it."""
    if shortlist.drop(public_id=public_id, by=request.user):
        messages.success(request, "It is off your shortlist.")
    return redirect("market:shortlist")


def panel(request: HttpRequest, listing: Listing) -> panels.Panel:
    """On an offer's page: keep it, or put it into a plan; signed out, how to."""
    access: Any = getattr(request, "access", None)
    may_buy = bool(access and access.can(Permission.MARKET_BUY))
    context = {
        "public_id": listing.public_id,
        "may_buy": may_buy,
        "is_kept": may_buy and shortlist.is_kept(request.user, listing),
        "is_signed_out": not request.user.is_authenticated,
    }
    return panels.Panel("market/finding/_keep.html", context)
