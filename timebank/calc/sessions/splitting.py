"""Sharing minutes out over several accounts, in quarters of an hour."""

from collections.abc import Sequence

QUARTER = 15  # minutes; an entry of the ledger is a multiple of it


def in_quarters(minutes: int, weights: Sequence[int]) -> list[int]:
    """Minutes for each weight, each a multiple of 15, together exactly `minutes`.

    By the largest remainder (Hamilton's method): everybody gets the whole quarters of their exact share, and the
    quarters that are left go to the largest remainders, where two are alike to whoever stands first. An account can
    come away with 0 where there are more accounts than quarters.

    Raises ValueError for minutes that are no multiple of 15 or below zero, and for weights that are not positive.
    """
    if minutes < 0 or minutes % QUARTER:
        raise ValueError(f"Only multiples of {QUARTER} minutes can be shared out.")
    if not weights or any(weight <= 0 for weight in weights):
        raise ValueError("Whoever has a share has a weight above zero.")
    quarters, whole = minutes // QUARTER, sum(weights)
    shares = [quarters * weight // whole for weight in weights]
    remainders = [quarters * weight % whole for weight in weights]
    # Whole numbers throughout: with floats two equal remainders could differ in their last digit.
    first = sorted(range(len(weights)), key=lambda place: (-remainders[place], place))
    for place in first[: quarters - sum(shares)]:
        shares[place] += 1
    return [share * QUARTER for share in shares]
