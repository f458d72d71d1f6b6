"""Choose a finance cohort from the files of a linked data set: size, cost, and how each criterion narrows it."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from config.commands import _setup
from config.finance import _data_set

if TYPE_CHECKING:
    from finance_models.calc.cohorts import FinanceCohort, Size, Step


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files of the data set, `--assumptions FILE` with [window], `--cohort FILE`, and `--json`."""
    _data_set.add_files(parser)
    parser.add_argument("--cohort", required=True, metavar="FILE", help="a TOML file with the cohort's criteria")


def run(options: argparse.Namespace) -> int:
    """Print the cohort. It holds figures about people: it is for the area's own finance team."""
    from finance_models.calc import cohorts
    from finance_models.calc.costing import cost
    from finance_models.calc.totals import totals

    definition = cohorts.read(options.cohort)
    with _data_set.opened(options, needs=("window",)) as (terms, data_set, data):
        costing = cost(data, terms.window, terms.costing)
        made = cohorts.build(costing, definition)
        warnings = [*data_set.warnings, *totals(costing).warnings]
        if options.json:
            _setup.print_json({**_document(made), "warnings": warnings})
        else:
            _print(made, warnings)
    return 0


def _document(made: "FinanceCohort") -> dict[str, Any]:
    """Money as text in pounds with two places, person-years and the share as text with six."""
    from finance_models.calc import money

    return {
        "cohort": made.definition.name,
        "version": made.definition.version,
        "definition": made.definition.sentence,
        "people": made.size.people,
        "person_years": money.places(made.person_years, 6),
        "total_cost": money.pounds(made.size.pence),
        "population": made.population.people,
        "share_of_population": money.places(made.share, 6),
        "criteria": [_step(each) for each in made.steps],
        "settings": [
            {"setting": each.setting, "people": each.people, "lines": each.lines, "cost": money.pounds(each.pence)}
            for each in made.settings
        ],
        "groups": [{"groups": list(groups), "people": people} for groups, people in made.overlap.items()],
    }


def _step(step: "Step") -> dict[str, Any]:
    return {
        "criterion": step.sentence,
        "alone": _size(step.alone),
        "after": _size(step.after),
        "unknown": step.unknown,
    }


def _size(size: "Size") -> dict[str, Any]:
    from finance_models.calc import money

    return {"people": size.people, "cost": money.pounds(size.pence)}


def _print(made: "FinanceCohort", warnings: Sequence[str]) -> None:
    from finance_models.calc import cohorts, money

    print(f"{made.definition.name}, version {made.definition.version}. {made.definition.sentence}")
    share, expected = (money.places(100 * each, 1) for each in (made.share, cohorts.EXPECTED_SHARE))
    print(
        f"{made.size.people:,} of {made.population.people:,} people ({share}%; the programme expects about "
        f"{expected}%), {money.places(made.person_years, 2)} person-years, {money.in_words(made.size.pence)}\n"
    )
    columns = ("criterion", "people alone", "people after it", "cost after it")
    rows = [
        (each.sentence, each.alone.people, each.after.people, money.in_words(each.after.pence)) for each in made.steps
    ]
    _setup.print_table([dict(zip(columns, row, strict=True)) for row in rows], columns)
    print()
    for setting in made.settings:
        print(f"{setting.setting:<24}{money.in_words(setting.pence):>20}")
    print("\n".join(f"Warning: {warning}" for warning in warnings))
