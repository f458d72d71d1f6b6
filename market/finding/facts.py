"""What an offer says, in words for a page: the same for its own page, for comparing, for files and for a preview.

Each takes a `Listing` or an `OfferEdition`: they have the same fields.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from market import words
from tenants import groups
from ui import formats

NOT_SAID = "Not said"
EVERYBODY = "Everybody"


def price(of: Any) -> str:
    """`£14.50 an hour`, `Free`, `Ask for the price (an hour)`."""
    if of.unit == words.Unit.FREE:
        return "Free"
    unit = words.Unit(of.unit).label if of.unit else ""
    if of.price_pence is None:
        return f"Ask for the price ({unit})" if unit else "Ask for the price"
    return f"{formats.pounds(of.price_pence)} {unit}"


def not_checked(directory: str) -> str:
    """What stands beside offers that were taken over: `Not checked here. From the directory “Tamar services”`."""
    return f"Not checked here. From the directory “{directory}”"


def by(listing: Any) -> str:
    """The provider; for an offer of another directory with where it comes from."""
    if listing.is_checked:
        return listing.provider_name
    return f"{listing.provider_name}. {not_checked(listing.directory_name)}"


def where(of: Any, areas: Mapping[str, str]) -> str:
    """`In Bude. Comes to your home, in villages too. Kernow.`"""
    said = [f"In {of.town}"] if of.town else []
    if of.comes_to_you:
        said.append("Comes to your home, in villages too" if of.goes_rural else "Comes to your home")
    elif of.goes_rural:
        said.append("Goes to villages and the countryside")
    if of.is_remote:
        said.append("By telephone or video")
    said.append(area_words(of.areas, areas))
    return ". ".join(each for each in said if each) + "."


def area_words(slugs: Iterable[str], areas: Mapping[str, str]) -> str:
    """Names of areas, or `Every area` where all are named."""
    named = [areas[slug] for slug in slugs if slug in areas]
    return "Every area" if len(named) == len(areas) > 1 else ", ".join(named)


def waiting(of: Any) -> str:
    """`3 places free now`, `No place free. About 6 weeks to wait`, `Not said`."""
    said = []
    if of.places_free is not None:
        said.append(f"{formats.plural(of.places_free, 'place')} free now" if of.places_free else "No place free now")
    if of.waiting_weeks is not None:
        weeks = formats.plural(of.waiting_weeks, "week")
        said.append(f"About {weeks} to wait" if of.waiting_weeks else "No waiting")
    return ". ".join(said) or NOT_SAID


def when(of: Any) -> str:
    """How often and at what times."""
    return "; ".join(filter(None, (labels(words.Availability, of.availability), labels(words.Time, of.times))))


def ages(of: Any) -> str:
    """`From 18 years`, `Up to 17 years`, `18 to 25 years`, `All ages`."""
    low, high = of.minimum_age, of.maximum_age
    if low is None and high is None:
        return "All ages"
    if high is None:
        return f"From {low} years"
    return f"Up to {high} years" if low is None else f"{low} to {high} years"


def whom(of: Any) -> str:
    """The groups that it is for; one that names none is for everybody."""
    return ", ".join(groups.BY_KEY[key].name for key in of.groups) or EVERYBODY


def labels(choices: Any, keys: Iterable[str]) -> str:
    """Words of keys, in the order of the list: `Notional budget, Direct payment`."""
    chosen = set(keys)
    return ", ".join(label for key, label in choices.choices if key in chosen)


def rows(of: Any, areas: Mapping[str, str]) -> list[tuple[str, str]]:
    """(what, words) of everything that listings and editions have in common, in the order of reading."""
    return [
        ("Kind of support", labels(words.Need, of.needs)),
        ("Price", price(of)),
        ("How you can pay", labels(words.Mechanism, of.mechanisms) or NOT_SAID),
        ("For whom", whom(of)),
        ("Ages", ages(of)),
        ("What it helps with", labels(words.Outcome, of.outcomes) or NOT_SAID),
        ("When", when(of) or NOT_SAID),
        ("Room for new people", waiting(of)),
        ("Where", where(of, areas)),
        ("What makes it easier", labels(words.Access, of.accessibility) or NOT_SAID),
        ("Languages", labels(words.Language, of.languages) or NOT_SAID),
    ]


def whole(edition: Any, areas: Mapping[str, str]) -> list[tuple[str, str]]:
    """The same of an edition, with what is written beside: the place, the price, times, and getting in."""
    found = dict(rows(edition, areas))
    place = ", ".join(filter(None, (edition.place, edition.town, edition.postcode)))
    beside = {
        "Price": edition.price_note,
        "When": edition.times_note,
        "Where": f"Address: {place}" if edition.place or edition.postcode else "",
        "What makes it easier": edition.accessibility_note,
    }
    for name, note in beside.items():
        if note:
            found[name] = f"{found[name]}\n{note}"
    return list(found.items())


def with_breaks(rows: Iterable[tuple[str, str]]) -> list[tuple[str, Markup]]:
    """The same for a page: each line of a text on its own."""
    return [(name, Markup("<br>").join(value.splitlines())) for name, value in rows]
