"""Write what an area has published of its roll-out as one document, as at a day."""

import argparse
import datetime
from typing import Any

from config.commands import _setup
from embedded.errors import Refused

PARTS = (
    "plans",
    "milestones",
    "risks",
    "promises",
    "maturity",
    "key_actions",
    "equality_assessments",
    "sites",
    "returns",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`export AREA [--as-at DATE] [--json]`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = actions.add_parser("export", help="all that the area had published by a day; nothing it keeps to itself")
    export.add_argument("area", metavar="AREA", help="the area's short name in addresses")
    export.add_argument(
        "--as-at", metavar="DATE", type=_day, default=None, help="year-month-day; default: the field's today"
    )
    export.add_argument("--json", action="store_true", help="print one JSON document; otherwise how much there is")


def run(options: argparse.Namespace) -> int:
    """Print it."""
    _setup.with_database()
    from config.today import today
    from tenants import area_lifecycle
    from tenants.programme import area_document

    day = options.as_at or today()
    if day > today():
        raise Refused(f"{day.isoformat()} is still to come: nothing is known of it.")
    with _setup.refusals():
        made = area_document.export(area_lifecycle.find(options.area), day)
    if options.json:
        _setup.print_json(made)
    else:
        print("\n".join(_lines(made)))
    return 0


def _lines(made: dict[str, Any]) -> list[str]:
    """How much there is of each part."""
    first = f"{made['area']['name']} as at {made['as_at'].isoformat()}. Add --json for all of it."
    return [first, *(f"  {part.replace('_', ' ')}: {len(made[part])}" for part in PARTS)]


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as year-month-day, 2015-06-30") from None
