"""What asking adds to an offer's page: the way to ask, how soon the provider answers, and feedback."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from accounts.permissions import Permission
from market.asking import presenters, queries, times
from market.finding.panels import Panel
from market.models import Listing

MOST_SHOWN = 10


def ask(request: HttpRequest, listing: Listing) -> Panel | None:
    """The way to ask under a chosen name; signed out, the way to sign in. One query.

    None for a provider of another directory: nobody there reads what is asked here.
    """
    if not listing.is_checked:
        return None
    address = reverse("market:enquire", args=[listing.public_id])
    is_signed_out = not request.user.is_authenticated
    if is_signed_out:
        address = f"{reverse('account_login')}?{urlencode({'next': address})}"
    return Panel(
        "market/asking/_ask_panel.html",
        {
            "response": times.response_time(listing.provider),
            "may_ask": not is_signed_out and request.access.can(Permission.MARKET_BUY),
            "is_signed_out": is_signed_out,
            "ask_href": address,
        },
    )


def feedback(request: HttpRequest, listing: Listing) -> Panel:
    """What people said of the provider, the newest. Two queries."""
    rows = queries.shown_of(listing.provider)
    shown = presenters.public_feedback(rows[:MOST_SHOWN])
    count = rows.count() if len(shown) == MOST_SHOWN else len(shown)
    context = {"name": listing.provider_name, "rows": shown, "more": count if count > MOST_SHOWN else 0}
    return Panel("market/asking/_feedback_panel.html", context)
