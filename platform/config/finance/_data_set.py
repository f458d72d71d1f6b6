"""What the verbs that read a data set share: its four files, the assumptions, and the rows that were not taken."""

import argparse
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from finance_models.calc.assumptions import Assumptions
    from finance_models.calc.linked import LinkedData
    from finance_models.calc.reading import DataSet


def add_files(parser: argparse.ArgumentParser, *, assumptions: bool = True) -> None:
    """`--people FILE --activity FILE… --unit-costs FILE --providers FILE --assumptions FILE --json`."""
    several = "the lines of activity; several files may be given"
    parser.add_argument("--people", required=True, metavar="FILE", help="a table: .csv, .xlsx or .parquet")
    parser.add_argument("--activity", required=True, metavar="FILE", nargs="+", action="extend", help=several)
    parser.add_argument("--unit-costs", required=True, metavar="FILE", help="the table of unit costs")
    parser.add_argument("--providers", required=True, metavar="FILE", help="the table of providers")
    if assumptions:
        parser.add_argument("--assumptions", required=True, metavar="FILE", help="a TOML file")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


@contextmanager
def opened(
    options: argparse.Namespace, *, needs: Collection[str]
) -> Iterator[tuple["Assumptions", "DataSet", "LinkedData"]]:
    """The assumptions with the parts named in `needs`, and the files' rows.

    Says each row that was not taken on standard error. Raises `files.faults.Refused` with the faults of all files.
    """
    from files.faults import Fault, Refused
    from finance_models.calc import assumptions

    faults: list[Fault] = []
    terms = None
    try:
        terms = assumptions.read(options.assumptions, needs=needs)
    except Refused as refusal:
        faults += refusal.found
    try:
        with opened_files(options, quietly=terms is None) as (data_set, data):
            if terms is None:
                raise Refused([])
            yield terms, data_set, data
    except Refused as refusal:
        raise Refused([*faults, *refusal.found]) from refusal


@contextmanager
def opened_files(options: argparse.Namespace, *, quietly: bool = False) -> Iterator[tuple["DataSet", "LinkedData"]]:
    """The files' rows alone, for a verb without assumptions."""
    from finance_models.calc import from_files

    with from_files.opened(
        people=options.people, activity=options.activity, unit_costs=options.unit_costs, providers=options.providers
    ) as (data_set, data):
        for line in () if quietly else data_set.fault_lines():
            print(line, file=sys.stderr)
        yield data_set, data


def lines_document(data_set: "DataSet", outcomes: dict[str, int]) -> dict[str, int]:
    """What became of the rows of the activity's files."""
    return {
        "accepted": data_set.activity.accepted,
        "rejected": data_set.activity.rejected,
        **{name: outcomes[name] for name in ("uncosted", "outside_eligibility", "unlinked")},
    }
