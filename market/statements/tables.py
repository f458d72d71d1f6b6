"""The tables of a statement, from what is known today. Each with its date and its source."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from config.today import today
from files.people import NO_PEOPLE, hidden_by
from files.tables import Table, numeric
from market import words
from market.models import Intervention
from market.statements import gaps, supply, unmet
from market.statements.gaps import Gap
from market.statements.supply import NONE, Supply
from market.statements.unmet import AreaUnmet
from tenants.models import Area
from ui import formats

OFFERS = "offers that are shown in the marketplace"
SAID = "what people said they could not find, and searches that found nothing"
LEFT_OUT = "Left out"
NOT_LISTED = "What nobody has looked for in vain is not listed."
LISTED = {gaps.Level.NO_OFFER, gaps.Level.FEW_OFFERS, gaps.Level.STILL_MISSING, gaps.Level.NOT_KNOWN}
NO_PRICE = "An offer that is free, or whose price is to be asked for, is not in this table."
ONCE = "An offer can be for up to three kinds of support, and counts for each."
COUNTED = (
    "Each person counts once in each figure. Somebody can look for several kinds of support, in several places and at "
    "several times, so there is no total. “Left out”: a hidden number could be worked out from it."
)

Supplies = Mapping[tuple[str, str], Supply]


def supply_table(area: Area, found: Supplies) -> Table:
    """Columns: kind of support, offers, providers, that go to villages, come to you, are by telephone, in a crisis."""
    rows = []
    for need in words.Need:
        here = found.get((need.value, area.slug), NONE)
        numbers = [here.offers, here.providers, here.rural, here.at_home, here.remote, here.in_crisis]
        rows.append([need.label, *numbers])
    heads = ("Offers", "Providers", "Go to villages", "Come to you", "By telephone or video", "At short notice")
    return Table(
        key="supply",
        caption="What there is",
        head=("Kind of support", *map(numeric, heads)),
        rows=tuple(rows),
        as_at=today(),
        source=OFFERS,
        note=ONCE,
        people=NO_PEOPLE,
        sample=any(each.is_sample for (_, slug), each in found.items() if slug == area.slug),
    )


def price_table(area: Area) -> Table:
    """Columns: kind of support, unit, offers, lowest, middle and highest price."""
    found = supply.prices(area)
    return Table(
        key="prices",
        caption="What it costs",
        head=("Kind of support", "Price for", *map(numeric, ("Offers", "Lowest", "Middle", "Highest"))),
        rows=tuple(
            [
                words.Need(each.need).label,
                words.Unit(each.unit).label,
                each.offers,
                *(formats.pounds(pence) for pence in (each.lowest, each.middle, each.highest)),
            ]
            for each in found
        ),
        as_at=today(),
        source=OFFERS,
        note=f"The middle price is the median. {NO_PRICE}",
        people=NO_PEOPLE,
        sample=any(each.is_sample for each in found),
    )


def unmet_table(found: AreaUnmet) -> Table:
    """Columns: kind of support, people, by place, by how often, searches that found nothing."""
    columns = [(key, name) for key in (unmet.PLACES, unmet.KINDS) for name in unmet.names_of(key)]
    rows = []
    for need in words.Need:
        splits = {key: found.split(key, need.value) for key in (unmet.PLACES, unmet.KINDS)}
        cells = [_in(splits[key], name) for key, name in columns]
        rows.append([need.label, found.needed.people[need.value], *cells, found.needed.searches[need.value]])
    heads = ("People", *(name for _, name in columns), "Searches that found nothing")
    return _of_people("unmet", "What people could not find", heads, rows, found)


def split_table(found: AreaUnmet, key: str, caption: str) -> Table:
    """Columns: kind of support, then people by the names of a breakdown; only what somebody could not find."""
    names = unmet.names_of(key)
    rows = []
    for need in words.Need:
        if found.needed.people[need.value]:
            split = found.split(key, need.value)
            rows.append([need.label, *(_in(split, name) for name in names)])
    return _of_people(f"unmet-{key}", caption, names, rows, found)


def gap_table(key: str, caption: str, found: Mapping[str, Gap], counted_to: datetime.date, *, rural: bool) -> Table:
    """Columns: kind of support, offers, people who look for it, (searches,) how the two stand to one another."""
    rows = [
        [each.name, each.offers, *_looking(each, rural), gaps.NAMES[each.level]]
        for each in sorted(found.values(), key=lambda each: list(gaps.Level).index(each.level))
        if each.level in LISTED
    ]
    looking = ("People in villages who look for it",) if rural else ("People who look for it", "Empty searches")
    offers = "Offers that go to villages" if rural else "Offers"
    return Table(
        key=key,
        caption=caption,
        head=("Kind of support", numeric(offers), *map(numeric, looking), "How they stand"),
        rows=tuple(rows),
        as_at=counted_to,
        source=f"{OFFERS} on {formats.date(today())}; {SAID}",
        note=f"A gap: somebody looks for it and there are up to {gaps.FEW_OFFERS} offers. {NOT_LISTED}",
        people=hidden_by(),
    )


def intervention_table(area: Area) -> Table:
    """Columns: gap, how, what, who is responsible, state, since, by when, ended, result. One query."""
    rows = list(Intervention.objects.filter(area=area))
    return Table(
        key="interventions",
        caption="What is being done about gaps",
        head=("Gap", "How", "What", "Who is responsible", "State", "Since", "To be done by", "What came of it"),
        rows=tuple(
            [
                each.get_need_display(),
                each.get_kind_display(),
                each.what,
                each.owner,
                each.get_state_display(),
                each.began_on,
                each.due_on,
                each.result,
            ]
            for each in rows
        ),
        as_at=today(),
        source="the area’s commissioners",
        people=NO_PEOPLE,
        sample=any(each.is_sample for each in rows),
    )


def _of_people(key: str, caption: str, heads: Iterable[str], rows: list[Any], found: AreaUnmet) -> Table:
    since, until = formats.date(found.needed.since), formats.date(found.needed.until)
    return Table(
        key=key,
        caption=caption,
        head=("Kind of support", *map(numeric, heads)),
        rows=tuple(rows),
        as_at=found.counted_to,
        source=f"{SAID}, {since} to {until}",
        note=COUNTED,
        people=hidden_by(),
        sample=found.is_sample,
    )


def _in(split: Mapping[str, Any] | None, name: str) -> Any:
    return LEFT_OUT if split is None else split[name]


def _looking(each: Gap, rural: bool) -> list[Any]:
    counts = [each.unmet] if rural else [each.unmet, each.searches]
    return [LEFT_OUT if count is None else count for count in counts]
