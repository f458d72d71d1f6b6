"""Load an area's linked data set into the platform: all of it or nothing. Needs the database."""

import argparse
import sys
from pathlib import Path
from typing import Any

from config.commands import _setup
from embedded.errors import Refused

TABLES = ("people", "activity", "budgets", "outcomes")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`AREA --people FILE --activity FILE… [--budgets FILE] [--outcomes FILE…] [--source NAME] [--add-to N] …`."""
    parser.add_argument("area", metavar="AREA", help="the area's slug, such as kernow")
    for table in TABLES:
        help_words = f"{table}: .csv, .xlsx or .parquet; several files may be given"
        parser.add_argument(f"--{table}", metavar="FILE", nargs="+", action="extend", default=[], help=help_words)
    parser.add_argument("--source", default="", help="the register's entry; may be left out where one alone is valid")
    parser.add_argument("--add-to", metavar="NUMBER", type=int, help="add these rows to this version, as a new one")
    parser.add_argument("--hold", action="store_true", help="don't take it into use: somebody looks at it first")
    parser.add_argument("--by", metavar="EMAIL", default="", help="the person who loads it")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Load, and say what was accepted and rejected; rejected rows are lines on standard error."""
    _setup.with_database()
    from finance_models.loading import folders, rejected
    from finance_models.loading.words import in_words
    from tenants.contexts import in_area

    with _setup.refusals():
        area = _area(options.area)
        with in_area(area):
            version = _load(area, options)
            listed = rejected.lines(folders.path_of(area, version.folder) / folders.REJECTED)
    for _, file, line, column, why in listed:
        print(f"{file}:{line}: {column}: {why}" if file else why, file=sys.stderr)
    if options.json:
        facts = {"version": version.number, "state": version.state, "checksum": version.checksum, "rows": version.rows}
        _setup.print_json({**facts, "warnings": version.warnings})
    else:
        print("\n".join([in_words(version), *(f"Warning: {warning}" for warning in version.warnings)]))
    return 0


def _load(area: Any, options: argparse.Namespace) -> Any:
    from accounts.models import User
    from finance_models.loading import queries, storing

    add_to = queries.find(options.add_to) if options.add_to else None
    if options.add_to and add_to is None:
        raise Refused(f"There is no data version {options.add_to} in {area.name}.")
    by = User.objects.filter(email__iexact=options.by).first() if options.by else None
    if options.by and by is None:
        raise Refused(f"There is nobody with the address {options.by}.")
    return storing.load(
        area=area,
        entry=_entry(area, options.source),
        given=_given(options),
        add_to=add_to,
        accept=not options.hold,
        by=by,
    )


def _given(options: argparse.Namespace) -> list[Any]:
    from finance_models.loading.given import Given

    paths = [(table, Path(each)) for table in TABLES for each in getattr(options, table)]
    if missing := [str(path) for _, path in paths if not path.is_file()]:
        raise Refused(*(f"There is no file {path}." for path in missing))
    return [Given(table, path, path.name) for table, path in paths]


def _area(slug: str) -> Any:
    from tenants.models import Area

    found = Area.objects.filter(slug=slug).first()
    if found is None:
        raise Refused(f"There is no area {slug}. `ipc area list` prints them.")
    return found


def _entry(area: Any, source: str) -> Any:
    """The valid entry that the data come by: the one named, or the only one."""
    from config.today import today
    from finance_models.governance import queries

    valid = [entry for entry in queries.valid_entries(today()) if not source or entry.source == source]
    if not valid:
        what = f"for the source “{source}”" if source else "of a source"
        raise Refused(f"{area.name}'s information governance register has no valid entry {what}. Add one first.")
    if len({entry.source for entry in valid}) > 1:
        raise Refused(f"Say by which source with --source: {', '.join(sorted(entry.source for entry in valid))}.")
    return valid[0]
