"""Money: whole pence, rounded once and half-up; exact fractions before that; text in pounds at the very end."""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction

PENCE_IN_A_POUND = 100
ROOT_DIGITS = 50


def half_up(value: Fraction) -> int:
    """The nearest whole number; a tie goes away from zero, so that a loss is rounded as a gain of its size."""
    size = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return -size if value < 0 else size


def pence(pounds: Decimal | Fraction | int) -> int:
    """Pounds in whole pence, half-up on their size."""
    return half_up(Fraction(pounds) * PENCE_IN_A_POUND)


def pounds(pence: int) -> str:
    """`1234.50`: pounds with two places and nothing else, as JSON and CSV have them."""
    return places(Fraction(pence, PENCE_IN_A_POUND), 2)


def places(value: Fraction, count: int) -> str:
    """A number as text with so many places, half-up on its size. Nought has no sign."""
    scaled = half_up(value * 10**count)
    whole, rest = divmod(abs(scaled), 10**count)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}.{rest:0{count}d}" if count else f"{sign}{whole}"


def in_words(pence: int) -> str:
    """`£1,234.50` or `-£1,234.50`, for people to read."""
    whole, rest = divmod(abs(pence), PENCE_IN_A_POUND)
    return f"{'-' if pence < 0 else ''}£{whole:,}.{rest:02d}"


def root(value: Fraction) -> Fraction:
    """The square root, to 50 digits."""
    with localcontext() as context:
        context.prec = ROOT_DIGITS
        return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())


def split(amount: int, shares: Sequence[Fraction]) -> list[int]:
    """Whole pence for each share by largest remainder, ties in the listed order; they add up to `amount` exactly.

    Raises ValueError unless the shares are not negative and add up to exactly 1.
    """
    if any(share < 0 for share in shares) or sum(shares, Fraction(0)) != 1:
        raise ValueError("The shares of a sum must not be below zero, and must add up to exactly 1.")
    exact = [abs(amount) * share for share in shares]
    parts = [int(part) for part in exact]
    left = abs(amount) - sum(parts)
    by_remainder = sorted(range(len(parts)), key=lambda at: parts[at] - exact[at])
    for at in by_remainder[:left]:
        parts[at] += 1
    return [-part for part in parts] if amount < 0 else parts
