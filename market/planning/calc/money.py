"""Rounding, and what a price comes to in a year."""

from decimal import Decimal
from fractions import Fraction

from market.planning.calc.rates import WEEKS_IN_A_YEAR

TIMES_A_YEAR = {"week": WEEKS_IN_A_YEAR, "month": 12, "year": 1, "once": 1}


def whole_pence(amount: Fraction) -> int:
    """To the nearest penny, a half upwards. Amounts are rounded once, at the end of each line of the year."""
    return int((2 * amount + 1) // 2)


def a_year(*, price_pence: int, quantity: Decimal, per: str) -> int:
    """Whole pence for a year of `quantity` a week, month or year, or once. Raises KeyError for another `per`.

    A year has 52 weeks here, as budgets count it.
    """
    return whole_pence(Fraction(price_pence) * Fraction(quantity) * TIMES_A_YEAR[per])
