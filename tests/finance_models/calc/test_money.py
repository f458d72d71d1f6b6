from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finance_models.calc import money


@pytest.mark.parametrize(
    ("pounds", "pence"),
    [("0.005", 1), ("0.0049999", 0), ("1.115", 112), ("-0.005", -1), ("-1.1249", -112), ("12", 1200), ("0", 0)],
)
def test_a_half_penny_goes_away_from_nought(pounds, pence):
    assert money.pence(Decimal(pounds)) == pence


@pytest.mark.parametrize(
    ("value", "count", "text"),
    [
        (Fraction(2, 3), 2, "0.67"), (Fraction(-1, 200), 2, "-0.01"), (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(7, 2), 0, "4"), (Fraction(1, 3), 6, "0.333333"), (Fraction(1234567, 100), 2, "12345.67"),
    ],
)  # fmt: skip
def test_numbers_as_text_have_all_their_places(value, count, text):
    assert money.places(value, count) == text


def test_pence_in_words_for_people():
    assert (money.in_words(123456), money.in_words(-5)) == ("£1,234.56", "-£0.05")


def test_pennies_left_over_go_to_the_largest_remainders():
    # 100 in parts of 1/6, 1/6, 4/6: 16.67, 16.67, 66.67; the two pennies go to the first two of equal remainder.
    assert money.split(100, [Fraction(1, 6), Fraction(1, 6), Fraction(4, 6)]) == [17, 17, 66]
    assert money.split(-100, [Fraction(1, 3)] * 3) == [-34, -33, -33]


@given(st.integers(-(10**12), 10**12), st.lists(st.integers(0, 100), min_size=1, max_size=8).filter(any))
def test_the_parts_of_a_split_add_up(amount, weights):
    shares = [Fraction(weight, sum(weights)) for weight in weights]
    parts = money.split(amount, shares)

    assert sum(parts) == amount
    assert all(abs(part - amount * share) < 1 for part, share in zip(parts, shares, strict=True))


@pytest.mark.parametrize("shares", [[Fraction(1, 2)], [Fraction(3, 2), Fraction(-1, 2)], []])
def test_shares_that_are_no_whole_are_refused(shares):
    with pytest.raises(ValueError, match="add up to exactly 1"):
        money.split(100, shares)
