"""Check the settings of this installation for production, in words."""

import argparse
import sys
from typing import Any

from config.commands import _setup

LEVEL_ERROR = 40  # django.core.checks.ERROR
LEVEL_WARNING = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--json`, and `--demo` for what a demo may have."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--demo", action="store_true", help="leave out what only production needs")


def run(options: argparse.Namespace) -> int:
    """Run Django's and our own checks; 1 when there is anything that would be wrong in production."""
    _setup.with_settings()
    from django.core.checks import run_checks

    found = [each for each in run_checks(include_deployment_checks=not options.demo) if not each.is_silenced()]
    problems = sorted((each for each in found if each.level >= LEVEL_WARNING), key=lambda each: -each.level)
    if not options.demo:
        problems = [*_demo_people(), *_audit(), *_backups(), *problems]
    notices = [each for each in found if each.level < LEVEL_WARNING]
    if options.json:
        _setup.print_json({"problems": [_facts(each) for each in problems], "notices": [_facts(n) for n in notices]})
    else:
        print("\n".join([*_lines(problems), *_notice_lines(notices)]))
    return 1 if problems else 0


def _demo_people() -> list[Any]:
    """The demo's people, whose password everybody knows, as errors; none where no database answers."""
    from django.core.checks import Error
    from django.db import DatabaseError

    from accounts.demo import problems_outside_demo

    try:
        return [Error(sentence, id="ipc.E010") for sentence in problems_outside_demo()]
    except DatabaseError:
        print("No database answered, so the people in it were not looked at.", file=sys.stderr)
        return []


def _audit() -> list[Any]:
    """What the application could do to the audit, as errors; none where no database answers."""
    from django.core.checks import Error
    from django.db import DatabaseError

    from config import audit_keeper

    try:
        return [Error(sentence, hint=audit_keeper.HOW, id="ipc.E011") for sentence in audit_keeper.faults()]
    except DatabaseError:
        return []  # said above already


def _backups() -> list[Any]:
    """A warning where no backup was made for too long, or a restore was broken off; none where no database answers."""
    from django.core.checks import Warning
    from django.db import DatabaseError

    from config.backup import swapping
    from config.backup.age import too_old

    try:
        found = [Warning(sentence, hint=hint, id="ipc.W012") for sentence, hint in [too_old()] if sentence]
    except DatabaseError:
        return []
    broken_off = swapping.unfinished()
    return found + ([Warning(broken_off, id="ipc.W013")] if broken_off else [])


def _facts(problem: Any) -> dict[str, Any]:
    kind = "error" if problem.level >= LEVEL_ERROR else "warning" if problem.level >= LEVEL_WARNING else "notice"
    return {"kind": kind, "id": problem.id, "message": problem.msg, "hint": problem.hint}


def _lines(problems: list[Any]) -> list[str]:
    if not problems:
        return ["The settings are good."]
    lines = [f"{len(problems)} thing{'s' if len(problems) > 1 else ''} to mend before this serves people:"]
    for each in problems:
        word = "Must be mended" if each.level >= LEVEL_ERROR else "Should be mended"
        lines.append(f"{word}: {each.msg} ({each.id})")
        lines += [f"  {each.hint}"] if each.hint else []
    return lines


def _notice_lines(notices: list[Any]) -> list[str]:
    """What may well be so: it doesn't make the command fail."""
    return [line for each in notices for line in (f"To know: {each.msg} ({each.id})", f"  {each.hint}")]
