"""How many people miss what: the only way by which unmet needs leave their table, as published counts.

Counted up to the end of the last month (`counted_to`), on every page, in every file and statement: nobody can watch a
figure move while somebody writes, and what is counted here can't be taken from what a statement says. One person counts
once in each figure, however often they said the same; a row whose person was erased counts as one person.

Each person counts with each of their needs, so figures of different needs are never added up, and no total over all
needs is shown. Of one need, the figures by place, time, kind and group are each tied to its own total. They are
checked breakdown by breakdown, which is enough: the only thing that they share is that total, and what one breakdown
tells of it (it is at least its largest figure) its own rounding has told before.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q, Sum

from config.today import today
from disclosure import HIDDEN_NOTE, PublishedCount, people, publish
from market import words
from market.models import EmptySearch, UnmetNeed
from tenants import groups
from tenants.models import Area

if TYPE_CHECKING:
    from disclosure.published_table import PublishedTable

COUNTED_DAYS = 365
A_DAY = datetime.timedelta(days=1)
NOT_SAID = "Not said"
SOURCE = "What people in the marketplace said they could not find"
SEARCHES_SOURCE = "Searches of the marketplace that found nothing"
NOTE = HIDDEN_NOTE


class Said(NamedTuple):
    """One row of what was said, with what counts of it."""

    who: str
    area: int
    need: str
    group: str
    place_kind: str
    availability: str
    times: list[str]


@dataclass(frozen=True)
class Dimension:
    """What needs are counted by: `names` in order, and the names of one row."""

    key: str
    title: str
    names: tuple[str, ...]
    of: Callable[[Said], Iterable[str]]


def _labels(choices: Any) -> dict[str, str]:
    return dict(choices.choices)


_PLACES, _KINDS, _TIMES = _labels(words.PlaceKind), _labels(words.Availability), _labels(words.Time)
_GROUPS = {group.key: group.short_name for group in groups.GROUPS}
NEEDS = _labels(words.Need)

DIMENSIONS = (
    Dimension("place", "Where", tuple(_PLACES.values()), lambda row: [_PLACES[row.place_kind]]),
    Dimension("kind", "How often", tuple(_KINDS.values()), lambda row: [_KINDS[row.availability]]),
    Dimension(
        "time", "When", (*_TIMES.values(), NOT_SAID), lambda row: [_TIMES[key] for key in row.times] or [NOT_SAID]
    ),
    Dimension("group", "For whom", (*_GROUPS.values(), NOT_SAID), lambda row: [_GROUPS.get(row.group, NOT_SAID)]),
)


@dataclass(frozen=True)
class Breakdown:
    """People by need (rows) and one dimension (columns), checked as a whole.

    `left_out` are needs whose figures would give a hidden one away beside their total; `table` is None without rows.
    """

    key: str
    title: str
    table: "PublishedTable | None"
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Needed:
    """What is missing in one area: all that may be shown of it, to anybody. Days are the first and last counted.

    `people` has each need's key, with 0 where nobody said it; `searches` likewise, for searches that found nothing.
    """

    since: datetime.date
    until: datetime.date
    people: Mapping[str, PublishedCount]
    searches: Mapping[str, PublishedCount]
    breakdowns: tuple[Breakdown, ...]
    note: str = NOTE


def counted_to(day: datetime.date | None = None) -> datetime.date:
    """The last day that is counted on a day (default: today): the last of the month before."""
    return (day or today()).replace(day=1) - A_DAY


def of_area(area: Area, day: datetime.date | None = None) -> Needed:
    """What people of the area missed in the year up to `counted_to(day)` and still missed then. Three queries."""
    last = counted_to(day)
    found = rows(last, area=area)
    return Needed(
        since=last - datetime.timedelta(days=COUNTED_DAYS - 1),
        until=last,
        people=_people_by_need(found),
        searches=searches_of(area.slug, last),
        breakdowns=tuple(_breakdown(found, dimension) for dimension in DIMENSIONS),
    )


def by_need_and_area(areas: Sequence[Area], day: datetime.date | None = None) -> dict[tuple[str, str], PublishedCount]:
    """(need's key, area's slug) -> people who miss it there: each figure for itself, without totals. One query."""
    of_need: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in rows(counted_to(day)):
        of_need[row.need, row.area].add(row.who)
    return {
        (need, area.slug): publish(people(len(of_need.get((need, area.pk), ())))) for need in NEEDS for area in areas
    }


def searches_of(slug: str, until: datetime.date) -> dict[str, PublishedCount]:
    """Need's key -> searches of the year in this area that found nothing, by the rule for people. One query."""
    since = until - datetime.timedelta(days=COUNTED_DAYS - 1)
    asked = EmptySearch.objects.filter(area=slug, day__range=(since, until)).order_by()
    found = dict(asked.values_list("need").annotate(Sum("count")))
    return {need: publish(people(found.get(need, 0))) for need in NEEDS}


def rows(last: datetime.date, area: Area | None = None) -> list[Said]:
    """What was said in the year up to this day, in an area or in all, and was still missing then. One query.

    True rows: for this module alone, which makes published counts of them.
    """
    said = UnmetNeed.objects.filter(said_on__range=(last - datetime.timedelta(days=COUNTED_DAYS - 1), last))
    said = said.filter(Q(state=UnmetNeed.State.OPEN) | Q(closed_on__gt=last))
    if area is not None:
        said = said.filter(area=area)
    fields = ("pk", "said_by", "area", "need", "group", "place_kind", "availability", "times")
    return [
        Said(f"person {who}" if who else f"row {pk}", *rest)
        for pk, who, *rest in said.order_by("pk").values_list(*fields)
    ]


def _people_by_need(found: Iterable[Said]) -> dict[str, PublishedCount]:
    who: dict[str, set[str]] = defaultdict(set)
    for row in found:
        who[row.need].add(row.who)
    return {need: publish(people(len(who.get(need, ())))) for need in NEEDS}


def _breakdown(found: Iterable[Said], dimension: Dimension) -> Breakdown:
    """People by need and this dimension, with needs left out until no hidden figure can be worked out."""
    # Imported here: loads scipy.
    from disclosure.tables import TableRefused, publish_table

    cells: dict[str, dict[str, set[str]]] = defaultdict(lambda: {name: set() for name in dimension.names})
    for row in found:
        for name in dimension.of(row):
            cells[NEEDS[row.need]][name].add(row.who)
    shown = [name for name in NEEDS.values() if name in cells]
    left_out: list[str] = []
    while shown:
        counts = [[people(len(cells[need][name])) for name in dimension.names] for need in shown]
        whole = [people(len(set().union(*cells[need].values()))) for need in shown]
        try:
            table = publish_table(
                shown, dimension.names, counts, row_people=whole, column_totals=False, grand_total=False
            )
            return Breakdown(dimension.key, dimension.title, table, tuple(left_out))
        except TableRefused as refused:
            exposed = [need for need in shown if need in {name for name, _ in refused.cells}] or list(shown)
            left_out += exposed
            shown = [need for need in shown if need not in exposed]
    return Breakdown(dimension.key, dimension.title, None, tuple(left_out))
