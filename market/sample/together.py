"""People of the sample who look for others with the same need, and a provider's shared price."""

from typing import Any

from django.db import transaction

from config.today import sample_day
from market.asking import buyers
from market.models import Buyer, Club, Provider
from market.providers import editors
from market.sample.providers import pence
from market.sample.reading import account, day, read, slug_of
from market.together import counting, quotes, signals
from tenants.models import Area

SIGNALLED_DAYS_AGO, COUNTED_DAYS_AGO, PRICED_DAYS_AGO, DECIDED_IN_DAYS = 60, 29, 20, 30
NAMES = ("Ash", "Birch", "Clover", "Daisy", "Elder", "Fern", "Gorse", "Hazel", "Ivy", "Larch", "Maple", "Nettle")


@transaction.atomic
def make() -> None:
    """Add all of it where there is none."""
    if Club.objects.filter(is_sample=True).exists():
        return
    areas = {area.slug: area for area in Area.objects.all()}
    wanted = [facts for facts in read("asking")["clubs"] if facts["area"] in areas]
    clubs = [_looked_for(facts, areas[facts["area"]]) for facts in wanted]
    with sample_day(day(COUNTED_DAYS_AGO)):
        counting.count_clubs()
    for facts, club in zip(wanted, clubs, strict=True):
        if "quote" in facts:
            _priced(facts, club)


def _looked_for(facts: dict[str, Any], area: Area) -> Club:
    """One signal a day."""
    for number in range(facts["people"]):
        with sample_day(day(SIGNALLED_DAYS_AGO - number)):
            club = signals.signal(
                area=area,
                need=facts["need"],
                place_kind=facts["place"],
                availability=facts["availability"],
                by=_buyer(number),
                is_sample=True,
            )
    return club


def _buyer(number: int) -> Buyer:
    """Somebody invented, whose account has no password."""
    user = account(f"sample-together-{number + 1}", NAMES[number])
    return buyers.choose_name(name=NAMES[number], by=user, is_sample=True)


def _priced(facts: dict[str, Any], club: Club) -> None:
    provider = Provider.objects.filter(organisation__slug=slug_of(facts["quote"])).first()
    club.refresh_from_db()
    if provider is None or club.shown_number is None:
        return
    with sample_day(day(PRICED_DAYS_AGO)):
        quotes.give(
            club=club,
            provider=provider,
            price_pence=pence(facts["price"]),
            unit=facts["unit"],
            pattern=facts["pattern"],
            minimum_people=facts["minimum_people"],
            until=day(PRICED_DAYS_AGO - DECIDED_IN_DAYS),
            by=editors.people_of(provider)[0],
            is_sample=True,
        )
