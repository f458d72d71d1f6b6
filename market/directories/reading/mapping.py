"""A service of the standard in the words of our editions: what it is, where, when, for whom and for how much.

What has no place here stays in the document. Nothing is guessed that a buyer would rely on: without an amount the
price is to be asked, without days there are no times.
"""

import datetime
import decimal
from typing import Any

from market import words
from market.directories import ids, places
from market.directories.feed import lists
from market.models import Directory
from market.models.editions import MOST_NEEDS

OLDEST = 120
MOST_PENCE = 100_000_000_00
WEEKDAYS, WEEKEND = {"MO", "TU", "WE", "TH", "FR"}, {"SA", "SU"}
EVENING = datetime.time(17)
KEYS = {(each.field, label.casefold()): key for each in lists.LISTS for key, label in each.choices}
# Words by which places say what makes them easier to use.
ACCESS_WORDS = (
    ("step_free", ("wheelchair", "step-free", "step free", "ramp", "level access")),
    ("accessible_toilet", ("accessible toilet", "disabled toilet")),
    ("changing_place", ("changing places",)),
    ("hearing_loop", ("induction loop", "hearing loop")),
    ("sign_language", ("sign language",)),
    ("parking", ("blue badge", "disabled parking", "accessible parking")),
)
UNIT_WORDS = (
    ("hour", ("hour",)),
    ("session", ("session", "class", "visit", "appointment")),
    ("night", ("night",)),
    ("day", ("day",)),
    ("week", ("week",)),
    ("month", ("month",)),
)


def content(document: dict[str, Any], directory: Directory) -> dict[str, Any]:
    """The fields of an edition (`OfferEdition.CONTENT`) that the document gives."""
    description = " ".join(str(document.get("description") or document["name"]).split())
    return {
        "title": cut(document["name"], 80),
        "summary": cut(description, 400),
        "details": cut(str(document.get("description") or ""), 3_000) if len(description) > 400 else "",
        "areas": list(directory.areas),
        "how_to_ask": cut(_how_to_ask(document), 300),
        "minimum_age": _age(document.get("minimum_age")),
        "maximum_age": _age(document.get("maximum_age")),
        **_of_lists(document, directory),
        **_where(document),
        **_price(document),
        **_when(document),
    }


def cut(text: str, most: int) -> str:
    """The text, or its beginning and an ellipsis."""
    text = text.strip()
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _of_lists(document: dict[str, Any], directory: Directory) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {each.field: [] for each in lists.LISTS}
    for attribute in document.get("attributes") or []:
        for field, key in _entries(attribute):
            if key not in found[field]:
                found[field].append(key)
    found["needs"] = (found["needs"] or list(directory.needs))[:MOST_NEEDS]
    for key in _accessibility(document):
        if key not in found["accessibility"]:
            found["accessibility"].append(key)
    spoken = {str(each.get(name) or "").casefold() for each in document.get("languages") or [] for name in each}
    return {**found, "languages": [key for key, name in words.Language.choices if {key, name.casefold()} & spoken]}


def _entries(attribute: dict[str, Any]) -> list[tuple[str, str]]:
    """Entries of our lists that an attribute means: by our own id, or by the very words."""
    term = attribute.get("taxonomy_term") or {}
    known = lists.TERMS.get(ids.parsed(term.get("id") or attribute.get("taxonomy_term_id")) or ids.LISTS)
    if known:
        return [(known[0].field, known[1])]
    name = str(term.get("name") or "").casefold()
    return [(each.field, KEYS[each.field, name]) for each in lists.LISTS if (each.field, name) in KEYS]


def _accessibility(document: dict[str, Any]) -> list[str]:
    said = " ".join(
        str(each.get(name) or "")
        for location in _locations(document)
        for each in location.get("accessibility") or []
        for name in ("description", "accessibility", "details")
    ).casefold()
    return [key for key, marks in ACCESS_WORDS if any(mark in said for mark in marks)]


def _locations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [each.get("location") or {} for each in document.get("service_at_locations") or []]


def _where(document: dict[str, Any]) -> dict[str, Any]:
    locations = _locations(document)
    physical = next((each for each in locations if each.get("location_type") == "physical"), {})
    address = next(iter(physical.get("addresses") or []), {})
    postcode = " ".join(str(address.get("postal_code") or "").upper().split())
    return {
        "place": cut(str(physical.get("name") or address.get("address_1") or ""), 200),
        "town": cut(str(address.get("city") or ""), 60),
        "postcode": postcode if len(postcode) <= 8 and places.district(postcode) else "",
        "is_remote": any(each.get("location_type") == "virtual" for each in locations),
    }


def _price(document: dict[str, Any]) -> dict[str, Any]:
    options = [each for each in document.get("cost_options") or [] if each.get("amount") is not None]
    note = cut(str(document.get("fees") or ""), 300)
    if not options:
        return {"unit": "", "price_pence": None, "price_note": note}
    first = options[0]
    pence = int((decimal.Decimal(str(first["amount"])) * 100).to_integral_value(decimal.ROUND_HALF_UP))
    said = " ".join(str(first.get(name) or "") for name in ("amount_description", "option"))
    if len(options) > 1:
        note = cut(f"There are other prices. {note}", 300)
    if pence == 0 and len(options) == 1:
        return {"unit": words.Unit.FREE, "price_pence": 0, "price_note": note}
    is_price = 0 < pence <= MOST_PENCE
    unit = next((key for key, marks in UNIT_WORDS if any(mark in said.casefold() for mark in marks)), "item")
    return {"unit": unit, "price_pence": pence if is_price else None, "price_note": note or cut(said, 300)}


def _when(document: dict[str, Any]) -> dict[str, Any]:
    schedules = document.get("schedules") or []
    times = {key for each in schedules for key in _times(each)}
    often = {each.get("freq") for each in schedules}
    notes = (str(each.get("description") or "") for each in schedules)
    return {
        "times": [key for key in words.Time.values if key in times],
        "times_note": cut(next((note for note in notes if note), ""), 300),
        "availability": [
            key for key, freq in ((words.Availability.REGULAR, "WEEKLY"), (words.Availability.PERIODIC, "MONTHLY"))
            if freq in often
        ],
    }  # fmt: skip


def _times(schedule: dict[str, Any]) -> set[str]:
    days = {day.strip()[-2:].upper() for day in str(schedule.get("byday") or "").split(",")}
    opens, closes = _time(schedule.get("opens_at")), _time(schedule.get("closes_at"))
    found = {words.Time.WEEKEND.value} if days & WEEKEND else set()
    if days & WEEKDAYS and (opens is None or opens < EVENING):
        found.add(words.Time.DAYTIME.value)
    if days & (WEEKDAYS | WEEKEND) and ((closes and closes > EVENING.replace(hour=18)) or (opens and opens >= EVENING)):
        found.add(words.Time.EVENING.value)
    return found


def _time(text: Any) -> datetime.time | None:
    try:
        return datetime.time.fromisoformat(str(text)[:5])
    except ValueError:
        return None


def _age(number: Any) -> int | None:
    return int(number) if number is not None and 0 <= number <= OLDEST else None


def _how_to_ask(document: dict[str, Any]) -> str:
    organisation = document.get("organization") or {}
    ways = (document.get("email"), document.get("url"), organisation.get("email"), organisation.get("website"))
    found = next((str(way) for way in ways if way), "")
    return f"Ask {organisation.get('name') or 'the organisation'}: {found}" if found else ""
