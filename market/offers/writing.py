"""Writing offers: a draft is saved as one goes, and sent for its check once it is whole.

An edition stays as it was sent. A change is another edition, and the one that was checked last stays public until the
new one is checked. None of this is in the audit but the sending: a draft is nobody else's business.
"""

from typing import Any

from django.db import transaction
from django.db.models import Max

import audit
from accounts.models import User
from config.today import is_sample_activity, moment, today
from market.models import Offer, OfferEdition, Provider
from market.offers import notices, whole
from market.offers.errors import NotWhole, OfferRefused, WaitsForCheck, WrongState

State, Edition = Offer.State, OfferEdition.State
OPEN = (Edition.DRAFT, Edition.SUBMITTED, Edition.CHANGE_ASKED)
CLOSED_PROVIDERS = (Provider.State.CLOSED, Provider.State.REFUSED)
MOST_DRAFTS = 50  # offers of a provider that were never sent


@transaction.atomic
def start(*, provider: Provider, by: User | None, content: dict[str, Any] | None = None) -> Offer:
    """Begin an offer; `content` are fields of `OfferEdition.CONTENT`. Raises OfferRefused, ValidationError."""
    if provider.state in CLOSED_PROVIDERS:
        raise WrongState(str(provider.get_state_display()))
    if provider.offers.filter(state=State.DRAFT).count() >= MOST_DRAFTS:
        raise OfferRefused("There are many drafts already. Go on with one of them, or take some back.")
    offer = Offer.objects.create(provider=provider, is_sample=is_sample_activity())
    _store(OfferEdition(offer=offer, number=1), content or {}, by)
    return offer


@transaction.atomic
def write(*, offer: Offer, content: dict[str, Any], by: User | None) -> OfferEdition:
    """Save some fields of the draft; begins one from what was checked last, where there is none.

    Raises WaitsForCheck while it is checked, WrongState once it is taken back, ValidationError.
    """
    return _store(_draft_of(locked(offer)), content, by)


@transaction.atomic
def submit(*, offer: Offer, by: User | None) -> OfferEdition:
    """Send the draft for its check. Raises NotWhole, WrongState, WaitsForCheck."""
    found = locked(offer)
    edition = open_edition(found)
    if edition is None or edition.state == Edition.CHANGE_ASKED:
        raise OfferRefused("Nothing has changed since. Change something first, then send it.")
    if edition.state == Edition.SUBMITTED:
        raise WaitsForCheck
    lacking = whole.missing(edition, found.provider)
    if lacking:
        raise NotWhole(lacking)
    edition.state, edition.submitted_at, edition.submitted_on = Edition.SUBMITTED, moment(), today()
    edition.save(update_fields=["state", "submitted_at", "submitted_on"])
    if found.shown_id is None:
        _stand(found, State.SUBMITTED)
    audit.record(action="market.offer_submit", by=by, object=found, detail={"edition": edition.number})
    notices.waits_for_check(found, edition)
    return edition


@transaction.atomic
def take_back(*, offer: Offer, by: User | None) -> OfferEdition:
    """Take what was sent back to change it; a new draft reads the same. Raises WrongState."""
    found = locked(offer)
    edition = open_edition(found)
    if edition is None or edition.state != Edition.SUBMITTED:
        raise WrongState(str(found.get_state_display()))
    return _again(found, edition, by)


def _draft_of(offer: Offer) -> OfferEdition:
    """The open draft; what a checker asked to change becomes a new one."""
    edition = open_edition(offer)
    if edition is None:
        return next_of(offer, offer.shown)
    if edition.state == Edition.SUBMITTED:
        raise WaitsForCheck
    return _again(offer, edition, None) if edition.state == Edition.CHANGE_ASKED else edition


def _again(offer: Offer, edition: OfferEdition, by: User | None) -> OfferEdition:
    """A new draft that reads as this edition, which is over."""
    edition.state = Edition.REPLACED
    edition.save(update_fields=["state"])
    made = _store(next_of(offer, edition), {}, by)
    if offer.shown_id is None:
        _stand(offer, State.DRAFT)
    return made


def next_of(offer: Offer, edition: OfferEdition | None) -> OfferEdition:
    """The next edition, not saved yet, that reads as this one."""
    last = offer.editions.aggregate(last=Max("number"))["last"] or 0
    facts = {name: getattr(edition, name) for name in OfferEdition.CONTENT} if edition else {}
    return OfferEdition(offer=offer, number=last + 1, **facts)


def open_edition(offer: Offer) -> OfferEdition | None:
    """The edition that is written, waits, or has something to mend; None where nothing is open."""
    return offer.editions.filter(state__in=OPEN).select_related("picture").defer("picture__content").first()


def locked(offer: Offer) -> Offer:
    """The offer as it stands now, held until the transaction ends. Raises WrongState once it is taken back."""
    rows = Offer.objects.select_for_update(of=("self",)).select_related("provider__organisation", "shown")
    found = rows.get(pk=offer.pk)
    if found.state == State.WITHDRAWN:
        raise WrongState(str(found.get_state_display()))
    return found


def _store(edition: OfferEdition, content: dict[str, Any], by: User | None) -> OfferEdition:
    for name, value in content.items():
        if name not in OfferEdition.CONTENT:
            raise KeyError(f"An offer has no field called {name}.")
        setattr(edition, name, value)
    edition.written_by, edition.written_at = by or edition.written_by, moment()
    edition.full_clean(exclude=["offer", "written_by"])
    edition.save()
    Offer.objects.filter(pk=edition.offer_id).update(changed_at=moment())
    return edition


def _stand(offer: Offer, state: str) -> None:
    offer.state = state
    Offer.objects.filter(pk=offer.pk).update(state=state, changed_at=moment())
