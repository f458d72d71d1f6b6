"""How long is kept who looked for something together, and what came of it."""

import datetime
from typing import Any

from config.today import today
from data_rights.retention import Rule, register

SIGNAL_DAYS = 183
PRICE_DAYS = 2 * 366
WHERE = "market/together/retention.py"


def register_all() -> None:
    """Called once, when the applications load."""
    register(
        Rule(
            "market-signals",
            "Who looked for something together with others",
            SIGNAL_DAYS,
            "Half a year after it ended nobody asks who was in it. What came of it stands in the enquiries.",
            WHERE,
            past=old_signals,
        )
    )
    register(
        Rule(
            "market-yeses",
            "Who said yes to a shared price",
            PRICE_DAYS,
            "As long as the enquiry that came of it.",
            WHERE,
            past=old_yeses,
        )
    )


def old_signals(before: datetime.datetime) -> Any:
    """Signals of clubs that ended half a year ago."""
    from market.models import ClubSignal

    return ClubSignal.objects.filter(club__ended_on__lt=_ago(SIGNAL_DAYS))


def old_yeses(before: datetime.datetime) -> Any:
    """Yeses to prices whose day passed two years ago."""
    from market.models import ClubAcceptance

    return ClubAcceptance.objects.filter(quote__until__lt=_ago(PRICE_DAYS))


def _ago(days: int) -> datetime.date:
    return today() - datetime.timedelta(days=days)
