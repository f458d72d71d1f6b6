"""Put a backup back: everything, or one area's workspace. All of it or nothing."""

import argparse
from pathlib import Path

from config.commands import _setup
from config.commands.backup import facts, lines
from embedded.errors import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE [--area SLUG] [--replace] [--dry-run]`, or `--finish`; each with `--json`."""
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help="a file that ipc backup wrote")
    parser.add_argument("--area", metavar="SLUG", help="only this area's workspace and private files")
    parser.add_argument("--replace", action="store_true", help="put it in the place of all that is in the database now")
    parser.add_argument("--dry-run", action="store_true", help="check the file and what it would meet; change nothing")
    parser.add_argument("--finish", action="store_true", help="end a restore that was broken off")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Do it and say what was done."""
    if options.finish == (options.file is not None):
        raise Refused("Name the backup to restore: ipc restore FILE, or end one that was broken off: --finish.")
    _setup.with_database()
    with _setup.refusals():
        return _finish(options) if options.finish else _restore(options)


def _restore(options: argparse.Namespace) -> int:
    from config.backup.restoring import restore

    report = restore(
        options.file,
        area=options.area,
        replace=options.replace,
        dry_run=options.dry_run,
        say=(lambda words: None) if options.json else (lambda words: print(f"  {words}", flush=True)),
    )
    what = f"The workspace of {options.area}" if options.area else "Everything"
    if options.json:
        _setup.print_json(
            facts(report.manifest) | {"stored": report.stored, "area": options.area, "notes": report.notes}
        )
    else:
        print(f"{what} is put back." if report.stored else f"{what} could be put back. Nothing was changed.")
        print("\n".join([*lines(report.manifest), *report.notes]))
    return 0


def _finish(options: argparse.Namespace) -> int:
    from config.backup import swapping

    with swapping.alone():
        ended = swapping.finish()
    if options.json:
        _setup.print_json({"finished": ended})
    elif ended is None:
        print("No restore was broken off.")
    else:
        print("The restore is complete now." if ended else "Nothing of the restore was kept: all is as before it.")
    return 0
