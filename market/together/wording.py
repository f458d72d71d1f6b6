"""Clubs and prices in words: all from fixed lists, so that no words of a person are in them."""

import datetime

from market import words
from market.models import Club, ClubQuote
from ui import formats

WHERE = {"town": "in towns", "village": "in villages and the countryside"}
OFTEN = {"regular": "every week or so", "periodic": "now and then", "crisis": "at short notice, in a crisis"}


def club(club: Club) -> str:
    """`Care at home, at short notice, in a crisis, in villages and the countryside`."""
    return f"{words.Need(club.need).label}, {OFTEN[club.availability]}, {WHERE[club.place_kind]}"


def price(quote: ClubQuote) -> str:
    """`£12.50 an hour for each person`."""
    return f"{formats.pounds(quote.price_pence)} {words.Unit(quote.unit).label} for each person"


def number(club: Club) -> str:
    """How many look for this, as far as it is told to anybody."""
    if club.shown_number is None or club.shown_on is None:
        return "Fewer than 8 people so far"
    return f"About {club.shown_number} people, as at {formats.date(club.shown_on)}"


def day(day: datetime.date) -> str:
    """A day in words."""
    return formats.date(day)
