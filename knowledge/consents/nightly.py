"""Each night: consents whose last day has come are ended, and people are told of those that end soon."""

import datetime
from dataclasses import dataclass

from config.today import today
from knowledge.consents import actions

SOON = datetime.timedelta(days=30)  # time enough to reach somebody, and for them to think


@dataclass(frozen=True)
class Kept:
    """What was done in a night."""

    ended: int
    told: int


def keep() -> Kept:
    """End and remind; each consent in a transaction of its own, so that one fault stops no other story's end."""
    from knowledge.models import Consent

    over = list(Consent.objects.open().filter(ends_on__lte=today()))
    for consent in over:
        actions.end(consent=consent)
    soon = list(Consent.objects.valid().filter(ends_on__lte=today() + SOON, told_at__isnull=True))
    for consent in soon:
        actions.remind(consent=consent)
    return Kept(len(over), len(soon))
