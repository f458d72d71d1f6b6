"""What the verbs share: arguments that can be wrong usage."""

import argparse
import re
from decimal import Decimal

POUNDS = re.compile(r"[0-9]{1,13}(\.[0-9]{1,2})?")


def pounds(text: str) -> int:
    """A sum of pounds as typed, in pence. Anything else is wrong usage."""
    if not POUNDS.fullmatch(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no sum of pounds; write digits with at most two places, such as 10000000 or 9300000.50"
        )
    return int(Decimal(text) * 100)
