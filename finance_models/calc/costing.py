"""Costing: what became of each line of activity, and what each person cost in the window.

Pennies are whole numbers from the first line on, so sums are exact in any order, and any number of parts adds up.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
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
    """Costed activity of one window, in expressions of the data's own engine.

    `lines`: each line with person_id, date, setting, service, provider, emergency, units_milli, `units` (a float for
    statistics), `outcome`, `source` (of the price; null unless costed) and `pence` (null unless costed).
    """

    data: LinkedData
    window: Window
    lines: ibis.Table

    @cached_property
    def costs(self) -> ibis.Table:
        """Sums by person_id, setting, source and outcome: `lines`, `pence`. Worked out once, at first use."""
        return self.sums("person_id", "setting", "source", "outcome")

    @cached_property
    def person_pence(self) -> ibis.Table:
        """The pence of each person's costed lines: person_id, `pence`. Worked out once, at first use."""
        by_person = self.sums("person_id", only_costed=True)
        return by_person.select("person_id", "pence")

    @cached_property
    def totals(self) -> ibis.Table:
        """Sums by setting, source and outcome: `lines`, `pence`. Worked out once, at first use."""
        return self.sums("setting", "source", "outcome")

    def sums(self, *by: str, only_costed: bool = False) -> ibis.Table:
        # Finer sums that are at hand add up to the same as the lines.
        finer = self.__dict__.get("costs")
        table = self.lines.mutate(lines=ibis.literal(1)) if finer is None else finer
        if only_costed:
            table = table.filter(table.outcome == COSTED)
        sums = table.group_by(list(by)).agg(
            lines=table.lines.sum().cast("int64"), pence=table.pence.sum().cast("int64")
        )
        return engine.keep(self.data.connection, sums)


def cost(data: LinkedData, window: Window, terms: CostingTerms | None = None) -> Costing:
    """Cost every line of the data in this window."""
    return Costing(data, window, costed_lines(data, window, terms or CostingTerms()))


def costed_lines(data: LinkedData, window: Window, terms: CostingTerms) -> ibis.Table:
    """The lines with their outcome, source and pence; see `Costing.lines`."""
    activity = data.activity.mutate(year=_financial_year(data.activity.date), provider=_filled(data.activity.provider))
    prices = engine.table_of(data.connection, price_table(data, activity, window, terms))
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
    return _with_pence(joined.mutate(outcome=outcome)).select(
        "person_id", "date", "setting", "service", "provider", "emergency", "units_milli", "outcome",
        "units", "source", "pence",
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


def _with_pence(line: ibis.Table) -> ibis.Table:
    """`pence`: the given cost, or units × price rounded half-up to the penny, exactly; and `source`, and `units`.

    The quotient is guessed with floats, and put right by whole numbers: several times quicker than dividing wide ones.
    What is not to be priced has no number from the start on, since the engine works out what stands inside a condition
    again for each time that it is named.
    """
    is_costed, has_cost = line.outcome == COSTED, line.cost_pence.notnull()
    line = line.mutate(
        given=ibis.ifelse(is_costed, line.cost_pence, ibis.null("int64")),
        number=ibis.ifelse(is_costed & ~has_cost, line.units_milli, ibis.null("int64")).cast(WIDE),
    )
    line = line.mutate(above=line.number * line.numerator * 2 + line.denominator, below=line.denominator * 2)
    line = line.mutate(guess=(line.above.cast("float64") / line.below.cast("float64")).floor().cast("int64"))
    line = line.mutate(reached=line.guess.cast(WIDE) * line.below)
    is_above, is_below = line.reached > line.above, line.reached + line.below <= line.above
    priced = line.guess - is_above.cast("int64") + is_below.cast("int64")
    return line.mutate(
        units=line.units_milli / 1000,
        source=ibis.cases((line.given.notnull(), ACTUAL), (line.outcome == COSTED, line.price_source)),
        # One of the two is null: greatest passes it over, in each engine.
        pence=ibis.greatest(line.given, priced),
    )


def _financial_year(day: ibis.Column) -> ibis.Column:
    return (day.year() - (day.month() < FIRST_MONTH).cast("int32")).cast("int32")


def _filled(text: ibis.Column) -> ibis.Column:
    return text.fill_null("")
