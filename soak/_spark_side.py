"""One engine's side of `soak/spark.py`: costs and capitates a data set that lies as Parquet, and prints all of it.

Runs in the project's environment with `duckdb`, and in one of its own with the address of a Spark master.
"""

import json
import sys
from decimal import Decimal
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from finance_models.calc import assumptions, engine, linked  # noqa: E402
from finance_models.calc.band_sums import band_sums  # noqa: E402
from finance_models.calc.capitation import capitate  # noqa: E402
from finance_models.calc.costing import cost  # noqa: E402
from finance_models.calc.people import person_costs  # noqa: E402
from finance_models.calc.prices import UnitCost  # noqa: E402
from finance_models.calc.totals import totals  # noqa: E402


def main(kind: str, folder: str) -> None:
    place = Path(folder)
    prices = json.loads((place / "prices.json").read_text())
    terms = assumptions.read(place / "assumptions.toml", needs=("window", "capitation"))
    data = linked.open_parquet(
        engine.connect(kind),
        people=place / "people",
        activity=place / "activity",
        unit_costs=[UnitCost(*row[:-1], Decimal(row[-1])) for row in prices["unit_costs"]],
        factors={provider: Decimal(factor) for provider, factor in prices["factors"].items()},
    )
    costing = cost(data, terms.window, terms.costing)
    added = totals(costing)
    made = capitate(band_sums(person_costs(costing), terms.capitation), terms.window, terms.capitation)
    people = person_costs(costing).select("person_id", "days", "age", "pence").to_pyarrow().to_pylist()
    document = {
        "lines": added.lines,
        "by_source": added.by_source,
        "by_setting": added.by_setting,
        "bands": [[each.band, each.rate, each.interval, str(each.exact_rate)] for each in made.bands],
        "people": sorted(list(row.values()) for row in people),
    }
    print(json.dumps(document))


if __name__ == "__main__":
    main(*sys.argv[1:])
