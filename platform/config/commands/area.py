"""List, create, suspend, resume, export or delete areas."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from config.commands import _setup
from embedded.errors import Refused

SUMMARIES = {
    "list": "every area with its state",
    "create": "make an area with an empty plan",
    "suspend": "close an area's workspace until it is resumed",
    "resume": "open a suspended area again",
    "export": "write all that is an area's to one .zip",
    "delete": "remove a suspended area's workspace for good",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One action each, all with `--json`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, summary in SUMMARIES.items():
        action = actions.add_parser(name, help=summary, description=summary)
        action.add_argument("--json", action="store_true", help="print one JSON document")
        if name != "list":
            action.add_argument("slug", metavar="SLUG", help="the area's short name in addresses")
        if name == "create":
            action.add_argument("--name", required=True, help="its full name, as people read it")
            action.add_argument("--short-name", default="", help="its name where room is short")
        if name == "export":
            action.add_argument("file", metavar="FILE", type=Path, help="the .zip to write")
        if name == "delete":
            action.add_argument("--confirm", metavar="SLUG", default="", help="the slug again, since this is for good")
            action.add_argument("--without-export", action="store_true", help="delete it though it was not exported")
            action.add_argument("--why", metavar="TEXT", default="", help="why it needs no export; the audit keeps it")


def run(options: argparse.Namespace) -> int:
    """Do what was asked for and show the area, or all of them."""
    _setup.with_database()
    with _setup.refusals():
        return _ACTIONS[options.action](options)


def _list(options: argparse.Namespace) -> int:
    from tenants import area_lifecycle

    rows = [_facts(area) for area in area_lifecycle.list_areas()]
    if options.json:
        _setup.print_json({"areas": rows})
    elif rows:
        _setup.print_table(rows, ["slug", "name", "status"])
    else:
        print("There are no areas yet. Make one with: ipc area create SLUG --name NAME")
    return 0


def _create(options: argparse.Namespace) -> int:
    from tenants import area_lifecycle

    area = area_lifecycle.create_area(slug=options.slug, name=options.name, short_name=options.short_name)
    return _show(area, f"{area.name} is ready at /areas/{area.slug}/.", options)


def _suspend(options: argparse.Namespace) -> int:
    from tenants import area_lifecycle

    area = area_lifecycle.suspend_area(options.slug)
    return _show(area, f"{area.name} is suspended: its workspace is closed.", options)


def _resume(options: argparse.Namespace) -> int:
    from tenants import area_lifecycle

    area = area_lifecycle.resume_area(options.slug)
    return _show(area, f"{area.name} is open again.", options)


def _export(options: argparse.Namespace) -> int:
    from tenants import area_lifecycle

    path = area_lifecycle.export_area(options.slug, options.file)
    if options.json:
        _setup.print_json({"slug": options.slug, "file": str(path)})
    else:
        print(f"Written to {path}.")
    return 0


def _delete(options: argparse.Namespace) -> int:
    from tenants import area_lifecycle

    if options.without_export != bool(options.why.strip()):
        raise Refused("To delete an area without an export give both --without-export and --why TEXT.")
    area_lifecycle.delete_area(options.slug, confirm=_confirmed(options), why_without_export=options.why)
    return _show(area_lifecycle.find(options.slug), f"The workspace of {options.slug} is deleted.", options)


def _confirmed(options: argparse.Namespace) -> str:
    """The slug again: from the command line, or asked for where a person sits at the keyboard."""
    if options.confirm or not sys.stdin.isatty():
        return options.confirm
    return input(f"The workspace of {options.slug} will be deleted for good. Type its slug: ").strip()


def _show(area: Any, sentence: str, options: argparse.Namespace) -> int:
    if options.json:
        _setup.print_json(_facts(area))
    else:
        print(sentence)
    return 0


def _facts(area: Any) -> dict[str, str]:
    return {"slug": area.slug, "name": area.name, "status": str(area.status)}


_ACTIONS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "create": _create,
    "suspend": _suspend,
    "resume": _resume,
    "export": _export,
    "delete": _delete,
}
