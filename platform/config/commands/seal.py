"""Seal with the newest SECRET_KEY what an earlier one sealed, so that the earlier one can be taken out."""

import argparse

from config.commands import _setup


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--json`."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Seal second steps and safeguarding cases anew now; the schedule does it each night."""
    _setup.with_database()
    from accounts import sealing
    from peer_network.safeguarding import sealing as cases

    with _setup.refusals():
        found = [
            {"what": "Second steps", "sealed": sealing.seal_all_again()},
            {"what": "Safeguarding cases", "sealed": cases.seal_all_again()},
        ]
    if options.json:
        _setup.print_json({"sealed": found})
    else:
        _setup.print_table(found, ["what", "sealed"])
    return 0
