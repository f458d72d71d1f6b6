"""Checking offers: a commissioner reads what changed, and publishes it or says what has to be mended."""

from django.db import transaction

import audit
from accounts.models import User
from config.today import moment, today
from market import listings
from market.models import Offer, OfferEdition
from market.offers import living, notices
from market.offers.errors import NothingToCheck, OwnCheck, ReasonMissing, WrongState
from market.offers.writing import OPEN, locked, next_of, open_edition
from market.providers.editors import writes_for
from tenants.models import Area

State, Edition = Offer.State, OfferEdition.State


@transaction.atomic
def approve(*, offer: Offer, area: Area | None, by: User | None, note: str = "") -> Offer:
    """Publish what was sent; the edition before is replaced. Raises OfferRefused.

    A paused offer stays paused. One that was hidden is confirmed by this. What the provider said of places and
    waiting time after sending it stays.
    """
    found, edition = _waiting(offer, by)
    before = found.shown
    _decide(edition, Edition.CHECKED, note, by)
    if before:
        before.state = Edition.REPLACED
        before.save(update_fields=["state"])
    found.shown, found.changed_at, found.confirmed_on = edition, moment(), today()
    found.published_at = found.published_at or moment()
    if found.state != State.PAUSED:
        found.state = State.PUBLISHED
    found.save()
    if before and edition.submitted_at and before.written_at > edition.submitted_at:
        living.say_capacity(found, places_free=before.places_free, waiting_weeks=before.waiting_weeks, by=None)
    listings.refresh(found)
    return _told(found, edition, "approve", area, by)


@transaction.atomic
def ask_for_change(*, offer: Offer, area: Area | None, note: str, by: User | None) -> Offer:
    """Say what has to be mended; the edition that is public stays so. Raises OfferRefused."""
    found, edition = _sent_back(offer, Edition.CHANGE_ASKED, State.DRAFT, note, by)
    return _told(found, edition, "change_asked", area, by)


@transaction.atomic
def refuse(*, offer: Offer, area: Area | None, note: str, by: User | None) -> Offer:
    """Don't accept it, for good; the edition that is public stays so. Raises OfferRefused."""
    found, edition = _sent_back(offer, Edition.REPLACED, State.WITHDRAWN, note, by)
    return _told(found, edition, "refuse", area, by)


@transaction.atomic
def take_off(*, offer: Offer, area: Area | None, note: str, by: User | None) -> Offer:
    """Take what is public off at once; the provider mends it and sends it for another check. Raises OfferRefused."""
    found, reason = locked(offer), _reason(note)
    if by is not None and writes_for(by, found.provider):
        raise OwnCheck
    shown = found.shown
    if shown is None:
        raise WrongState(str(found.get_state_display()))
    made = next_of(found, open_edition(found) or shown)
    found.editions.filter(state__in=(*OPEN, Edition.CHECKED)).update(state=Edition.REPLACED)
    found.shown, found.state, found.changed_at = None, State.DRAFT, moment()
    found.save()
    made.written_by = shown.written_by
    made.save()
    _decide(made, Edition.CHANGE_ASKED, reason, by)
    listings.refresh(found)
    return _told(found, made, "take_off", area, by)


def _waiting(offer: Offer, by: User | None) -> tuple[Offer, OfferEdition]:
    found = locked(offer)
    if by is not None and writes_for(by, found.provider):
        raise OwnCheck
    edition = found.editions.filter(state=Edition.SUBMITTED).first()
    if edition is None:
        raise NothingToCheck
    return found, edition


def _sent_back(offer: Offer, decided: str, never_shown: str, note: str, by: User | None) -> tuple[Offer, OfferEdition]:
    """Decide on what waits without publishing it; an offer that was never public stands as `never_shown` then."""
    found, edition = _waiting(offer, by)
    _decide(edition, decided, _reason(note), by)
    if found.shown is None:
        found.state, found.changed_at = never_shown, moment()
        found.save(update_fields=["state", "changed_at"])
    return found, edition


def _decide(edition: OfferEdition, state: str, note: str, by: User | None) -> None:
    edition.state, edition.check_note = state, note.strip()
    edition.checked_by, edition.checked_at = by, moment()
    edition.save(update_fields=["state", "check_note", "checked_by", "checked_at"])


def _reason(note: str) -> str:
    if not note.strip():
        raise ReasonMissing
    return note.strip()


def _told(offer: Offer, edition: OfferEdition, verb: str, area: Area | None, by: User | None) -> Offer:
    detail = {"edition": edition.number}
    audit.record(action=f"market.offer_{verb}", by=by, area=area, object=offer, detail=detail)
    notices.checked(offer, edition, verb, by=by)
    return offer
