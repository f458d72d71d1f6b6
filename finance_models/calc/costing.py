"""Costing: what became of each line of activity, and what each person cost in the window.

Pennies are whole numbers from the first line on, so sums are exact in any order, and any number of parts adds up.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import ibis
import pyarrow as pa

from files.faults import refused
from finance_models.calc import engine
from finance_models.calc.assumptions import CostingTerms
from finance_models.calc.linked import LinkedData
from finance_models.calc.prices import PriceBook
from finance_models.calc.tables import ACTUAL
from finance_models.calc.windows import FIRST_MONTH, Window

UNLINKED, OUTSIDE, UNCOSTED, COSTED = "unlinked", "outside_eligibility", "uncosted", "costed"
OUTCOMES = (UNLINKED, OUTSIDE, UNCOSTED, COSTED)
KEYS = ("setting", "service", "provider", "year")
WIDE = "decimal(38, 0)"
MILLI_PENCE = Fraction(1, 10)  # pence for a thousandth of a unit, at a price of one pound a unit
# The arithmetic is exact up to these; no line of an area's activity comes near.
MOST_PENCE_OF_A_LINE, MOST_WIDE = 10**14, 10**37


@dataclass(frozen=True)
class Costing:
    """Costed activity of one window. Both tables are expressions of the data's own engine.

    `lines`: each line with person_id, date, setting, service, provider, emergency, units_milli, `units` (a float for
    statistics), `outcome`, `source` (of the price; null unless costed) and `pence` (null unless costed).
    `costs`: sums of the lines by person_id, setting, source and outcome: `lines`, `pence`; kept, so it's counted once.
    """

    data: LinkedData
    window: Window
    lines: ibis.Table
    costs: ibis.Table


def cost(data: LinkedData, window: Window, terms: CostingTerms | None = None) -> Costing:
    """Cost every line of the data in this window."""
    lines = costed_lines(data, window, terms or CostingTerms())
    by = ["person_id", "setting", "source", "outcome"]
    costs = lines.group_by(by).agg(lines=lines.count(), pence=lines.pence.sum().cast("int64"))
    return Costing(data, window, lines, engine.keep(data.connection, costs))


def costed_lines(data: LinkedData, window: Window, terms: CostingTerms) -> ibis.Table:
    """The lines with their outcome, source and pence; see `Costing.lines`."""
    activity = data.activity.mutate(year=_financial_year(data.activity.date), provider=_filled(data.activity.provider))
    prices = ibis.memtable(price_table(data, activity, window, terms))
    person = data.people.select("person_id", "eligible_from", "eligible_to").mutate(is_linked=True)
    joined = activity.left_join(person, "person_id").left_join(prices, list(KEYS))
    last = joined.eligible_to
    is_inside = joined.date.between(ibis.literal(window.start), ibis.literal(window.last_day))
    is_eligible = (joined.date >= joined.eligible_from) & (last.isnull() | (joined.date <= last))
    outcome = ibis.cases(
        (joined.is_linked.isnull(), UNLINKED),
        (~(is_inside & is_eligible), OUTSIDE),
        (joined.cost_pence.isnull() & joined.price_source.isnull(), UNCOSTED),
        else_=COSTED,
    )
    return joined.mutate(outcome=outcome).select(
        "person_id", "date", "setting", "service", "provider", "emergency", "units_milli", "outcome",
        units=joined.units_milli / 1000,
        source=_if_costed(outcome, ibis.ifelse(joined.cost_pence.notnull(), ACTUAL, joined.price_source)),
        pence=_if_costed(outcome, joined.cost_pence.coalesce(_pence(joined))),
    )  # fmt: skip


def price_table(data: LinkedData, activity: ibis.Table, window: Window, terms: CostingTerms) -> pa.Table:
    """A row for each setting, service, provider and year that has a price: `price_source`, and as a fraction the pence
    for a thousandth of a unit (`numerator`, `denominator`)."""
    book = PriceBook(data.unit_costs, data.factors, terms)
    wanted = activity.filter(
        activity.cost_pence.isnull(),
        activity.date.between(ibis.literal(window.start), ibis.literal(window.last_day)),
    )
    keys = wanted.group_by(list(KEYS)).agg(most=wanted.units_milli.max()).to_pyarrow().to_pylist()
    rows = []
    for key in keys:
        most = key.pop("most")
        price = book.find(**key)
        if price is None:
            continue
        pence = price.pounds * MILLI_PENCE
        _check_size(pence, most, key)
        numerator, denominator = Decimal(pence.numerator), Decimal(pence.denominator)
        rows.append({**key, "price_source": price.source, "numerator": numerator, "denominator": denominator})
    return pa.Table.from_pylist(rows, schema=PRICE_SCHEMA)


PRICE_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in KEYS[:3]),
        ("year", pa.int32()),
        ("price_source", pa.string()),
        ("numerator", pa.decimal128(38, 0)),
        ("denominator", pa.decimal128(38, 0)),
    ]
)


def _check_size(pence: Fraction, most: int, key: dict[str, Any]) -> None:
    """Raises Refused where so many units at this price are beyond exact arithmetic: then a number is wrong."""
    widest = 2 * most * pence.numerator + 2 * pence.denominator
    if most * pence > MOST_PENCE_OF_A_LINE or widest > MOST_WIDE:
        what = f"{key['service']} ({key['setting']})"
        raise refused("activity", f"{what}: units, price and index multiply to more than can be right; check them")


def _pence(line: ibis.Table) -> ibis.Column:
    """units × price, rounded half-up to the penny, exactly.

    The quotient is guessed with floats, and put right by whole numbers: several times quicker than dividing wide ones.
    """
    above = line.units_milli.cast(WIDE) * line.numerator * 2 + line.denominator
    below = line.denominator * 2
    guess = (above.cast("float64") / below.cast("float64")).floor().cast("int64")
    wide = guess.cast(WIDE)
    is_above, is_below = wide * below > above, (wide + 1) * below <= above
    return guess - is_above.cast("int64") + is_below.cast("int64")


def _financial_year(day: ibis.Column) -> ibis.Column:
    return (day.year() - (day.month() < FIRST_MONTH).cast("int32")).cast("int32")


def _filled(text: ibis.Column) -> ibis.Column:
    return text.fill_null("")


def _if_costed(outcome: ibis.Column, value: ibis.Column) -> ibis.Column:
    return ibis.ifelse(outcome == COSTED, value, ibis.null(value.type()))
