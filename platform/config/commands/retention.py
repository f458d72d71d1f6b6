"""Delete what is past its time, by the platform's own rules."""

import argparse

from config.commands import _setup


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--dry-run` and `--json`."""
    parser.add_argument("--dry-run", action="store_true", help="only count what would be deleted")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Carry out every rule now (the schedule does it each night); 1 where one failed."""
    _setup.with_database()
    from data_rights import retaining

    with _setup.refusals():
        if options.dry_run:
            found = [{"rule": due.rule.key, "what": due.rule.what, "past": due.count} for due in retaining.due()]
            failed = False
        else:
            runs = retaining.run()
            found = [{"rule": run.rule, "deleted": run.deleted, "fault": run.fault} for run in runs]
            failed = any(run.fault for run in runs)
    if options.json:
        _setup.print_json({"rules": found})
    else:
        _setup.print_table(found, list(found[0]) if found else [])
    return 1 if failed else 0
