"""The places of offers that are shown, which the feed lists as "services at locations"."""

from collections.abc import Iterable
from typing import Any

from market.directories import ids
from market.models import ListedPlace, Offer

KINDS = {"physical": ListedPlace.Kind.PHYSICAL, "virtual": ListedPlace.Kind.VIRTUAL}


def write(offers: Iterable[Offer]) -> None:
    """Make the places of these offers what their shown editions, or the documents of their directories, say.

    Each has a listing, its shown edition and its record loaded; called by `market.listings` alone.
    """
    offers = list(offers)
    ListedPlace.objects.filter(listing__in=[offer.pk for offer in offers]).delete()
    ListedPlace.objects.bulk_create(place for offer in offers for place in _of(offer))


def _of(offer: Offer) -> Iterable[ListedPlace]:
    record = getattr(offer, "directory_record", None)
    found = _of_document(offer, record.document) if record else _of_edition(offer)
    for number, facts in enumerate(found):
        yield ListedPlace(listing_id=offer.pk, number=number, **facts)


def _of_edition(offer: Offer) -> Iterable[dict[str, Any]]:
    edition = offer.shown
    assert edition is not None
    if edition.place or edition.town or edition.postcode:
        yield {
            "public_id": ids.part_of(offer.public_id, "at place"),
            "kind": ListedPlace.Kind.PHYSICAL,
            "district": district(edition.postcode),
        }
    if edition.is_remote:
        yield {"public_id": ids.part_of(offer.public_id, "at a distance"), "kind": ListedPlace.Kind.VIRTUAL}


def _of_document(offer: Offer, document: dict[str, Any]) -> Iterable[dict[str, Any]]:
    for number, each in enumerate(document.get("service_at_locations") or []):
        location = each.get("location") or {}
        addresses = location.get("addresses") or [{}]
        yield {
            "public_id": ids.parsed(each.get("id")) or ids.part_of(offer.public_id, f"at {number}"),
            "kind": KINDS.get(location.get("location_type", ""), ""),
            "district": district(str(addresses[0].get("postal_code") or "")),
        }


def district(postcode: str) -> str:
    """The first half of a British postcode, in capitals: "TR1" of "tr1 2ab"; nothing where it is no postcode."""
    letters = "".join(postcode.upper().split())
    if not (letters.isascii() and letters.isalnum()):
        return ""
    if 5 <= len(letters) <= 7:
        return letters[:-3]
    return letters if 2 <= len(letters) <= 4 and letters[0].isalpha() and any(c.isdigit() for c in letters) else ""
