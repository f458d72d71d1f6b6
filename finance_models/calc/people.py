"""People in the window: their eligible days, their age, and what they cost."""

import ibis

from finance_models.calc.bands import Bands
from finance_models.calc.costing import Costing
from finance_models.calc.windows import Window


def in_window(people: ibis.Table, window: Window) -> ibis.Table:
    """Everybody with an eligible day in the window, with `days` (eligible days in it) and `age`.

    Age is the window's first year less the year of birth.
    """
    first = ibis.greatest(people.eligible_from, ibis.literal(window.start))
    last = ibis.least(people.eligible_to.coalesce(ibis.literal(window.last_day)), ibis.literal(window.last_day))
    days = (last.delta(first, unit="day") + 1).cast("int64")
    counted = people.mutate(days=days, age=window.start.year - people.birth_year)
    return counted.filter(counted.days > 0)


def person_costs(costing: Costing) -> ibis.Table:
    """One row a person with an eligible day in the window: the columns of people, `days`, `age` and `pence`.

    `pence` is the exact sum of the person's costed lines, 0 where there are none.
    """
    people = in_window(costing.data.people, costing.window)
    joined = people.left_join(costing.person_pence, "person_id").drop("person_id_right")
    return joined.mutate(pence=joined.pence.fill_null(0))


def with_band(people: ibis.Table, bands: Bands) -> ibis.Table:
    """The people with `band`, its name."""
    age, ltc = _position(people.age, bands.age_edges), _position(people.ltc_count, bands.ltc_edges)
    width = max(1, len(bands.ltc_edges))
    names = list(enumerate(bands.names()))
    number = age * width + ltc
    return people.mutate(band=ibis.cases(*((number == at, name) for at, name in names)))


def _position(value: ibis.Column, edges: tuple[int, ...]) -> ibis.Column | int:
    """Which edge a value belongs to, counted from 0; below the first edge it is the first."""
    reached = [(value >= edge).cast("int32") for edge in edges[1:]]
    return sum(reached[1:], reached[0]) if reached else 0
