"""A listing as a service of the standard. What has no value is left out, as the standard asks."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings

from market import words
from market.directories import ids, moments
from market.directories.feed import clock, lists, organisations, taken_over
from market.directories.shapes import OF_SERVICE
from market.models import ListedPlace, Listing, OfferEdition
from ui import formats

SERVICE_ONE_TO_ONE = {*OF_SERVICE, "status", "organization"}
COUNTRY = "GB"

Areas = Mapping[str, str]


def brief(listing: Listing) -> dict[str, Any]:
    """What a list shows of a service: only fields that hold one thing."""
    if taken_over.is_so(listing):
        found = taken_over.service(listing)
        found["organization"] = organisations.one_to_one(found["organization"])
        return {name: value for name, value in found.items() if name in SERVICE_ONE_TO_ONE}
    edition = _edition(listing)
    return _without_nothing(
        id=str(listing.public_id),
        organization_id=str(listing.provider.public_id),
        name=listing.title,
        description=_description(edition),
        url=f"{settings.SITE_URL.rstrip('/')}/market/offers/{listing.public_id}/",
        email=listing.provider.email,
        status="active",
        fees=_fees(edition),
        minimum_age=listing.minimum_age,
        maximum_age=listing.maximum_age,
        assured_date=listing.confirmed_on.isoformat(),
        alert=_alert(listing),
        last_modified=moments.written(listing.changed_at),
        organization=organisations.brief(listing.provider),
    )


def minimal(listing: Listing) -> dict[str, Any]:
    """Its id and when it changed, beside what every service must have."""
    found = {"id": str(listing.public_id), "name": listing.title, "status": "active"}
    return {**found, "modified_date": moments.written(listing.changed_at)}


def full(listing: Listing, areas: Areas) -> dict[str, Any]:
    """The service with all that belongs to it. `areas` are names by slug."""
    if taken_over.is_so(listing):
        return taken_over.service(listing)
    edition, whole = _edition(listing), listing.public_id
    found = brief(listing) | _without_nothing(
        schedules=clock.schedules(whole, listing.times, edition.times_note),
        service_areas=[_service_area(whole, slug, areas) for slug in listing.areas],
        languages=[_language(whole, code) for code in listing.languages],
        cost_options=[_cost(whole, edition)],
        attributes=lists.attributes(whole, listing),
        service_at_locations=[at_location(listing, place, areas) for place in listing.places.all()],
    )
    found["organization"] = organisations.with_identifiers(listing.provider)
    return found


def at_location_with_service(place: ListedPlace, areas: Areas, *, is_full: bool) -> dict[str, Any]:
    """One place of a service with the service; not `is_full`, only fields that hold one thing."""
    listing = place.listing
    is_ours = not taken_over.is_so(listing)
    found = at_location(listing, place, areas) if is_ours else taken_over.at_location(listing, place)
    about = full(listing, areas) if is_full else brief(listing)
    about.pop("service_at_locations", None)
    if not is_full:
        location = found.get("location") or {}
        found["location"] = {name: value for name, value in location.items() if not isinstance(value, list)}
    return {**found, "service": about}


def at_location(listing: Listing, place: ListedPlace, areas: Areas) -> dict[str, Any]:
    """One place of a service, without the service."""
    edition, whole = _edition(listing), place.public_id
    is_place = place.kind == ListedPlace.Kind.PHYSICAL
    location = _without_nothing(
        id=str(ids.part_of(whole, "location")),
        location_type="physical" if is_place else "virtual",
        name=(edition.place or edition.town or edition.postcode) if is_place else "By telephone or video",
        addresses=_addresses(whole, listing, edition, areas) if is_place else [],
        accessibility=[_accessibility(whole, key, edition) for key in listing.accessibility],
    )
    return {"id": str(whole), "location": location}


def _edition(listing: Listing) -> OfferEdition:
    assert listing.offer.shown is not None
    return listing.offer.shown


def _description(edition: OfferEdition) -> str:
    ask = f"How to ask: {edition.how_to_ask}" if edition.how_to_ask else ""
    return "\n\n".join(part for part in (edition.summary, edition.details, ask) if part)


def _fees(edition: OfferEdition) -> str:
    if edition.unit == words.Unit.FREE:
        price = "Free"
    elif edition.price_pence is None:
        price = "Ask about the price"
    else:
        price = f"{formats.pounds(edition.price_pence)} {words.Unit(edition.unit).label}"
    return f"{price}. {edition.price_note}".strip() if edition.price_note else price


def _cost(whole: UUID, edition: OfferEdition) -> dict[str, Any]:
    is_free = edition.unit == words.Unit.FREE
    amount = None if edition.price_pence is None else edition.price_pence / 100
    return _without_nothing(
        id=str(ids.part_of(whole, "cost")),
        option=edition.price_note,
        amount=0 if is_free else amount,
        amount_description=words.Unit(edition.unit).label if edition.price_pence is not None or is_free else "Ask",
    )


def _alert(listing: Listing) -> str:
    said = []
    if listing.places_free is not None:
        said.append(f"Places free now: {listing.places_free}.")
    if listing.waiting_weeks is not None:
        said.append(f"Weeks to wait: {listing.waiting_weeks}.")
    return " ".join(said)


def _service_area(whole: UUID, slug: str, areas: Areas) -> dict[str, Any]:
    name = areas.get(slug, slug)
    return {"id": str(ids.part_of(whole, f"area:{slug}")), "name": name, "service_area": name}


def _language(whole: UUID, code: str) -> dict[str, Any]:
    return {"id": str(ids.part_of(whole, f"language:{code}")), "name": words.Language(code).label, "code": code}


def _accessibility(whole: UUID, key: str, edition: OfferEdition) -> dict[str, Any]:
    label = words.Access(key).label
    found = {"id": str(ids.part_of(whole, f"access:{key}")), "description": label, "accessibility": label}
    return {**found, **_without_nothing(details=edition.accessibility_note)}


def _addresses(whole: UUID, listing: Listing, edition: OfferEdition, areas: Areas) -> list[dict[str, Any]]:
    """The address, where the provider said enough of it: the standard knows no address without town and postcode."""
    if not (edition.town and edition.postcode):
        return []
    return [
        {
            "id": str(ids.part_of(whole, "address")),
            "address_1": edition.place or edition.town,
            "city": edition.town,
            "state_province": areas.get(listing.areas[0], listing.areas[0]) if listing.areas else "England",
            "postal_code": edition.postcode,
            "country": COUNTRY,
            "address_type": "physical",
        }
    ]


def _without_nothing(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None and value != "" and value != []}
