"""How long what somebody missed is kept with them, and counted."""

import datetime
from typing import Any

from data_rights.retention import Rule, register

# Four statements, each with the one before: a gap can be followed.
DAYS = 4 * 366
WHERE = "market/needs/retention.py"
WHY = "An area follows for some years what is missing and whether that changed. Published figures stay."


def register_all() -> None:
    """Called once, when the applications load."""
    register(Rule("market-needs", "What somebody could not find in the marketplace", DAYS, WHY, WHERE, past=old_needs))
    register(
        Rule("market-searches", "Counts of searches that found nothing", DAYS, WHY, WHERE, past=old_searches),
    )


def old_needs(before: datetime.datetime) -> Any:
    """What was said before."""
    from market.models import UnmetNeed

    return UnmetNeed.objects.filter(said_at__lt=before)


def old_searches(before: datetime.datetime) -> Any:
    """Days before."""
    from market.models import EmptySearch

    return EmptySearch.objects.filter(day__lt=before.date())
