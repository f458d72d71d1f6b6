"""Check the quality of a linked data set's files."""

import argparse
import datetime
from typing import TYPE_CHECKING, Any

from config.commands import _setup
from config.finance import _data_set

if TYPE_CHECKING:
    from finance_models.calc.quality import Quality
    from finance_models.calc.reading import DataSet

COLUMNS = ("table", "column", "check", "of", "found", "share")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files of the data set, `--as-at DATE` and `--json`."""
    _data_set.add_files(parser, assumptions=False)
    parser.add_argument(
        "--as-at", metavar="DATE", type=_day, required=True, help="the day of the load, for timeliness: year-month-day"
    )


def run(options: argparse.Namespace) -> int:
    """Print what was rejected and why, and each check of what was accepted."""
    from finance_models.calc.quality import quality

    with _data_set.opened_files(options) as (data_set, data):
        made = quality(data, as_at=options.as_at)
        if options.json:
            _setup.print_json(_document(made, data_set))
        else:
            _print(made, data_set)
    return 0


def _document(made: "Quality", data_set: "DataSet") -> dict[str, Any]:
    """Shares as text with six places."""
    return {
        "rows": _rows(data_set),
        "checks": [
            {
                "check": each.check, "table": each.table, "column": each.column, "setting": each.setting or None,
                "of": each.of, "found": each.found, "share": f"{each.share:.6f}",
            }
            for each in made.checks
        ],
        "latest": [{"setting": each.setting, "date": each.day, "days": each.days} for each in made.latest],
        "duplicates": made.duplicates,
        "warnings": data_set.warnings,
    }  # fmt: skip


def _rows(data_set: "DataSet") -> list[dict[str, Any]]:
    files = [*data_set.people.files, *data_set.activity.files, *data_set.prices.files]
    return [
        {"file": file.name, "rows": file.rows, "accepted": file.rows - file.rejected, "rejected": file.rejected}
        for file in files
    ]


def _print(made: "Quality", data_set: "DataSet") -> None:
    """Every figure of a table as a whole of which something was found; settings are in the JSON document."""
    _setup.print_table(_rows(data_set), ("file", "rows", "accepted", "rejected"))
    found = [
        {
            "table": each.table, "column": each.column, "check": each.check, "of": f"{each.of:,}",
            "found": f"{each.found:,}", "share": f"{each.share:.1%}",
        }
        for each in made.checks
        if each.found and not each.setting
    ]  # fmt: skip
    print()
    _setup.print_table(found, COLUMNS)
    print()
    for each in made.latest:
        print(f"{each.setting:<16}latest line {each.day}, {each.days:,} days before")
    print(f"\nLines alike beyond the first of each: {made.duplicates:,}. They are accepted, and counted in costs.")


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as year-month-day, 2014-06-30") from None
