"""What an offer's public page shows besides to whoever writes it, and to whoever checks it."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from market import checkers
from market.finding.panels import Panel
from market.models import Listing
from market.providers.editors import ROLE


def own_or_to_check(request: HttpRequest, listing: Listing) -> Panel | None:
    """The way to the offer's own page, or to its check. No query."""
    access = request.access
    if access.can(Permission.MARKET_OFFER):
        mine = {organisation.pk for organisation in access.organisations(ROLE)}
        if listing.provider.organisation_id in mine:
            return _panel("Your own page of this offer", "market:offer-own", listing)
    if access.can(Permission.MARKET_CHECK) and checkers.area_of_check(access, listing.areas):
        return _panel("Its check and its editions, or take it off", "market:check-offer", listing)
    return None


def _panel(words: str, route: str, listing: Listing) -> Panel:
    return Panel("market/offers/_panel.html", {"words": words, "href": reverse(route, args=[listing.public_id])})
