"""Offers and requests in the search, for everybody with the time bank."""

from collections.abc import Iterable
from typing import Any

from accounts.permissions import Permission
from find import full_text
from find.registry import FacetValue, Found, SearchSource
from find.words import Words
from timebank.exchange import queries
from timebank.exchange.notices import address


def look_for_offers(words: Words, access: Any) -> Iterable[Found]:
    """Open offers."""
    return _found(queries.listed_offers(), words, access, "details", "Offer")


def look_for_requests(words: Words, access: Any) -> Iterable[Found]:
    """Open requests."""
    return _found(queries.listed_requests(), words, access, "why", "Request")


def _found(rows: Any, words: Words, access: Any, text: str, noun: str) -> Iterable[Found]:
    if not (access and access.can(Permission.TIMEBANK_READ)):
        return
    for row in full_text.search(rows, words, title="title", texts=[text]):
        area = row.account.area
        facets = {"area": [FacetValue(area.slug, area.name)]} if area else {}
        about = f"{noun} of {row.account.name}, {row.topic_words()}"
        yield Found(row.title, address(row), row.found_excerpt, row.found_rank, about, facets)


OFFERS = SearchSource("timebank-offers", "Offers of the time bank", look_for_offers, order=60)
REQUESTS = SearchSource("timebank-requests", "Requests of the time bank", look_for_requests, order=61)
