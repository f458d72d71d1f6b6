"""What may be asked of the feed: each parameter, how it is read, and where it counts.

The same table is checked here and described in the OpenAPI document (`feed.description`). A parameter that isn't
known, or whose value can't be read, is refused: an answer that left a filter out would look like a right one.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict

from find.words import Words
from market.directories import ids, moments, places
from market.directories.shapes import DAYS

PAGE_SIZE, MOST_ON_A_PAGE, MOST_FULL, MOST_MINIMAL = 50, 500, 100, 100_000
LAST_PAGE = 1_000_000
OLDEST = 150
NO_DISTANCE = (
    "This directory keeps no coordinates, so it cannot measure a distance from a postcode. "
    "Leave proximity out: postcode alone finds services at places in the same postcode district."
)


class Wrong(ValueError):
    """A value that can't be read; the message says how to write it."""


@dataclass(frozen=True)
class Parameter:
    """One parameter: how its text is read, and for the description its type, an example and what it does."""

    name: str
    read: Callable[[str], Any]
    says: str
    schema: dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """What is wrong with one parameter, and how to mend it."""

    parameter: str
    says: str


class WrongParameters(Exception):
    """The request can't be answered; `faults` has every reason."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("Some parameters can't be understood.")
        self.faults = faults


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise Wrong(f"Write a whole number from {least} to {most:,}.")
        return int(text)

    return read


def _age(text: str) -> float:
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,3})?", text) or float(text) > OLDEST:
        raise Wrong(f"Write an age in years from 0 to {OLDEST}, such as 18.")
    return float(text)


def _time(text: str) -> datetime.time:
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?Z?", text):
        raise Wrong("Write a time of the day as hours and minutes, such as 09:30.")
    return datetime.time.fromisoformat(text.removesuffix("Z"))


def _yes_or_no(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise Wrong("Write true or false.")
    return text.lower() == "true"


def _uuid(text: str) -> UUID:
    found = ids.parsed(text)
    if found is None:
        raise Wrong("Write a UUID, such as 5f0c2f54-6c0f-5c5b-9a56-27a8b1b3c6c1.")
    return found


def _day(text: str) -> str:
    if text.upper() not in DAYS:
        raise Wrong(f"Write one of {', '.join(DAYS)}.")
    return text.upper()


def _moment(text: str) -> datetime.datetime:
    # A plus sign in an address is a space, unless its writer knew.
    found = moments.read(text.replace(" ", "+") if "T" in text else text)
    if found is None:
        raise Wrong("Write a date and time, such as 2015-07-01T09:30:00Z.")
    return found


def _search(text: str) -> Words:
    words = Words.typed(text)
    if not words:
        raise Wrong("Write at least one word.")
    return words


def _district(text: str) -> str:
    found = places.district(text)
    if not found:
        raise Wrong("Write a British postcode or its first half, such as TR1 2AB or TR1.")
    return found


def _no_distance(text: str) -> str:
    raise Wrong(NO_DISTANCE)


def _format(text: str) -> str:
    if text != "json":
        raise Wrong("This feed answers as json only.")
    return text


def _whole(most: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": 1, "maximum": most}


TEXT, BOOLEAN, IDENTIFIER = {"type": "string"}, {"type": "boolean"}, {"type": "string", "format": "uuid"}
AGE, TIME = {"type": "number", "minimum": 0, "maximum": OLDEST}, {"type": "string", "example": "09:30"}
ALL = {
    each.name: each
    for each in (
        Parameter("page", _number(1, LAST_PAGE), "Which page, counted from 1.", _whole(LAST_PAGE)),
        Parameter("per_page", _number(1, MOST_MINIMAL), "How many on a page.", _whole(MOST_MINIMAL)),
        Parameter("search", _search, "Words of the name, the description or the organisation.", TEXT),
        Parameter("minimal", _yes_or_no, "Only id, name, status and modified_date; all on one page.", BOOLEAN),
        Parameter("full", _yes_or_no, "Each with all that belongs to it.", BOOLEAN),
        Parameter("full_service", _yes_or_no, "Organisations with their services whole.", BOOLEAN),
        Parameter("format", _format, "How the answer is written: json.", {"type": "string", "enum": ["json"]}),
        Parameter(
            "modified_after",
            _moment,
            "Changed at that moment or later.",
            {"type": "string", "format": "date-time"},
        ),
        Parameter("taxonomy_term_id", _uuid, "Services with this term.", IDENTIFIER),
        Parameter("taxonomy_id", _uuid, "Services with any term of this taxonomy.", IDENTIFIER),
        Parameter("organization_id", _uuid, "Services of this organisation.", IDENTIFIER),
        Parameter("minimum_age", _age, "Services whose minimum age is this or higher.", AGE),
        Parameter("maximum_age", _age, "Services whose maximum age is this or lower.", AGE),
        Parameter("start_time", _time, "Services with a schedule that opens at this time or later.", TIME),
        Parameter("end_time", _time, "Services with a schedule that closes at this time or earlier.", TIME),
        Parameter(
            "day", _day, "Services with a schedule on this day of the week.", {"type": "string", "enum": list(DAYS)}
        ),
        Parameter("postcode", _district, "Services at places in the district of this postcode.", TEXT),
        Parameter("proximity", _no_distance, f"Refused. {NO_DISTANCE}", TEXT),
    )
}
PAGING = ("page", "per_page", "format")
OF_SERVICES = (
    *PAGING, "search", "minimal", "full", "modified_after", "taxonomy_term_id", "taxonomy_id", "organization_id",
    "minimum_age", "maximum_age", "start_time", "end_time", "day", "postcode", "proximity",
)  # fmt: skip
OF_ORGANISATIONS = (*PAGING, "search", "minimal", "full", "full_service", "modified_after")
OF_ONE = ("format",)


def read(query: QueryDict, names: tuple[str, ...]) -> dict[str, Any]:
    """The values by name; raises WrongParameters with a fault for each that is unknown, double or can't be read."""
    found: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, values in query.lists():
        if name not in names:
            faults.append(Fault(name, f"This is not known here. Known are: {', '.join(names)}."))
        elif len(values) > 1:
            faults.append(Fault(name, "This stands twice. Write it once."))
        else:
            try:
                found[name] = ALL[name].read(values[0].strip())
            except Wrong as wrong:
                faults.append(Fault(name, str(wrong)))
    if not faults:
        faults += _size_faults(found)
    if faults:
        raise WrongParameters(faults)
    return found


def size_of(found: dict[str, Any]) -> int:
    """How many are on a page: all of them where only what is minimal is asked."""
    return found.get("per_page") or (MOST_MINIMAL if found.get("minimal") else PAGE_SIZE)


def _size_faults(found: dict[str, Any]) -> list[Fault]:
    is_full = found.get("full") or found.get("full_service")
    most = MOST_FULL if is_full else MOST_MINIMAL if found.get("minimal") else MOST_ON_A_PAGE
    if found.get("per_page", 1) > most:
        return [Fault("per_page", f"Ask for {most:,} or fewer on a page of this kind.")]
    return []
