"""Share a gain or a loss against the target between partners."""

import argparse
from typing import TYPE_CHECKING, Any

from config.commands import _setup
from config.finance._arguments import pounds

if TYPE_CHECKING:
    from finance_models.calc.gain_share import GainShare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--assumptions FILE --target POUNDS --actual POUNDS [--json]`."""
    parser.add_argument("--assumptions", required=True, metavar="FILE", help="a TOML file with [gain_share]")
    parser.add_argument("--target", required=True, metavar="POUNDS", type=pounds, help="what care was to cost")
    parser.add_argument("--actual", required=True, metavar="POUNDS", type=pounds, help="what it did cost")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Print the variance, what is shared of it, and each partner's part."""
    from finance_models.calc import assumptions, money
    from finance_models.calc.gain_share import gain_share

    terms = assumptions.read(options.assumptions, needs=("gain_share",)).gain_share
    made = gain_share(terms, target=options.target, actual=options.actual)
    if options.json:
        _setup.print_json(_document(made))
        return 0
    lines = [("Variance", made.variance), ("Shared", made.shared), *made.split.items(), ("Not shared", made.kept)]
    for name, pence in lines:
        print(f"{name:<24}{money.in_words(pence):>20}")
    return 0


def _document(made: "GainShare") -> dict[str, Any]:
    """Money as text in pounds with two places."""
    from finance_models.calc import money

    return {
        "variance": money.pounds(made.variance),
        "shared": money.pounds(made.shared),
        "split": {name: money.pounds(pence) for name, pence in made.split.items()},
    }
