"""Cost the activity of a linked data set's files."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from config.commands import _setup
from config.finance import _data_set

if TYPE_CHECKING:
    from finance_models.calc.comparison import Comparison
    from finance_models.calc.conditions import CostByConditions
    from finance_models.calc.reading import DataSet
    from finance_models.calc.totals import Totals


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files of the data set, `--assumptions FILE` with [window], and `--json`."""
    _data_set.add_files(parser)


def run(options: argparse.Namespace) -> int:
    """Print cost by setting, by source of price and by number of conditions, what is uncosted, and local prices beside
    reference prices."""
    from finance_models.calc.comparison import compare
    from finance_models.calc.conditions import cost_by_conditions
    from finance_models.calc.costing import cost
    from finance_models.calc.totals import totals, uncosted_services

    with _data_set.opened(options, needs=("window",)) as (terms, data_set, data):
        costing = cost(data, terms.window, terms.costing)
        added, conditions = totals(costing), cost_by_conditions(costing)
        comparison = compare(costing, terms.costing)
        document = _document(added, conditions, comparison, data_set)
        document["uncosted"] = [
            {"setting": setting, "service": service, "lines": count}
            for setting, service, count in uncosted_services(costing)
        ]
    if options.json:
        _setup.print_json(document)
    else:
        _print(document)
    return 0


def _document(
    added: "Totals", conditions: "CostByConditions", comparison: "Comparison", data_set: "DataSet"
) -> dict[str, Any]:
    """Money as text in pounds with two places, person-years as text with six."""
    from finance_models.calc import money

    return {
        "total_cost": money.pounds(added.pence),
        "uncosted_share": money.places(added.uncosted_share, 6),
        "lines": _data_set.lines_document(data_set, added.lines),
        "cost_by_setting": {name: money.pounds(pence) for name, pence in added.by_setting.items()},
        "cost_by_source": {name: money.pounds(pence) for name, pence in added.by_source.items()},
        "cost_by_conditions": [
            {
                "conditions": each.name,
                "people": each.sums.people,
                "person_years": money.places(each.person_years, 6),
                "cost": money.pounds(each.sums.cost),
                "mean": money.pounds(each.mean),
                "ci95": [money.pounds(pence) for pence in each.interval] if each.interval else None,
            }
            for each in conditions.counts
        ],
        "local_and_reference": [
            {
                "setting": each.setting,
                "service": each.service,
                "lines": each.lines,
                "local": money.pounds(each.local),
                "reference": money.pounds(each.reference),
            }
            for each in comparison.services
        ],
        "warnings": [*data_set.warnings, *added.warnings],
    }


def _print(document: dict[str, Any]) -> None:
    print(f"Total cost £{document['total_cost']}\n")
    for title, key in (("setting", "cost_by_setting"), ("source of price", "cost_by_source")):
        _table([{title: name, "pounds": pounds} for name, pounds in document[key].items()], (title, "pounds"))
    _table(document["cost_by_conditions"], ("conditions", "people", "person_years", "cost", "mean", "ci95"))
    _table(document["local_and_reference"], ("setting", "service", "lines", "local", "reference"))
    _table(document["uncosted"], ("setting", "service", "lines"))
    print(", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in document["lines"].items()))
    for warning in document["warnings"]:
        print(f"Warning: {warning}")


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    """A table with an empty line below it; nothing where there are no rows."""
    if rows:
        _setup.print_table(rows, columns)
        print()
