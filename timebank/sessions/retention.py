"""How long what sessions know of people is kept, counted by the field's own days (`config.today`)."""

import datetime
from typing import Any

from config.today import today
from data_rights.retention import Rule, register

DAYS_OF_PAYMENTS = 6 * 366
DAYS_OF_DATES = 400
WHERE = "timebank/sessions/retention.py"
OVER = ("confirmed", "cancelled")


def register_all() -> None:
    """Called once, when the applications load."""
    register(
        Rule(
            "timebank-mentors",
            "Who was the mentor of a session of the time bank, and what they were paid",
            DAYS_OF_PAYMENTS,
            "Whoever spends public money keeps for six years to whom it went; the hours in the ledger name nobody.",
            WHERE,
            past=old_mentors,
        )
    )
    register(
        Rule(
            "timebank-dates",
            "Dates that were proposed for a session that is over, and who could come",
            DAYS_OF_DATES,
            "After a year and a month nobody asks who could come when; the session's own date stays.",
            WHERE,
            past=old_dates,
        )
    )


def old_mentors(before: datetime.datetime) -> Any:
    """Mentors of sessions that are over, named more than six years ago."""
    from timebank.models import SessionMentor

    named_before = today() - datetime.timedelta(days=DAYS_OF_PAYMENTS)
    return SessionMentor.objects.filter(named_on__lt=named_before, part__session__state__in=OVER)


def old_dates(before: datetime.datetime) -> Any:
    """Dates that were proposed more than 400 days ago, of sessions that are over."""
    from timebank.models import ProposedDate

    made_before = today() - datetime.timedelta(days=DAYS_OF_DATES)
    return ProposedDate.objects.filter(made_on__lt=made_before, session__state__in=OVER)
