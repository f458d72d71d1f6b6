"""The marketplace: take over another directory's services (Open Referral UK)."""

import argparse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from config.commands import _setup
from embedded.errors import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`import-feed`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    feed = actions.add_parser("import-feed", help="read a directory's feed or file; 1 where it has a fault")
    feed.add_argument("source", metavar="URL-or-FILE", help="https://example.org/open-referral, or a JSON file")
    feed.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    feed.add_argument("--json", action="store_true", help="print one JSON document")
    feed.add_argument("--directory", default="", metavar="NAME", help="what the directory is called; else its host")
    feed.add_argument("--area", action="append", default=[], metavar="SLUG", help="an area that a new one covers")


def run(options: argparse.Namespace) -> int:
    """Read the feed, and print what was found."""
    _setup.with_database()
    with _setup.refusals():
        from market.directories import commanding

        is_address = "://" in options.source
        if not is_address and not Path(options.source).is_file():
            raise Refused(f"There is no file {options.source}. An address begins with https://.")
        name = options.directory or _name(options.source, is_address)
        read, report = commanding.import_feed(
            source=options.source, is_address=is_address, name=name, areas=options.area, is_dry=options.dry_run
        )
        found = commanding.as_document(read, report)
    if options.json:
        _setup.print_json(found)
    else:
        _print(found)
    _setup.print_faults([str(fault) for fault in report.faults])
    return 1 if report.refused else 0


def _name(source: str, is_address: bool) -> str:
    return (urlsplit(source).hostname or source) if is_address else Path(source).stem


def _print(found: dict[str, Any]) -> None:
    print(f"{found['directory']}: {found['words']}")
    rows = [
        {"what": sort, "kind": each["kind"], "name": each["name"]}
        for sort in ("new", "changed", "waits", "gone")
        for each in found[sort]
    ]
    if rows:
        _setup.print_table(rows, ["what", "kind", "name"])
