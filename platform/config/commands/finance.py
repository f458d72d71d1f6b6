"""Calculate an area's finance models from files: no database is needed for it."""

import argparse
import importlib
import pkgutil

import config.finance
from embedded.errors import Refused
from files.faults import Refused as FileRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`VERB …`: a verb for each module of `config.finance`."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for found in sorted(pkgutil.iter_modules(config.finance.__path__), key=lambda each: each.name):
        if found.name.startswith("_"):
            continue
        module = importlib.import_module(f"config.finance.{found.name}")
        summary = (module.__doc__ or "").strip().splitlines()[0]
        verb = verbs.add_parser(found.name.replace("_", "-"), help=summary, description=summary)
        module.add_arguments(verb)
        verb.set_defaults(run_verb=module.run)


def run(options: argparse.Namespace) -> int:
    """Run the verb. Faults of a file are lines of their own on standard error."""
    try:
        return int(options.run_verb(options))
    except FileRefused as refusal:
        raise Refused(*refusal.faults) from refusal
