"""Write a quarter's signed returns as they were released: small numbers hidden, others rounded."""

import argparse
import datetime
import sys

from config.commands import _setup
from embedded.errors import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`export --quarter 2015Q1 --csv`, optionally as at an earlier day."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = actions.add_parser("export", help="every area's released figures, and the network's, on standard output")
    export.add_argument("--quarter", required=True, metavar="2015Q1", help="January to March 2015")
    export.add_argument("--as-at", default="", metavar="DATE", help="as it was on that day, such as 2015-05-31")
    form = export.add_mutually_exclusive_group(required=True)
    form.add_argument("--csv", action="store_true", help="a comma-separated file, with its date, source and notes")
    form.add_argument("--json", action="store_true", help="one JSON document")


def run(options: argparse.Namespace) -> int:
    """Write the file on standard output."""
    _setup.with_database()
    with _setup.refusals():
        from config.today import today
        from files import documents, writing_csv
        from tenants import quarters
        from tenants.returns import exporting

        quarter = quarters.parse(options.quarter)
        if quarter is None:
            raise Refused(f"{options.quarter} is no quarter. Write it as 2015Q1: January to March 2015.")
        table = exporting.table(quarter, _day(options.as_at) or today())
        if options.csv:
            document = documents.document(table, name=f"returns-{quarter.key}")
            sys.stdout.write(writing_csv.as_bytes(document).decode("utf-8-sig"))
            return 0
        head = [cell["text"] if isinstance(cell, dict) else cell for cell in table.head]
        rows = [dict(zip(head, (str(cell) for cell in row), strict=True)) for row in table.rows]
        _setup.print_json({**{name: str(value) for name, value in table.about()}, "rows": rows})
    return 0


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(f"{text} is no day. Write it as 2015-05-31.") from None
