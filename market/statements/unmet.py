"""How many people could not find something in an area, as statements and gaps show it: `market.needs.counts`.

People are counted up to the end of the last month there. So all pages and every version of a statement show the same
figures for the whole of a month, and one can't be taken from the other.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from disclosure import PublishedCount, people, publish
from market import words
from market.models import UnmetNeed
from market.needs import counts
from market.needs.counts import Breakdown, Needed
from tenants.models import Area

PLACES, KINDS, TIMES, GROUPS = "place", "kind", "time", "group"
VILLAGE = words.PlaceKind.VILLAGE.label
NOBODY = publish(people(0))


@dataclass(frozen=True)
class AreaUnmet:
    """What was missed in an area, and whether some of it was made up for a demonstration."""

    needed: Needed
    is_sample: bool

    @property
    def counted_to(self) -> datetime.date:
        """The last day that is counted."""
        return self.needed.until

    def breakdown(self, key: str) -> Breakdown:
        """People by need and place, kind, time or group."""
        return next(each for each in self.needed.breakdowns if each.key == key)

    def split(self, key: str, need: str) -> Mapping[str, PublishedCount] | None:
        """A need's people by the names of a breakdown; None where it had to be left out."""
        return split(self.breakdown(key), need)


def of_area(area: Area, day: datetime.date | None = None) -> AreaUnmet:
    """What people in the area could not find by the end of the month before. Three queries."""
    needed = counts.of_area(area, day)
    said = UnmetNeed.objects.filter(area=area, said_on__range=(needed.since, needed.until))
    return AreaUnmet(needed, said.filter(is_sample=True).exists())


def names_of(key: str) -> tuple[str, ...]:
    """The columns of a breakdown, in order."""
    return next(each.names for each in counts.DIMENSIONS if each.key == key)


def split(breakdown: Breakdown, need: str) -> Mapping[str, PublishedCount] | None:
    """A need's figures by name; nobody where nobody said it, None where they had to be left out."""
    label, names = words.Need(need).label, names_of(breakdown.key)
    if label in breakdown.left_out:
        return None
    table: Any = breakdown.table
    if table is None or label not in table.row_names:
        return dict.fromkeys(names, NOBODY)
    return {name: table[label, name] for name in names}
