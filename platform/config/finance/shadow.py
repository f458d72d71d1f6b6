"""Pay a capitated rate in shadow form, month by month, beside actual cost."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from config.commands import _setup
from config.finance import _data_set

if TYPE_CHECKING:
    from finance_models.calc.assumptions import CapitationTerms
    from finance_models.calc.costing import Costing
    from finance_models.calc.shadow import Shadow

COLUMNS = ("month", "person-years", "payment", "actual", "variance", "so far")
MOST_BYTES = 4 * 1024 * 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files of the data set, `--assumptions FILE` with [window] and [capitation], `--rates`, `--cohort`."""
    _data_set.add_files(parser)
    parser.add_argument(
        "--rates",
        metavar="FILE",
        help="what `ipc finance capitate --json` printed, for rates of another year; otherwise rates of this data set",
    )
    parser.add_argument(
        "--cohort", metavar="FILE", help="a TOML file with a cohort's criteria: pay for its people alone"
    )


def run(options: argparse.Namespace) -> int:
    """Print payment, actual cost and variance of each month of the window."""
    from finance_models.calc import cohorts
    from finance_models.calc.costing import cost
    from finance_models.calc.shadow import shadow
    from finance_models.calc.totals import totals

    given = _rates_of_file(options.rates) if options.rates else None
    definition = cohorts.read(options.cohort) if options.cohort else None
    with _data_set.opened(options, needs=("window", "capitation")) as (terms, data_set, data):
        costing = cost(data, terms.window, terms.costing)
        if definition:
            costing = cohorts.costing_of(costing, definition)
        rates = _own_rates(costing, terms.capitation) if given is None else given
        made = shadow(costing, rates, terms.capitation.bands)
        warnings = [*data_set.warnings, *totals(costing).warnings, *made.warnings]
        if options.json:
            _setup.print_json({**_document(made), "warnings": warnings})
        else:
            _print(made, warnings)
    return 0


def _own_rates(costing: "Costing", terms: "CapitationTerms") -> dict[str, int]:
    from finance_models.calc.band_sums import band_sums
    from finance_models.calc.capitation import capitate
    from finance_models.calc.people import person_costs

    made = capitate(band_sums(person_costs(costing), terms), costing.window, terms)
    return {each.band: each.rate for each in made.bands}


def _rates_of_file(name: str) -> Mapping[str, int]:
    """Pence for a person-year by band. Raises `files.faults.Refused` for anything but what `capitate` prints."""
    from decimal import Decimal, InvalidOperation

    from files.faults import refused
    from finance_models.calc import money

    why = "is not what `ipc finance capitate --json` prints; make it anew and give that file"
    try:
        path = Path(name)
        if path.stat().st_size > MOST_BYTES:
            raise refused(name, why)
        rates = {band["band"]: Decimal(band["rate"]) for band in json.loads(path.read_text())["bands"]}
    except OSError as error:
        raise refused(name, f"can't be opened ({error.strerror}); check its name and place") from error
    except (ValueError, KeyError, TypeError, InvalidOperation, RecursionError) as error:
        raise refused(name, why) from error
    if not all(isinstance(band, str) and rate.is_finite() for band, rate in rates.items()):
        raise refused(name, why)
    return {band: money.pence(rate) for band, rate in rates.items()}


def _document(made: "Shadow") -> dict[str, Any]:
    """Money as text in pounds with two places, person-years as text with six."""
    from fractions import Fraction

    from finance_models.calc import money

    return {
        "months": [
            {
                "month": f"{month.start:%Y-%m}",
                "person_years": money.places(Fraction(month.days, made.window.days), 6),
                "payment": money.pounds(month.payment),
                "actual": money.pounds(month.actual),
                "variance": money.pounds(month.variance),
                "cumulative_variance": money.pounds(so_far),
                "lines": month.lines,
                "uncosted": month.uncosted,
            }
            for month, so_far in zip(made.months, made.cumulative, strict=True)
        ],
        "payment": money.pounds(sum(month.payment for month in made.months)),
        "actual": money.pounds(sum(month.actual for month in made.months)),
        "variance": money.pounds(made.cumulative[-1]),
    }


def _print(made: "Shadow", warnings: list[str]) -> None:
    from fractions import Fraction

    from finance_models.calc import money
    from finance_models.calc.capitation import NOT_A_LIMIT

    rows = []
    for month, so_far in zip(made.months, made.cumulative, strict=True):
        years = money.places(Fraction(month.days, made.window.days), 2)
        sums = (money.in_words(pence) for pence in (month.payment, month.actual, month.variance, so_far))
        rows.append(dict(zip(COLUMNS, (f"{month.start:%B %Y}", years, *sums), strict=True)))
    _setup.print_table(rows, COLUMNS)
    print("\n".join(f"Warning: {warning}" for warning in warnings))
    print(NOT_A_LIMIT)
