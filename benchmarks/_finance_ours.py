"""Our side of `benchmarks/finance.py`, in a process of its own: its stages in seconds, the total cost and the rates.

`stages FOLDER FILES…` runs the whole path from CSV text; `sql FOLDER FILES…` times the aggregation beside SQL written
by hand, both over the same Parquet.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from finance_models.calc import assumptions, engine, reading  # noqa: E402
from finance_models.calc.band_sums import band_sums  # noqa: E402
from finance_models.calc.capitation import capitate  # noqa: E402
from finance_models.calc.costing import cost, price_table  # noqa: E402
from finance_models.calc.people import person_costs  # noqa: E402
from finance_models.calc.totals import totals  # noqa: E402

TIMES = 5


def main(what, scratch, people, activity, unit_costs, providers, terms):
    terms = assumptions.read(terms, needs=("window", "capitation"))
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        start = time.perf_counter()
        data_set = reading.read_data_set(
            Path(folder), people=people, activity=[activity], unit_costs=unit_costs, providers=providers
        )
        laps = {"load": time.perf_counter() - start}
        data = data_set.open(engine.connect(scratch=Path(folder) / "engine"))
        made = stages(data, terms, laps) if what == "stages" else beside_sql(data, terms)
    print(json.dumps(made))


def stages(data, terms, laps):
    start = time.perf_counter()
    costing = cost(data, terms.window, terms.costing)
    added, _ = totals(costing), costing.person_pence
    laps["cost"] = time.perf_counter() - start
    start = time.perf_counter()
    made = capitate(band_sums(person_costs(costing), terms.capitation), terms.window, terms.capitation)
    laps["capitate"] = time.perf_counter() - start
    rates = [each.rate / 100 for each in made.bands]
    return {"laps": laps, "total": added.pence / 100, "rates": rates, "lines": added.lines}


def beside_sql(data, terms):
    """The cost of each person: our expression, and the same in SQL, by turns; the quickest of each."""
    costing = cost(data, terms.window, terms.costing)
    connection = data.connection
    connection.create_table("prices", _prices(data, terms), temp=True)
    connection.create_view("people", data.people)
    connection.create_view("activity", data.activity)
    window = {"first": terms.window.start.isoformat(), "last": terms.window.last_day.isoformat()}
    ours, by_hand, in_floats = [], [], []
    for _ in range(TIMES):
        ours.append(_timed(lambda: costing.sums("person_id", only_costed=True).pence.sum()))
        by_hand.append(_timed(lambda: _by_hand(connection, EXACT, window)))
        in_floats.append(_timed(lambda: _by_hand(connection, IN_FLOATS, window)))
    assert ours[0][1] == by_hand[0][1], (ours[0], by_hand[0])
    kinds = {"ours": ours, "sql": by_hand, "sql_in_floats": in_floats}
    return {kind: min(seconds for seconds, _ in times) for kind, times in kinds.items()}


def _prices(data, terms):
    year = (data.activity.date.year() - (data.activity.date.month() < 4).cast("int32")).cast("int32")
    activity = data.activity.mutate(year=year, provider=data.activity.provider.fill_null(""))
    return price_table(data, activity, terms.window, terms.costing)


def _by_hand(connection, price, window):
    sql = SQL.format(price=price, **window)
    connection.con.execute(f"CREATE OR REPLACE TEMP TABLE by_hand AS {sql}")
    return connection.table("by_hand").pence.sum()


def _timed(work):
    """Seconds, and the sum over all people, which is worked out after the clock has stopped."""
    start = time.perf_counter()
    pence = work()
    return time.perf_counter() - start, int(pence.to_pyarrow().as_py())


# As somebody would write it who needs just this: exact to the penny as ours, or in floats, which lose some.
EXACT = "(2 * units_milli * numerator + denominator) // (2 * denominator)"
IN_FLOATS = "floor(units_milli * (numerator::DOUBLE / denominator::DOUBLE) + 0.5)"
SQL = """
SELECT person_id, sum(coalesce(cost_pence, CAST({price} AS BIGINT)))::BIGINT AS pence
FROM activity
JOIN (SELECT person_id, eligible_from, eligible_to FROM people) USING (person_id)
LEFT JOIN (
    SELECT setting, service, provider AS whose, year, CAST(numerator AS HUGEINT) AS numerator,
        CAST(denominator AS HUGEINT) AS denominator FROM prices
) AS price ON price.setting = activity.setting AND price.service = activity.service
    AND whose = coalesce(activity.provider, '') AND price.year = year(date) - (month(date) < 4)::INT
WHERE date BETWEEN DATE '{first}' AND DATE '{last}' AND date >= eligible_from
    AND (eligible_to IS NULL OR date <= eligible_to) AND (cost_pence IS NOT NULL OR numerator IS NOT NULL)
GROUP BY person_id
"""

if __name__ == "__main__":
    main(*sys.argv[1:])
