"""Sharing minutes out in quarters of an hour. The shares are worked out by hand."""

import itertools

import pytest

from timebank.calc.sessions.splitting import in_quarters


def test_two_hours_for_three_areas_give_the_odd_quarters_to_the_first() -> None:
    # 8 quarters over 3: 2 2/3 each, so 2 each and two quarters left.
    assert in_quarters(120, [1, 1, 1]) == [45, 45, 30]


def test_the_largest_remainder_gets_the_quarter_that_is_left() -> None:
    # 5 quarters by 3 : 2 : 2 are 2 1/7, 1 3/7 and 1 3/7: 2, 1, 1 and one left, for the first of the two that are alike.
    assert in_quarters(75, [90, 60, 60]) == [30, 30, 15]


def test_an_even_share_stays_even() -> None:
    assert in_quarters(120, [60, 60]) == [60, 60]


def test_more_accounts_than_quarters_leave_some_with_nothing() -> None:
    assert in_quarters(15, [1, 1]) == [15, 0]


def test_every_share_is_within_a_quarter_of_the_exact_one_and_nothing_is_lost() -> None:
    for quarters, weights in itertools.product(range(20), itertools.product((1, 2, 7), repeat=3)):
        shares = in_quarters(quarters * 15, list(weights))
        assert sum(shares) == quarters * 15
        for share, weight in zip(shares, weights, strict=True):
            assert abs(share * sum(weights) - quarters * 15 * weight) < 15 * sum(weights)


@pytest.mark.parametrize(("minutes", "weights"), [(20, [1]), (-15, [1]), (30, []), (30, [1, 0])])
def test_what_cannot_be_shared_out_is_refused(minutes: int, weights: list[int]) -> None:
    with pytest.raises(ValueError, match=r"multiples of 15|weight above zero"):
        in_quarters(minutes, weights)
