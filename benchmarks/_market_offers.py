"""Offers for benchmarks of the marketplace: as many as wanted, published, different from each other in every filter.

    _market_offers.fill(50_000)

Straight into the tables, always the same ones, of one provider for each 25 offers.
"""

import datetime
import random
import uuid
from typing import Any

import pgtrigger
from django.db import connection

from config.today import moment, today
from market import words
from market.listings import FROM_EDITION
from market.models import Listing, Offer, OfferEdition, Provider
from tenants.groups import GROUPS
from tenants.models import Area, Organisation

OFFERS_OF_A_PROVIDER, BATCH = 25, 1_000
WHAT = ("Swimming", "Company", "Night sitting", "Cooking", "Physiotherapy", "Payroll", "A drive", "Music", "Gardening")
HOW = ("at home", "in the evening", "for beginners", "by the sea", "with a friend", "in a small group", "for carers")
TOWNS = ("Bude", "Truro", "Exeter", "Barnstaple", "Taunton", "Yeovil", "Swindon", "Bath", "Poole", "Totnes")
PUBLISH = """
    UPDATE market_offer o SET state = 'published', shown_id = e.id FROM market_offeredition e
    WHERE e.offer_id = o.id AND o.id >= %s
"""
PARAGRAPH = "Somebody comes who knows you, listens to what matters to you, and stays for as long as you have agreed. "


def fill(count: int) -> None:
    """Publish offers until there are so many."""
    have = Offer.objects.count()
    providers = _providers(-(-count // OFFERS_OF_A_PROVIDER))
    slugs = list(Area.objects.in_use().values_list("slug", flat=True))
    with pgtrigger.ignore():
        for start in range(have, count, BATCH):
            numbers = range(start, min(start + BATCH, count))
            _add(numbers, [providers[number // OFFERS_OF_A_PROVIDER] for number in numbers], slugs)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE market_listing")
        cursor.execute("ANALYZE")


def _providers(count: int) -> list[Provider]:
    have = list(Provider.objects.filter(organisation__slug__startswith="bench-").order_by("organisation__slug"))
    new = Organisation.objects.bulk_create(
        Organisation(slug=f"bench-{number:05}", name=f"Provider {number:05}", kind=Organisation.Kind.PROVIDER)
        for number in range(len(have), count)
    )
    until = today() + datetime.timedelta(days=365)
    facts = {"kind": "charity", "about": "We help", "state": "recognised", "checked_until": until}
    made = Provider.objects.bulk_create(Provider(organisation=each, areas=["kernow"], **facts) for each in new)
    return have + made


def _add(numbers: range, providers: list[Provider], slugs: list[str]) -> None:
    """A batch: offers, their checked editions, and the listings that the search asks."""
    facts = {"published_at": moment(), "confirmed_on": today()}
    offers = Offer.objects.bulk_create(Offer(provider=each, **facts) for each in providers)
    editions = OfferEdition.objects.bulk_create(
        OfferEdition(offer=offer, number=1, state="checked", checked_at=moment(), **content(number, slugs))
        for number, offer in zip(numbers, offers, strict=True)
    )
    with connection.cursor() as cursor:
        cursor.execute(PUBLISH, [offers[0].pk])
    Listing.objects.bulk_create(_listing(*each) for each in zip(numbers, offers, editions, strict=True))


def _listing(number: int, offer: Offer, edition: OfferEdition) -> Listing:
    return Listing(
        offer=offer,
        public_id=offer.public_id,
        provider=offer.provider,
        provider_name=offer.provider.organisation.name,
        published_at=offer.published_at - datetime.timedelta(minutes=number),
        changed_at=offer.changed_at,
        confirmed_on=offer.confirmed_on,
        **{name: getattr(edition, name) for name in FROM_EDITION},
    )


def content(number: int, slugs: list[str]) -> dict[str, Any]:
    """What the offer of this number says; always the same."""
    dice = random.Random(number)
    some = lambda values, most, least=1: dice.sample(list(values), dice.randint(least, most))  # noqa: E731
    unit = dice.choice(words.Unit.values)
    what, how = dice.choice(WHAT), dice.choice(HOW)
    return {
        "title": f"{what} {how}, {uuid.UUID(int=number).hex[-5:]}",
        "summary": f"{what} {how} for people near {dice.choice(TOWNS)}. {PARAGRAPH}",
        "details": PARAGRAPH * 6 + f"{dice.choice(WHAT)} {dice.choice(HOW)}.",
        "town": dice.choice(TOWNS),
        "needs": some(words.Need.values, 3),
        "groups": some([group.key for group in GROUPS], 2, 0),
        "outcomes": some(words.Outcome.values, 3),
        "areas": some(slugs, 3),
        "mechanisms": some(words.Mechanism.values, 4),
        "availability": some(words.Availability.values, 2),
        "times": some(words.Time.values, 3),
        "accessibility": some(words.Access.values, 4, 0),
        "languages": ["en", *some(words.Language.values[1:], 2, 0)],
        "goes_rural": dice.random() < 0.3,
        "comes_to_you": dice.random() < 0.6,
        "is_remote": dice.random() < 0.2,
        "unit": unit,
        "price_pence": 0 if unit == words.Unit.FREE else dice.randint(500, 6_000),
        "places_free": dice.choice((None, 0, 1, 4)),
        "waiting_weeks": dice.choice((None, 0, 2, 8)),
    }
