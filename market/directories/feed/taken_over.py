"""Services of other directories in our feed: their own documents, with what was edited here in its place."""

from typing import Any

from market.directories import ids, moments
from market.directories.feed import lists, organisations
from market.models import ListedPlace, Listing


def is_so(listing: Listing) -> bool:
    """Whether the offer was taken over from another directory."""
    return bool(listing.directory_name)


def service(listing: Listing) -> dict[str, Any]:
    """The document, whole; under the ids that service and organisation have here."""
    record = listing.offer.directory_record
    found = {**record.document, "id": str(listing.public_id)}
    found["organization"] = organisations.with_identifiers(listing.provider)
    if "organization_id" in found:
        found["organization_id"] = str(listing.provider.public_id)
    if record.edited_at:
        found |= _edited(listing, found)
    return found


def at_location(listing: Listing, place: ListedPlace) -> dict[str, Any]:
    """One of the document's places, without the service."""
    found = listing.offer.directory_record.document["service_at_locations"][place.number]
    return {**found, "id": str(place.public_id)}


def _edited(listing: Listing, document: dict[str, Any]) -> dict[str, Any]:
    edition = listing.offer.shown
    assert edition is not None
    theirs = [each for each in document.get("attributes") or [] if not _is_ours(each)]
    return {
        "name": edition.title,
        "description": "\n\n".join(part for part in (edition.summary, edition.details) if part),
        "attributes": [*theirs, *lists.attributes(listing.public_id, listing)],
        "last_modified": moments.written(listing.changed_at),
    }


def _is_ours(attribute: dict[str, Any]) -> bool:
    term = (attribute.get("taxonomy_term") or {}).get("id") or attribute.get("taxonomy_term_id")
    return ids.parsed(term) in lists.TERMS
