"""Each year a provider says that an offer still holds: reminded 30 and 7 days before, hidden the day after."""

import datetime

from django.db import transaction

import audit
from config.today import moment, today
from market import listings
from market.models import Offer
from market.offers import notices
from market.offers.presenters import CONFIRMED_FOR

REMINDED_DAYS_BEFORE = (7, 30)
State = Offer.State


def keep() -> tuple[int, int]:
    """Remind of what is to be confirmed within 30 days, and hide what nobody confirmed: (reminded, hidden)."""
    day, reminded, hidden = today(), 0, 0
    soon = day + datetime.timedelta(days=max(REMINDED_DAYS_BEFORE)) - CONFIRMED_FOR
    rows = Offer.objects.filter(state=State.PUBLISHED, confirmed_on__lte=soon)
    for pk in list(rows.values_list("pk", flat=True)):
        with transaction.atomic():
            offer = (
                Offer.objects.select_for_update(of=("self",))
                .select_related("shown", "provider__organisation")
                .filter(pk=pk, state=State.PUBLISHED, confirmed_on__lte=soon)
                .first()
            )
            if offer is None:
                continue
            assert offer.confirmed_on is not None and offer.shown is not None
            last_day = offer.confirmed_on + CONFIRMED_FOR
            if last_day < day:
                _hide(offer, last_day)
                hidden += 1
            else:
                days = min(each for each in REMINDED_DAYS_BEFORE if (last_day - day).days <= each)
                reminded += bool(notices.confirm_soon(offer, offer.shown, last_day=last_day, days=days))
    return reminded, hidden


def _hide(offer: Offer, last_day: datetime.date) -> None:
    offer.state, offer.changed_at = State.EXPIRED, moment()
    offer.save(update_fields=["state", "changed_at"])
    listings.refresh(offer)
    audit.record(action="market.offer_expire", object=offer)
    assert offer.shown is not None
    notices.hidden(offer, offer.shown, last_day=last_day)
