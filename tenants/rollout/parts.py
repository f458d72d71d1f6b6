"""The parts of an area's roll-out, as its overview and its navigation list them. Each part registers itself.

    parts.register(Part("maturity", "Maturity", 60, words=maturity.words, route="rollout:maturity", dues=maturity.dues))

`words` and `dues` are asked in the area's schema, once for each show of the overview: keep each to a few queries,
however many rows there are.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from accounts.permissions import Permission
from tenants.models.areas import Area
from tenants.registering import who_may
from ui import navigation

SECTION = "rollout"  # the entry of an area's navigation under which the parts stand
may_read = who_may(Permission.AREA_READ)


@dataclass(frozen=True)
class Due:
    """Something that has a day: what it is, where it is dealt with, and by when. `by` None: it is missing now."""

    words: str
    href: str
    by: datetime.date | None

    def is_late(self, day: datetime.date) -> bool:
        """True where its day has passed; also where it should be there and isn't."""
        return self.by is None or self.by < day


def no_dues(area: Area) -> list[Due]:
    """For a part without dates."""
    return []


@dataclass(frozen=True)
class Part:
    """One part. `words(area)` is its state in one line, `route` takes the area's slug.

    `dues(area)` is what has a day and is not done, late or still to come: the overview shows the late and the next, and
    each morning's reminder tells the area's leads of the late, so that a part needs no reminder of its own.
    """

    key: str
    title: str
    order: int
    words: Callable[[Area], str]
    route: str
    dues: Callable[[Area], list[Due]] = no_dues


@dataclass(frozen=True)
class Line:
    """A part on the overview."""

    title: str
    words: str
    href: str


_parts: dict[str, Part] = {}


def register(part: Part) -> None:
    """Add a part to the overview and to the navigation within the roll-out. The same key again replaces it."""
    _parts[part.key] = part
    item = navigation.NavigationItem(part.key, part.title, part.route, order=part.order, is_visible=may_read)
    navigation.register_under(SECTION, item)


def lines(area: Area) -> list[Line]:
    """Every part with its state, in order; in the area's schema."""
    return [Line(part.title, part.words(area), reverse(part.route, args=[area.slug])) for part in _in_order()]


def dues(area: Area) -> list[Due]:
    """What has a day in any part: what is missing first, then by day; in the area's schema."""
    found = [due for part in _in_order() for due in part.dues(area)]
    return sorted(found, key=lambda due: due.by or datetime.date.min)


def _in_order() -> list[Part]:
    return sorted(_parts.values(), key=lambda part: (part.order, part.title))
