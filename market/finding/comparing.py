"""Offers to compare stand in the address alone, as `o=…&o=…`: signed out too, and to be sent to somebody."""

import uuid
from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from market.models import Listing

MOST = 4
NAME = "o"


def ids_of(query: QueryDict, *, most: int | None = MOST) -> list[uuid.UUID]:
    """The offers that the address names, each once; what is no id is left out."""
    found: dict[uuid.UUID, None] = {}
    for text in query.getlist(NAME)[: MOST * 10]:
        try:
            found[uuid.UUID(text)] = None
        except ValueError:
            continue
    return list(found)[:most]


def href(ids: Iterable[uuid.UUID]) -> str:
    """The page that compares these."""
    return f"{reverse('market:compare')}?{_query(ids)}"


def find_href(rows: Iterable[Listing]) -> str:
    """The search that remembers these, to choose another."""
    return f"{reverse('market:find')}?{_query(row.public_id for row in rows)}"


def without_each(rows: list[Listing]) -> list[tuple[str, str, str]]:
    """(title, address of the offer, address of the comparison without it) of each."""
    made = []
    for row in rows:
        rest = [other.public_id for other in rows if other is not row]
        made.append((row.title, reverse("market:offer", args=[row.public_id]), href(rest)))
    return made


def _query(ids: Iterable[uuid.UUID]) -> str:
    return urlencode([(NAME, str(each)) for each in ids])
