"""Offers in the platform's search, for everybody."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.urls import reverse

from find import full_text
from find.registry import FacetValue, Found, SearchSource
from find.words import Words
from market import area_names
from market.finding import facts
from market.models import Listing


def look_for(words: Words, access: Any) -> Iterable[Found]:
    """Offers that are shown."""
    rows = Listing.objects.defer("vector")
    areas = area_names.by_slug()
    for row in full_text.search(rows, words, title="title", texts=["summary", "details"], vector=F("vector")):
        about = f"{row.provider_name}, {facts.price(row)}"
        named = {"area": [FacetValue(slug, areas[slug]) for slug in row.areas if slug in areas]}
        href = reverse("market:offer", args=[row.public_id])
        yield Found(row.title, href, row.found_excerpt, row.found_rank, about, named)


OFFERS = SearchSource("market-offers", "Support to buy", look_for, order=30)
