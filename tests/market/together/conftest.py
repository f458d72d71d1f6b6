"""Clubs with people in them, and shared prices."""

import datetime

import pytest

from config.today import today
from market.models import Buyer, Club, ClubSignal
from market.together import counting, quotes, signals

NEED = {"need": "care_at_home", "place_kind": "village", "availability": "crisis"}
YESTERDAY = today() - datetime.timedelta(days=1)


@pytest.fixture
def people_in(buyer, kernow):
    """`people_in(8)`: so many people look for the same since yesterday; they are returned, each with a chosen name."""

    def make(number, *, area=None, on=YESTERDAY):
        made = []
        for each in range(number):
            one = buyer()
            Buyer.objects.filter(pk=one.pk).update(display_name=f"Wren{one.pk}x{each}")
            one.refresh_from_db()
            club = signals.signal(area=area or kernow, by=one, **NEED)
            ClubSignal.objects.filter(club=club, buyer=one).update(on=on)
            made.append(one)
        return made

    return make


@pytest.fixture
def club(people_in):
    """`club(8)`: a club of so many people, counted."""

    def make(number, **where):
        people_in(number, **where)
        counting.count_clubs()
        return Club.objects.select_related("area").latest("pk")

    return make


@pytest.fixture
def price(provider):
    """`price(club, minimum_people=3)`: a shared price of a checked provider."""

    def make(club, *, of=None, **facts):
        usual = {
            "price_pence": 1_250,
            "unit": "hour",
            "pattern": "A night each week",
            "minimum_people": 3,
            "until": today() + datetime.timedelta(days=30),
        }
        of = of or provider(areas=[club.area.slug])
        return quotes.give(club=club, provider=of, by=None, **{**usual, **facts})

    return make
