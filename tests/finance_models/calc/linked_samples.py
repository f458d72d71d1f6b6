"""Linked data in memory for tests of the models: by hand, or synthetic."""

import datetime
from decimal import Decimal
from functools import cache

import ibis
import pyarrow as pa

from finance_models.calc import assumptions, engine
from finance_models.calc.costing import Costing, cost
from finance_models.calc.linked import LinkedData
from finance_models.calc.prices import UnitCost
from finance_models.calc.synthetic import Sample, tables
from finance_models.calc.synthetic.prices import price_index
from finance_models.calc.windows import Window

YEAR = Window(datetime.date(2013, 4, 1), datetime.date(2014, 4, 1))
LONG_AGO = datetime.date(2010, 4, 1)

FLAGS = ("rural", "disability", "pam_suitable", "chc", "section_117")
WHOLE = ("birth_year", "ltc_count", "pam_level", "imd_decile")
REAL = ("frailty", "pam_score")
DAYS = ("pam_date", "eligible_from", "eligible_to")
TEXTS = ("person_id", "sex", "ethnicity", "council", "groups", "registers")
PEOPLE = pa.schema(
    [
        *((name, pa.string()) for name in TEXTS),
        *((name, pa.int32()) for name in WHOLE),
        *((name, pa.float64()) for name in REAL),
        *((name, pa.bool_()) for name in FLAGS),
        *((name, pa.date32()) for name in DAYS),
    ]
)
ACTIVITY = pa.schema(
    [
        *((name, pa.string()) for name in ("person_id", "setting", "service", "provider")),
        ("date", pa.date32()),
        ("units_milli", pa.int64()),
        ("cost_pence", pa.int64()),
        ("emergency", pa.bool_()),
    ]
)


def person(person_id, birth_year=1943, ltc_count=1, **rest):
    """A person of 70 who is eligible throughout."""
    return {
        "person_id": person_id,
        "birth_year": birth_year,
        "ltc_count": ltc_count,
        "eligible_from": LONG_AGO,
        **rest,
    }


def line(person_id, pounds=None, day="2013-06-15", setting="acute", service="spell", units=1, **rest):
    """A line with a cost of its own, in pounds; without one it needs a price."""
    return {
        "person_id": person_id,
        "date": datetime.date.fromisoformat(day),
        "setting": setting,
        "service": service,
        "units_milli": int(units * 1000),
        "cost_pence": None if pounds is None else int(Decimal(str(pounds)) * 100),
        **rest,
    }


def linked(people, activity, unit_costs=(), factors=None):
    """Rows as a linked data set in the engine."""
    connection = engine.connect(threads=2)
    people_table = pa.Table.from_pylist([{name: row.get(name) for name in PEOPLE.names} for row in people], PEOPLE)
    lines = pa.Table.from_pylist([{name: row.get(name) for name in ACTIVITY.names} for row in activity], ACTIVITY)
    return LinkedData(
        connection=connection,
        people=connection.create_table("people", people_table),
        activity=connection.create_table("activity", lines),
        unit_costs=[UnitCost(*row) for row in unit_costs],
        factors=factors or {},
    )


def costed(people, activity, unit_costs=(), factors=None, window=YEAR, terms=None) -> Costing:
    """Rows by hand, costed in the financial year 2013/14."""
    return cost(linked(people, activity, unit_costs, factors), window, terms)


@cache
def synthetic(people=3_000, area="area", seed=1) -> tuple[Costing, assumptions.CostingTerms]:
    """A synthetic area with every oddity, costed. The same sample is made once in a run."""
    frames = tables(Sample(people=people, area=area, seed=seed))
    activity = frames["activity"].assign(
        units_milli=lambda lines: (lines["units"] * 1000).round().astype("int64"),
        cost_pence=lambda lines: (lines["cost"] * 100).round().astype("Int64"),
        emergency=lambda lines: lines["emergency"] == 1,
    )
    connection = engine.connect(threads=2)
    flags = {name: frames["people"][name] == 1 for name in FLAGS}
    costs = frames["unit_costs"].astype({"unit_cost": str})
    data = LinkedData(
        connection=connection,
        people=connection.create_table(
            "people", pa.Table.from_pandas(frames["people"].assign(**flags)[PEOPLE.names], PEOPLE)
        ),
        activity=connection.create_table("activity", pa.Table.from_pandas(activity[ACTIVITY.names], ACTIVITY)),
        unit_costs=[
            UnitCost(row.source, row.service, row.provider, row.year, Decimal(row.unit_cost))
            for row in costs.itertuples()
        ],
        factors={row.provider: Decimal(str(row.mff)) for row in frames["providers"].itertuples()},
    )
    terms = assumptions.CostingTerms(price_index=price_index(Sample(people=1)))
    return cost(data, YEAR, terms), terms


def rows(table: ibis.Table) -> list[dict]:
    """A table's rows."""
    return table.to_pyarrow().to_pylist()
