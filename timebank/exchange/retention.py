"""How long offers and requests that led to nothing are kept, counted by the field's own days (`config.today`)."""

import datetime
from typing import Any

from config.today import today
from data_rights.retention import Rule, register

DAYS = 3 * 366
WHERE = "timebank/exchange/retention.py"
OVER = ("withdrawn", "expired")
# What came of one belongs to the network's record of who helped whom, and stays.
LED_TO_NOTHING = {"proposals": None, "decisions": None, "sessions": None}


def register_all() -> None:
    """Called once, when the applications load."""
    why = "After three years nobody goes back to it. One that was matched stays with what came of it."
    for slug, what, past in (
        ("timebank-offers", "Offers of the time bank that nobody took up, and who wrote them", old_offers),
        ("timebank-requests", "Requests of the time bank that nobody answered, and who wrote them", old_requests),
    ):
        register(Rule(slug, what, DAYS, why, WHERE, past=past))


def old_offers(before: datetime.datetime) -> Any:
    """Offers that were listed until more than three years ago, and were in no match and no session."""
    from timebank.models import Offer

    return Offer.objects.filter(state__in=OVER, expires_on__lt=_long_ago(), **LED_TO_NOTHING)


def old_requests(before: datetime.datetime) -> Any:
    """Requests, likewise."""
    from timebank.models import Request

    return Request.objects.filter(state__in=OVER, expires_on__lt=_long_ago(), **LED_TO_NOTHING)


def _long_ago() -> datetime.date:
    return today() - datetime.timedelta(days=DAYS)
