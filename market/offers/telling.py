"""An edition in words, field by field: for the preview, the checker, the provider's own page and files."""

from collections.abc import Iterable

from market import area_names, words
from market.finding import facts
from market.models import OfferEdition, OfferPicture
from tenants import groups

KEYS: dict[str, dict[str, str]] = {
    "needs": dict(words.Need.choices),
    "groups": dict(groups.CHOICES),
    "outcomes": dict(words.Outcome.choices),
    "mechanisms": dict(words.Mechanism.choices),
    "availability": dict(words.Availability.choices),
    "times": dict(words.Time.choices),
    "accessibility": dict(words.Access.choices),
    "languages": dict(words.Language.choices),
}
LABELS = {
    "title": "Name",
    "summary": "In two sentences",
    "details": "More about it",
    "needs": "Kind of support",
    "groups": "For which groups",
    "outcomes": "What it helps with",
    "areas": "Areas",
    "goes_rural": "Goes to villages and the countryside",
    "comes_to_you": "Comes to people’s homes",
    "is_remote": "By telephone or video",
    "place": "Where it is",
    "town": "Town or village",
    "postcode": "Postcode",
    "minimum_age": "Youngest age",
    "maximum_age": "Oldest age",
    "unit": "The price is for",
    "price_pence": "Price",
    "price_note": "More about the price",
    "mechanisms": "How people can pay",
    "availability": "How often",
    "times": "When",
    "times_note": "More about when",
    "places_free": "Places free now",
    "waiting_weeks": "Weeks to wait",
    "accessibility": "What makes it easier to use",
    "accessibility_note": "More about getting in and around",
    "languages": "Languages",
    "how_to_ask": "By telephone or on paper",
    "picture": "Picture",
}
NOT_SAID = "Not said"
FOR_EVERYBODY = {"groups": "Everybody"}


def value_words(field: str, edition: OfferEdition, areas: dict[str, str]) -> str:
    """What the edition says in a field. `areas` has the names of areas by slug."""
    value = getattr(edition, field)
    if field == "price_pence":
        return price_words(edition)
    if field == "unit":
        return str(words.Unit(value).label) if value else NOT_SAID
    if isinstance(value, OfferPicture):
        return value.alternative
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        known = areas if field == "areas" else KEYS[field]
        return ", ".join(known.get(key, key) for key in value) or FOR_EVERYBODY.get(field, NOT_SAID)
    return NOT_SAID if value in (None, "") else str(value)


def price_words(edition: OfferEdition) -> str:
    """`£14.50 an hour`, `Free`, `Ask for the price (an hour)`; `Not said` before it is."""
    return facts.price(edition) if edition.unit else NOT_SAID


def rows(edition: OfferEdition, fields: Iterable[str] = OfferEdition.CONTENT) -> list[tuple[str, str]]:
    """(label, words) of an edition. One query, for the areas' names."""
    areas = area_names.by_slug()
    return [(LABELS[field], value_words(field, edition, areas)) for field in fields if field != "unit"]


def changes(before: OfferEdition | None, after: OfferEdition) -> list[tuple[str, str, str]]:
    """(label, before, now) of each field that reads otherwise; without one before, all that is said. One query."""
    areas = area_names.by_slug()
    if before is None:
        told = ((field, value_words(field, after, areas)) for field in OfferEdition.CONTENT if field != "unit")
        return [(LABELS[field], "", now) for field, now in told if now not in (NOT_SAID, "No")]
    return [
        (LABELS[field], value_words(field, before, areas), value_words(field, after, areas))
        for field in OfferEdition.CONTENT
        if getattr(before, field) != getattr(after, field)
    ]
