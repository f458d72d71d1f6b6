"""What a provider has to do about its profile, its check and its offers."""

import datetime

from django.urls import reverse

from config.today import today
from market.models import Offer, OfferEdition, Provider
from market.offers import presenters, queries
from market.todo import Todo
from ui import formats

CHECK_SOON = datetime.timedelta(days=60)
CONFIRM_SOON = datetime.timedelta(days=30)
State = Provider.State


def of_profile(provider: Provider) -> list[Todo]:
    """Finish it, mend it, or send it again before the check ends."""
    address = reverse("market:provider-own", args=[provider.public_id]) + "#profile"
    if provider.submitted_on is not None:
        return []
    if provider.state == State.DRAFT:
        return [Todo("Say who you are, and send it for its check", address)]
    if provider.state == State.CHANGE_ASKED:
        return [Todo("Mend your profile, as the checker asks", address)]
    if provider.state == State.LAPSED:
        return [Todo("Your check has run out, and your offers are hidden. Send your profile again", address)]
    until = provider.checked_until
    if provider.state == State.RECOGNISED and until and until <= today() + CHECK_SOON:
        return [Todo("Your check runs out. Send your profile again", address, due=until)]
    return []


def of_offers(provider: Provider) -> list[Todo]:
    """Drafts to finish, words to mend, and offers to confirm. Two queries."""
    found = []
    for offer in queries.with_open_edition(provider.offers.exclude(state=Offer.State.WITHDRAWN)):
        edition = offer.open_now
        name = presenters.name_of(edition or offer.shown)
        address = reverse("market:offer-own", args=[offer.public_id])
        if edition and edition.state == OfferEdition.State.CHANGE_ASKED:
            found.append(Todo(f"Mend what the checker asks: {name}", address))
        elif edition and edition.state == OfferEdition.State.DRAFT:
            found.append(Todo(f"Finish and send: {name}", reverse("market:offer-preview", args=[offer.public_id])))
        until = presenters.holds_until(offer)
        if offer.state == Offer.State.EXPIRED:
            found.append(Todo(f"Hidden until you say that it still holds: {name}", address))
        elif offer.state == Offer.State.PUBLISHED and until and until <= today() + CONFIRM_SOON:
            found.append(Todo(f"Say by {formats.date(until)} that it still holds: {name}", address, due=until))
    return found
