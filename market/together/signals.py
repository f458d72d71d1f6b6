"""“Me too”: signalling the same need, and no longer.

None of this is in the audit: a row with a name and a time would lead from a signal to a person.
"""

import datetime

from django.db import transaction

from config.today import today
from market.models import Buyer, Club, ClubAcceptance, ClubQuote, ClubSignal, UnmetNeed
from market.together.errors import ClubOver
from tenants.models import Area

DAYS_OPEN = 182
State = Club.State


@transaction.atomic
def signal(*, area: Area, need: str, place_kind: str, availability: str, by: Buyer, is_sample: bool = False) -> Club:
    """Look for others with this need: the club of it is begun where there is none. A second time changes nothing."""
    facts = {"area": area, "need": need, "place_kind": place_kind, "availability": availability}
    until = today() + datetime.timedelta(days=DAYS_OPEN)
    club, _ = Club.objects.get_or_create(
        **facts,
        state=State.OPEN,
        defaults={"opened_on": today(), "until": until, "is_sample": is_sample},
    )
    return join(club=club, by=by)


def signal_unmet(*, unmet: UnmetNeed, by: Buyer) -> Club:
    """The same from something that the person said was missing; neither refers to the other."""
    return signal(area=unmet.area, need=unmet.need, place_kind=unmet.place_kind, availability=unmet.availability, by=by)


@transaction.atomic
def join(*, club: Club, by: Buyer) -> Club:
    """Say “me too”. Raises ClubOver."""
    club = _lock_open(club)
    ClubSignal.objects.get_or_create(club=club, buyer=by, defaults={"on": today()})
    return club


@transaction.atomic
def leave(*, club: Club, by: Buyer) -> Club:
    """No longer look for others. A yes to a price that isn't made goes too. Raises ClubOver."""
    club = _lock_open(club)
    ClubSignal.objects.filter(club=club, buyer=by).delete()
    waiting = ClubQuote.State.OPEN
    ClubAcceptance.objects.filter(quote__club=club, quote__state=waiting, buyer=by).delete()
    return club


def _lock_open(club: Club) -> Club:
    found = Club.objects.select_for_update().get(pk=club.pk)
    if found.state != State.OPEN or found.until < today():
        raise ClubOver
    return found
