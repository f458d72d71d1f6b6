"""What a provider says of an offer at any time, without a check: places, waiting time, a pause, that it still holds."""

from django.db import transaction

import audit
from accounts.models import User
from config.today import moment, today
from market import listings
from market.models import Offer, OfferEdition
from market.offers.errors import WrongState
from market.offers.writing import OPEN, locked, next_of

State, Edition = Offer.State, OfferEdition.State
NO_CHECK_NEEDED = "Only places and waiting time changed, which needs no check."
SHOWN = (State.PUBLISHED, State.PAUSED, State.EXPIRED)


@transaction.atomic
def change_capacity(*, offer: Offer, places_free: int | None, waiting_weeks: int | None, by: User | None) -> Offer:
    """Say how many places are free and how long people wait; None for not said. Shows at once. Raises WrongState."""
    found = _in(offer, *SHOWN)
    assert found.shown is not None
    if (found.shown.places_free, found.shown.waiting_weeks) == (places_free, waiting_weeks):
        return found
    say_capacity(found, places_free=places_free, waiting_weeks=waiting_weeks, by=by)
    facts = {"places_free": places_free, "waiting_weeks": waiting_weeks}
    found.editions.filter(state=Edition.DRAFT).update(**facts)
    listings.refresh(found)
    audit.record(action="market.offer_capacity", by=by, object=found)
    return found


def say_capacity(offer: Offer, *, places_free: int | None, waiting_weeks: int | None, by: User | None) -> None:
    """Show an edition that differs in these two alone, in the caller's transaction; it counts as checked."""
    before = offer.shown
    assert before is not None
    made = next_of(offer, before)
    made.places_free, made.waiting_weeks = places_free, waiting_weeks
    made.state, made.check_note = Edition.CHECKED, NO_CHECK_NEEDED
    made.written_by, made.checked_by, made.checked_at = by, before.checked_by, before.checked_at
    made.full_clean(exclude=["offer", "written_by", "checked_by"])
    made.save()
    before.state = Edition.REPLACED
    before.save(update_fields=["state"])
    offer.shown, offer.changed_at = made, moment()
    offer.save(update_fields=["shown", "changed_at"])


@transaction.atomic
def pause(*, offer: Offer, by: User | None, reason: str = "") -> Offer:
    """Hide it for a while; nobody has to check it afterwards. Raises WrongState."""
    found = _in(offer, State.PUBLISHED)
    found.state, found.paused_reason = State.PAUSED, reason.strip()
    return _keep(found, "pause", by)


@transaction.atomic
def resume(*, offer: Offer, by: User | None) -> Offer:
    """Show a paused offer again, which says that it still holds. Raises WrongState."""
    found = _in(offer, State.PAUSED)
    found.state, found.paused_reason, found.confirmed_on = State.PUBLISHED, "", today()
    return _keep(found, "resume", by)


@transaction.atomic
def confirm(*, offer: Offer, by: User | None) -> Offer:
    """Say that all of it still holds; one that was hidden for want of this shows again. Raises WrongState."""
    found = _in(offer, *SHOWN)
    found.confirmed_on = today()
    if found.state == State.EXPIRED:
        found.state = State.PUBLISHED
    return _keep(found, "confirm", by)


@transaction.atomic
def withdraw(*, offer: Offer, by: User | None) -> Offer:
    """Take it back for good, with what was being written. Raises WrongState."""
    found = locked(offer)
    found.editions.filter(state__in=OPEN).update(state=Edition.REPLACED)
    found.state = State.WITHDRAWN
    return _keep(found, "withdraw", by)


def _in(offer: Offer, *states: str) -> Offer:
    found = locked(offer)
    if found.state not in states:
        raise WrongState(str(found.get_state_display()))
    return found


def _keep(offer: Offer, verb: str, by: User | None) -> Offer:
    offer.changed_at = moment()
    offer.save()
    listings.refresh(offer)
    audit.record(action=f"market.offer_{verb}", by=by, object=offer)
    return offer
