"""Load a network's starting data from a folder of CSV files: all of it or nothing."""

import argparse
import dataclasses
from pathlib import Path
from typing import Any

from config.commands import _setup
from embedded.errors import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`FOLDER [--dry-run] [--json]`."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="a folder with areas.csv, or one .zip of it")
    parser.add_argument("--dry-run", action="store_true", help="check everything, store nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Load it and say what was stored; each fault is a line of its own."""
    path: Path = options.folder
    if not path.exists():
        raise Refused(f"There is no folder {path}.")
    _setup.with_database()
    from tenants.network_loading import load_file, load_folder

    with _setup.refusals():
        report = (load_folder if path.is_dir() else load_file)(path, dry_run=options.dry_run)
    if options.json:
        _setup.print_json(dataclasses.asdict(report))
    else:
        print("\n".join(_lines(report)))
    return 0


def _lines(report: Any) -> list[str]:
    """A load report in words: what was done by kind of row, then the warnings."""
    lines = ["Loaded." if report.stored else "This would load. Nothing was stored."]
    for word, counts in (("added", report.added), ("renewed", report.renewed), ("unchanged", report.unchanged)):
        lines += [f"  {word}: {number} {kind.replace('_', ' ')}" for kind, number in counts.items() if number]
    return lines + [f"  note: {warning}" for warning in report.warnings]
