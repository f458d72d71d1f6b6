"""Which offers everybody finds."""

import datetime

from config.today import today
from market import listings
from market.models import Listing, Offer, Provider


def is_found(offer):
    return Listing.objects.filter(offer=offer).exists()


def test_a_published_offer_of_a_checked_provider_is_found(offer):
    assert is_found(offer())


def test_an_offer_is_not_found_while_it_is_paused_expired_or_taken_back(offer):
    made = offer()
    for state in ("paused", "expired", "withdrawn"):
        Offer.objects.filter(pk=made.pk).update(state=state)
        listings.refresh(made)
        assert not is_found(made)
    Offer.objects.filter(pk=made.pk).update(state="published")
    listings.refresh(made)
    assert is_found(made)


def test_offers_go_out_of_sight_with_the_check_of_their_provider(offer):
    made = offer()
    Provider.objects.update(checked_until=today() - datetime.timedelta(days=1))
    listings.refresh_all_of(made.provider)
    assert not is_found(made)


def test_a_listing_says_what_the_checked_edition_says(offer):
    made = offer(title="Night sitting", price_pence=1_650)
    made.editions.create(number=2, state="draft", title="Something else")
    listings.refresh(made)
    row = Listing.objects.get(offer=made)
    assert (row.title, row.price_pence, row.provider_name) == ("Night sitting", 1_650, made.provider.organisation.name)
