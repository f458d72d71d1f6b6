"""One engine's side of `soak/spark.py`: costs and capitates a data set that lies as Parquet, and prints all of it.

Runs in the project's environment with `duckdb`, and in one of its own with the address of a Spark master.
"""

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from finance_models.calc import assumptions, cohorts, duplicates, engine, linked  # noqa: E402
from finance_models.calc.band_sums import band_sums  # noqa: E402
from finance_models.calc.capitation import capitate  # noqa: E402
from finance_models.calc.comparison import compare  # noqa: E402
from finance_models.calc.complexity.design import frame  # noqa: E402
from finance_models.calc.conditions import cost_by_conditions  # noqa: E402
from finance_models.calc.costing import cost  # noqa: E402
from finance_models.calc.people import person_costs  # noqa: E402
from finance_models.calc.prices import UnitCost  # noqa: E402
from finance_models.calc.quality import quality  # noqa: E402
from finance_models.calc.shadow import shadow  # noqa: E402
from finance_models.calc.totals import totals  # noqa: E402

# Every measure that a cohort can ask for, so that each expression runs.
CRITERIA = [
    {"combine": "all", "criteria": [
        {"measure": "age", "at_least": "40"}, {"measure": "ltc_count", "at_least": "2"},
        {"measure": "frailty", "at_most": "0.4"}, {"measure": "contacts", "at_least": "5"},
        {"measure": "cost_percentile", "at_least": "60"}, {"measure": "settings_used", "at_least": "3"},
    ]},
    {"measure": "group", "one_of": ["learning_disability"]}, {"measure": "pam_level", "at_most": "1"},
    {"measure": "emergency_admissions", "at_least": "2"}, {"measure": "cost", "at_least": "20000.50"},
    {"measure": "register", "one_of": ["dementia"]}, {"measure": "chc", "is_set": True},
    {"measure": "section_117", "is_set": True},
]  # fmt: skip
COHORT, _ = cohorts.from_document({"name": "Every measure", "combine": "any", "criteria": CRITERIA})


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
    print(json.dumps(document(data, terms)))


def document(data: linked.LinkedData, terms: assumptions.Assumptions) -> dict[str, Any]:
    """Everything that an area's pages are made from, in whole numbers and texts, so that equal means equal."""
    costing = cost(data, terms.window, terms.costing)
    added = totals(costing)
    made = capitate(band_sums(person_costs(costing), terms.capitation), terms.window, terms.capitation)
    people = person_costs(costing).select("person_id", "days", "age", "pence").to_pyarrow().to_pylist()
    alike = duplicates.duplicate_rows(data).to_pyarrow().to_pylist()
    return {
        "lines": added.lines,
        "by_source": added.by_source,
        "by_setting": added.by_setting,
        "bands": [[each.band, each.rate, each.interval, str(each.exact_rate)] for each in made.bands],
        "people": sorted(list(row.values()) for row in people),
        "shadow": shown(shadow(costing, {each.band: each.exact_rate for each in made.bands}, terms.capitation.bands)),
        "conditions": shown(cost_by_conditions(costing)),
        "cohort": shown(cohorts.build(costing, COHORT)),
        "cohort_rates": shown(band_sums(person_costs(cohorts.costing_of(costing, COHORT)), terms.capitation)),
        "comparison": shown(compare(costing, terms.costing)),
        "complexity": frame(costing, terms.capitation).to_csv(index=False),
        "quality": shown(quality(data, as_at=terms.window.end)),
        "duplicates": sorted([row["person_id"], str(row["date"]), row["service"], row["rows"]] for row in alike),
    }


def shown(made: object) -> str:
    """A result in words: all its parts, fractions unrounded."""
    return repr(made)


if __name__ == "__main__":
    main(*sys.argv[1:])
