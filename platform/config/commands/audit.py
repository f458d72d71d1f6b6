"""Show whether the audit is as it was written, and who could change it."""

import argparse

from config.commands import _setup


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`verify`, `seal` and `protect`, each with `--json`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    verify = actions.add_parser("verify", help="work out every day's seal again; 1 where one does not fit")
    verify.add_argument("--expect", default="", metavar="DIGEST", help="a digest that you kept elsewhere")
    seal = actions.add_parser("seal", help="seal the days that are over (the schedule does it each morning)")
    protect = actions.add_parser("protect", help="give the audit's tables to a role of their own")
    for action in (verify, seal, protect):
        action.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Do what was asked for."""
    _setup.with_database()
    with _setup.refusals():
        return {"verify": _verify, "seal": _seal, "protect": _protect}[options.action](options)


def _verify(options: argparse.Namespace) -> int:
    from audit import seals

    found = seals.verify(options.expect)
    newest = found.newest.digest if found.newest else None
    if options.json:
        _setup.print_json({"days": found.days, "rows": found.rows, "newest": newest, "faults": found.faults})
    else:
        print(f"{found.days} days and {found.rows} rows are sealed.")
        print("\n".join(found.faults or ["Every seal fits."]))
        if found.newest:
            print(f"The newest seal is of {found.newest.day}. Keep its digest somewhere else: {newest}")
    return 1 if found.faults else 0


def _seal(options: argparse.Namespace) -> int:
    from audit import seals

    made = seals.seal()
    if options.json:
        _setup.print_json({"sealed": [{"day": each.day, "rows": each.rows, "digest": each.digest} for each in made]})
    else:
        print("\n".join(f"{each.day}: {each.rows} rows, {each.digest}" for each in made) or "Every day is sealed.")
    return 0


def _protect(options: argparse.Namespace) -> int:
    from config import audit_keeper
    from embedded.errors import Refused

    if not audit_keeper.protect():
        raise Refused(f"No administrator's address of the database is known. {audit_keeper.HOW}")
    left = audit_keeper.faults()
    if options.json:
        _setup.print_json({"faults": left})
    else:
        print("\n".join(left or ["The application can read the audit and add to it, and nothing else."]))
    return 1 if left else 0
