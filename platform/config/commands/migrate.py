"""Bring the database up to date: tables, areas, the schedule, the first front page."""

import argparse

from config.commands import _setup


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--json`."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Do what is missing and say what changed. Safe to run again, and before each new version starts."""
    _setup.with_database()
    from config import audit_keeper
    from config.migrate import migrate_everything
    from jobs.schedule import ensure_schedule
    from knowledge.front_page import make_front_page

    with _setup.refusals():
        with audit_keeper.kept_safe():
            schemas = migrate_everything((lambda words: None) if options.json else print)
        schedule = ensure_schedule()
        make_front_page()
    if options.json:
        _setup.print_json({"schemas": schemas, "schedule": schedule})
    else:
        print("\n".join(_lines(schemas, schedule)))
    return 0


def _lines(schemas: list[str], schedule: list[str]) -> list[str]:
    """What changed, in words."""
    lines = [f"Up to date now: {schema}" for schema in schemas]
    lines += [f"Scheduled: {name}" for name in schedule]
    return lines or ["Everything was up to date already."]
