"""Pennies at the edge: lines whose cost is exactly a half penny, with numbers that floats can't hold."""

import random
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa
import pytest

from files.faults import Refused
from finance_models.calc import engine, money
from finance_models.calc.assumptions import CostingTerms
from finance_models.calc.costing import cost
from finance_models.calc.linked import LinkedData
from finance_models.calc.prices import UnitCost
from finance_models.calc.windows import Window

YEAR = Window(date(2013, 4, 1), date(2014, 4, 1))


def costing_of(units_milli, unit_cost, terms):
    """One person's lines of so many thousandths of a unit, at a reference price of the year before."""
    connection = engine.connect(threads=1)
    count = len(units_milli)
    people = {"person_id": ["p"], "eligible_from": [date(2000, 1, 1)], "eligible_to": pa.array([None], pa.date32())}
    activity = {
        "person_id": ["p"] * count, "date": [date(2013, 5, 1)] * count, "setting": ["primary"] * count,
        "service": ["visit"] * count, "provider": pa.nulls(count, pa.string()),
        "emergency": pa.nulls(count, pa.bool_()),
        "units_milli": pa.array(units_milli, pa.int64()), "cost_pence": pa.nulls(count, pa.int64()),
    }  # fmt: skip
    connection.create_table("people", pa.table(people))
    connection.create_table("activity", pa.table(activity))
    price = UnitCost("reference", "visit", "", "2012/13", unit_cost)
    tables = connection.table("people"), connection.table("activity")
    return cost(LinkedData(connection, *tables, [price], {}), YEAR, terms)


def pence_of(units_milli, numerator, denominator):
    """What the engine makes of so many thousandths of a unit, at `numerator` ÷ `denominator` pence for each.

    At a price of one pound, the index moves it to that: ten times the pounds are the pence for a thousandth.
    """
    index = {"2013/14": Decimal(numerator), "2012/13": Decimal(denominator) / 10}
    lines = costing_of(units_milli, Decimal(1), CostingTerms(index)).lines
    rows = lines.select("units_milli", "pence").to_pyarrow().to_pylist()
    return {row["units_milli"]: row["pence"] for row in rows}


@pytest.mark.parametrize("seed", range(4))
def test_ties_are_rounded_up_however_many_digits_the_price_has(seed):
    chance = random.Random(seed)
    units = []
    while not units:
        denominator, numerator = 10 * chance.randrange(10**7, 10**8), chance.randrange(10**9, 10**11)
        try:
            inverse = pow(numerator, -1, denominator)
        except ValueError:
            continue
        # units × numerator ÷ denominator is then a whole number and a half, and the least that is possible below it.
        edges = [(denominator // 2 - below) * inverse % denominator for below in (0, 1)]
        units = [edge + turn * denominator for edge in edges for turn in range(150)]
        units = [each for each in units if 0 <= each <= 10**11]
    made = pence_of(units, numerator, denominator)

    price = Fraction(numerator, denominator)
    assert made == {each: money.half_up(each * price) for each in units}


def test_numbers_that_cannot_be_right_are_refused_and_not_rounded_away():
    with pytest.raises(Refused) as refusal:
        costing_of([10**11], Decimal(10**8), CostingTerms({"2013/14": Decimal(10**6), "2012/13": Decimal(1)}))
    assert "multiply to more than can be right" in refusal.value.faults[0]
