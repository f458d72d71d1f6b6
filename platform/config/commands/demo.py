"""Run the whole platform on this machine, with the South West network in it."""

import argparse

from embedded import demo


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--port`, `--reset`, `--check`."""
    parser.add_argument("--port", type=_port, help=f"serve at this port (default {demo.DEFAULT_PORT})")
    parser.add_argument("--reset", action="store_true", help="delete all that the demo made here, and start anew")
    parser.add_argument("--check", action="store_true", help="open the key pages as each role, then stop")


def run(options: argparse.Namespace) -> int:
    """Run it until asked to end."""
    return demo.run(port=options.port, reset=options.reset, check=options.check)


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return number
