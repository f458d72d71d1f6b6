"""Clubbing together, for people who buy: looking for others with the same need, and saying yes to a shared price."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from market.asking import buyers
from market.models import Club, UnmetNeed
from market.pages import page
from market.together import presenters, queries, quotes, signals, wording
from market.together.errors import TogetherRefused

HERE = "market/together"


@requires(Permission.MARKET_BUY)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """What the person looks for with others, and what many look for."""
    buyer = buyers.of(request.user)
    own = list(queries.own(buyer)) if buyer else []
    others = [club for club in queries.told().order_by("area", "need", "pk") if club not in own]
    wanted = request.GET.get("area", "")
    others.sort(key=lambda club: club.area.slug != wanted)
    context = {"own": own, "others": others, "wording": wording}
    return page(request, f"{HERE}/clubs.html", context)


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def look(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Look for others who miss the same, from something that the person said was missing."""
    rows = UnmetNeed.objects.filter(said_by=request.user, state=UnmetNeed.State.OPEN).select_related("area")
    unmet = get_object_or_404(rows, public_id=public_id)
    buyer = buyers.of(request.user)
    if buyer is None:
        return redirect(f"{reverse('market:enquiry-name')}?{urlencode({'unmet': public_id})}")
    if request.method == "POST":
        return _done(request, lambda: signals.signal_unmet(unmet=unmet, by=buyer), "You are looking for others now.")
    facts = Club(area=unmet.area, need=unmet.need, place_kind=unmet.place_kind, availability=unmet.availability)
    context = {"what": wording.club(facts), "area": unmet.area, "back": reverse("market:missing")}
    return page(request, f"{HERE}/look.html", context)


@requires(Permission.MARKET_BUY)
@methods("GET")
def club(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One club: how many, as far as that is told; for those in it, the prices."""
    buyer = buyers.of(request.user)
    found, is_own = queries.for_buyer(buyer, public_id)
    prices = presenters.prices(queries.prices_for(found)) if is_own else []
    context = {
        "club": found,
        "is_own": is_own,
        "is_open": found.state == Club.State.OPEN,
        "number": wording.number(found),
        "what": wording.club(found),
        "prices": prices,
        "yeses": queries.own_yeses(buyer, found) if is_own and buyer else set(),
    }
    return page(request, f"{HERE}/club.html", context)


@requires(Permission.MARKET_BUY)
@methods("POST")
@limited("market-asking")
def join(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Me too."""
    buyer = buyers.of(request.user)
    found, _ = queries.for_buyer(buyer, public_id)
    if buyer is None:
        return redirect(f"{reverse('market:enquiry-name')}?{urlencode({'club': public_id})}")
    return _done(request, lambda: signals.join(club=found, by=buyer), "You are looking for others now.")


@requires(Permission.MARKET_BUY)
@methods("POST")
def leave(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """No longer."""
    buyer = buyers.of(request.user)
    found, _ = queries.for_buyer(buyer, public_id)
    try:
        if buyer is not None:
            signals.leave(club=found, by=buyer)
        messages.success(request, "You no longer look for this with others.")
    except TogetherRefused as refused:
        messages.error(request, str(refused))
    return redirect("market:clubs")


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def accept(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say yes to a price, after seeing what the provider learns."""
    quote = queries.price_for_buyer(request.user, public_id)
    buyer = buyers.of(request.user)
    if request.method == "POST" and buyer is not None:
        words = "You said yes. You hear when enough people have."
        return _done(request, lambda: quotes.accept(quote=quote, by=buyer).club, words)
    (shown,) = presenters.prices([quote])
    return page(request, f"{HERE}/accept.html", {"price": shown, "buyer": buyer, "club": quote.club})


@requires(Permission.MARKET_BUY)
@methods("POST")
def no_longer(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take one's yes back."""
    quote = queries.price_for_buyer(request.user, public_id)
    buyer = buyers.of(request.user)
    if buyer is None:
        return redirect("market:clubs")
    return _done(request, lambda: quotes.no_longer(quote=quote, by=buyer).club, "Your yes is taken back.")


def _done(request: HttpRequest, action: Any, words: str) -> HttpResponse:
    """Do it, say so, and go on to the club."""
    try:
        found = action()
    except TogetherRefused as refused:
        messages.error(request, str(refused))
        return redirect("market:clubs")
    messages.success(request, words)
    return redirect("market:club", found.public_id)
