"""The fields that Open Referral UK 3.0 gives to each kind of thing, written down once.

From the compiled schemas of the profile (OpenReferralUK/uk-profile, CC BY-SA 4.0). What we read is checked against
these, what we publish is described by them (`feed.description`), and a field that isn't here is not the standard's.
"""

from dataclasses import dataclass
from enum import StrEnum


class Is(StrEnum):
    """What a field holds."""

    TEXT = "text"
    NUMBER = "number"
    UUID = "uuid"
    ADDRESS = "uri"
    EMAIL = "email"
    MOMENT = "date-time"


@dataclass(frozen=True)
class Shape:
    """A kind of thing: plain fields, fields of fixed words, things and lists of things in it, and what it must have."""

    name: str
    plain: dict[str, Is]
    words: dict[str, tuple[str, ...]] | None = None
    one: dict[str, "Shape"] | None = None
    many: dict[str, "Shape"] | None = None
    needed: tuple[str, ...] = ("id",)

    @property
    def fields(self) -> set[str]:
        """Every field that the standard has for it."""
        return {*self.plain, *(self.words or {}), *(self.one or {}), *(self.many or {})}


def _plain(text: str = "", *, uuids: str = "", numbers: str = "", addresses: str = "", emails: str = "") -> dict:
    found = {"id": Is.UUID}
    for names, kind in ((text, Is.TEXT), (uuids, Is.UUID), (numbers, Is.NUMBER), (addresses, Is.ADDRESS)):
        found |= dict.fromkeys(names.split(), kind)
    return found | dict.fromkeys(emails.split(), Is.EMAIL)


PLACES = ("physical", "postal", "virtual")
STATUSES = ("active", "inactive", "defunct", "temporarily closed")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

TERM = Shape(
    "taxonomy_term",
    _plain("name description taxonomy term code", uuids="parent_id taxonomy_id", addresses="term_uri"),
    needed=("id", "name", "description"),
)
TAXONOMY = Shape(
    "taxonomy",
    _plain("name description version", addresses="uri"),
    many={"taxonomy_terms": TERM},
    needed=("id", "name", "description"),
)
ATTRIBUTE = Shape(
    "attribute", _plain("link_type", uuids="link_id taxonomy_term_id"), one={"taxonomy_term": TERM}, needed=("id",)
)
ATTRIBUTES = {"attributes": ATTRIBUTE}
IDENTIFIER = Shape(
    "organization_identifier",
    _plain("identifier_scheme identifier_type identifier", uuids="organization_id"),
    many=ATTRIBUTES,
    needed=("id", "identifier_type", "identifier"),
)
POSTAL = Shape(
    "address",
    _plain("attention address_1 city region state_province postal_code country", uuids="location_id"),
    words={"address_type": PLACES},
    many=ATTRIBUTES,
    needed=("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
)
ACCESSIBILITY = Shape(
    "accessibility",
    _plain("description details accessibility", uuids="location_id", addresses="url"),
    many=ATTRIBUTES,
)
LOCATION = Shape(
    "location",
    _plain("name description external_identifier external_identifier_type", numbers="latitude longitude"),
    words={"location_type": PLACES},
    many={"addresses": POSTAL, "accessibility": ACCESSIBILITY, **ATTRIBUTES},
    needed=("id", "location_type"),
)
SCHEDULE = Shape(
    "schedule",
    _plain(
        "valid_from valid_to dtstart byday bymonthday description opens_at closes_at attending_type notes",
        uuids="service_id service_at_location_id",
        numbers="interval",
        addresses="schedule_link",
    ),
    words={"freq": ("WEEKLY", "MONTHLY")},
)
SERVICE_AREA = Shape(
    "service_area", _plain("name extent extent_type uri service_area", uuids="service_id"), needed=("id",)
)
LANGUAGE = Shape("language", _plain("name code note", uuids="service_id phone_id"))
FUNDING = Shape("funding", _plain("source", uuids="service_id"))
COST = Shape(
    "cost_option", _plain("valid_from valid_to option amount_description", uuids="service_id", numbers="amount")
)
CONTACT = Shape("contact", _plain("name title", uuids="service_id"), many=ATTRIBUTES)

OF_ORGANISATION = _plain(
    "name description logo", uuids="parent_organization_id", addresses="website uri", emails="email"
)
ORGANISATION = Shape(
    "organization",
    OF_ORGANISATION,
    many={"organization_identifiers": IDENTIFIER, **ATTRIBUTES},
    needed=("id", "name", "description"),
)
SERVICE_AT_LOCATION = Shape(
    "service_at_location", _plain(uuids="service_id location_id"), one={"location": LOCATION}, needed=("id",)
)
OF_SERVICE = {
    **_plain(
        "name description fees accreditations assured_date alert",
        uuids="organization_id",
        numbers="minimum_age maximum_age",
        addresses="url",
        emails="email assurer_email",
    ),
    "last_modified": Is.MOMENT,
}
PARTS_OF_SERVICE = {
    "schedules": SCHEDULE,
    "service_areas": SERVICE_AREA,
    "languages": LANGUAGE,
    "funding": FUNDING,
    "cost_options": COST,
    "contacts": CONTACT,
    **ATTRIBUTES,
}
SERVICE = Shape(
    "service",
    OF_SERVICE,
    words={"status": STATUSES},
    one={"organization": ORGANISATION},
    many={**PARTS_OF_SERVICE, "service_at_locations": SERVICE_AT_LOCATION},
    needed=("id", "name", "status"),
)
