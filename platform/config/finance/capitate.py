"""Make capitated rates from the files of a linked data set."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from config.commands import _setup
from config.finance import _data_set

if TYPE_CHECKING:
    from finance_models.calc.capitation import BandRate, Capitation
    from finance_models.calc.reading import DataSet
    from finance_models.calc.totals import Totals

COLUMNS = ("band", "people", "person-years", "raw", "rate", "95% of raw")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files of the data set, `--assumptions FILE` with [window] and [capitation], and `--json`."""
    _data_set.add_files(parser)


def run(options: argparse.Namespace) -> int:
    """Print the rates of all bands, with what became of the lines."""
    from finance_models.calc.band_sums import band_sums
    from finance_models.calc.capitation import capitate
    from finance_models.calc.costing import cost
    from finance_models.calc.people import person_costs
    from finance_models.calc.totals import totals

    with _data_set.opened(options, needs=("window", "capitation")) as (terms, data_set, data):
        costing = cost(data, terms.window, terms.costing)
        made = capitate(band_sums(person_costs(costing), terms.capitation), terms.window, terms.capitation)
        added = totals(costing)
        warnings = [*data_set.warnings, *added.warnings, *made.warnings]
        if options.json:
            _setup.print_json(_document(made, added, data_set, warnings))
        else:
            _print(made, added, data_set, warnings)
    return 0


def _document(made: "Capitation", added: "Totals", data_set: "DataSet", warnings: Sequence[str]) -> dict[str, Any]:
    """Money as text in pounds with two places, person-years and scale as text with six."""
    from finance_models.calc import money

    return {
        "bands": [_band(each) for each in made.bands],
        "total_cost": money.pounds(made.total),
        "value": money.pounds(made.value),
        "excess": money.pounds(made.excess),
        "scale": money.places(made.scale, 6),
        "warnings": list(warnings),
        "lines": _data_set.lines_document(data_set, added.lines),
        "cost_by_source": {name: money.pounds(pence) for name, pence in added.by_source.items()},
        "cost_by_setting": {name: money.pounds(pence) for name, pence in added.by_setting.items()},
    }


def _band(each: "BandRate") -> dict[str, Any]:
    from finance_models.calc import money

    return {
        "band": each.band,
        "people": each.sums.people,
        "person_years": money.places(each.person_years, 6),
        "raw": money.places(each.raw / money.PENCE_IN_A_POUND, 2),
        "rate": money.pounds(each.rate),
        "ci95": [money.pounds(pence) for pence in each.interval] if each.interval else None,
    }


def _print(made: "Capitation", added: "Totals", data_set: "DataSet", warnings: Sequence[str]) -> None:
    from finance_models.calc import money
    from finance_models.calc.capitation import NOT_A_LIMIT

    rows = []
    for each in made.bands:
        interval = " to ".join(map(money.in_words, each.interval)) if each.interval else "one person"
        years, raw = money.places(each.person_years, 2), money.in_words(money.half_up(each.raw))
        cells = (each.band, each.sums.people, years, raw, money.in_words(each.rate), interval)
        rows.append(dict(zip(COLUMNS, cells, strict=True)))
    _setup.print_table(rows, COLUMNS)
    sums = [("Total cost", made.total), ("Baseline value", made.value), ("Beyond truncation", made.excess)]
    sums += [(f"Cost by {source} price", pence) for source, pence in added.by_source.items()]
    print()
    for name, pence in sums:
        print(f"{name:<24}{money.in_words(pence):>20}")
    lines = _data_set.lines_document(data_set, added.lines)
    print("\nLines: " + ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in lines.items()))
    print("\n".join(f"Warning: {warning}" for warning in warnings))
    print(NOT_A_LIMIT)
