"""Sessions that files can hold: one that waits, one that is disputed, one without a date."""

import datetime
from typing import Any

from django.utils import timezone

from timebank.ledger import accounts
from timebank.models import Session
from timebank.sessions import bookings, disputes

WORDS = "Words of people"
HELD = timezone.make_aware(datetime.datetime(2015, 7, 1, 14))


def make(*, lead: Any) -> None:
    """Between Kernow and Bristol."""
    kernow, bristol = accounts.by_slug("kernow"), accounts.by_slug("bristol")
    values = {"title": WORDS, "topic": "workforce", "place": WORDS, "details": WORDS}
    sides = {"giving": [bristol], "receiving": [kernow], "minutes": 60, "values": values, "by": lead}
    bookings.record(**sides, met_at=HELD, account=bristol, confirms=True)
    # As the second morning of silence leaves it: it is listed as about to be confirmed.
    Session.objects.update(told=10, told_on=HELD.date())
    bookings.agree(**sides, account=kernow)
    Session.objects.filter(state="dates").update(made_on=HELD.date())
    doubted = bookings.record(**sides, met_at=HELD, account=bristol, confirms=True)
    disputes.open_one(session=doubted, account=kernow, reason=WORDS, by=lead)
