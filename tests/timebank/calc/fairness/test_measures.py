"""Fair shares worked out by hand."""

import datetime
from fractions import Fraction

import pytest

from timebank.calc.fairness import measures, series, shares
from timebank.calc.fairness.shares import AreaFacts, Rule


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 1, 1, 1], 0),
        ([0, 0, 0, 4], 0.75),  # one of four has everything: 1 - 1 ÷ 4
        ([1, 3], 0.25),  # |1-3| twice = 4, ÷ (2 × 2² × 2) = 0.25
        ([2, 4, 6], 2 / 9),  # differences 2, 4, 2, each twice = 16, ÷ (2 × 9 × 4)
    ],
)
def test_gini_by_hand(values, expected):
    assert measures.gini(values) == pytest.approx(expected)


def test_gini_does_not_depend_on_the_unit_and_is_unknown_where_nobody_had_anything():
    assert measures.gini([60, 180]) == pytest.approx(measures.gini([1, 3]))
    assert measures.gini([0, 0]) is None
    assert measures.gini([]) is None


def test_received_by_entitled_leaves_out_whoever_is_entitled_to_nothing():
    assert measures.ratios({"kernow": 90}, {"kernow": 60, "dorset": 60, "network": 0}) == {"kernow": 1.5, "dorset": 0}


def facts(account, **more):
    return AreaFacts(account, **more)


@pytest.mark.parametrize(
    ("rule", "one", "other", "expected"),
    [
        (Rule.EQUAL, {}, {}, Fraction(1, 2)),
        (Rule.POPULATION, {"population": 300}, {"population": 100}, Fraction(3, 4)),
        (Rule.UNMET_PHASE, {"groups_not_started": 4}, {"groups_not_started": 0}, Fraction(5, 6)),
        (Rule.COMMITMENT, {"phases": (1, 1, 2, None)}, {"phases": (4, None, None, None)}, Fraction(11, 12)),
        (Rule.BOARD, {"board_weight": 2}, {"board_weight": 3}, Fraction(2, 5)),
    ],
)
def test_shares_by_each_rule(rule, one, other, expected):
    found = shares.shares(rule, [facts("kernow", **one), facts("dorset", **other)])
    assert found == {"kernow": expected, "dorset": 1 - expected}


def test_a_rule_that_lacks_a_figure_says_whose():
    with pytest.raises(shares.NoShares, match="needs a figure for dorset"):
        shares.shares(Rule.POPULATION, [facts("kernow", population=1), facts("dorset")])
    with pytest.raises(shares.NoShares, match="at least one area a weight above 0"):
        shares.shares(Rule.BOARD, [facts("kernow", board_weight=0)])


def test_shares_over_time_count_what_was_had_until_each_day():
    first, second = datetime.date(2015, 5, 31), datetime.date(2015, 6, 30)
    rows = [
        series.Received("dorset", datetime.date(2015, 6, 2), 180),
        series.Received("kernow", datetime.date(2015, 5, 4), 60),
        series.Received("network", datetime.date(2015, 5, 4), 999),
    ]
    points = series.over_time(rows, {"kernow": 0.5, "dorset": 0.5}, [first, second])
    assert points[0].ratios == {"kernow": 2, "dorset": 0}
    assert (points[0].gini, points[0].minimum) == (0.5, 0)
    assert points[1].ratios == {"kernow": 0.5, "dorset": 1.5}
    assert (points[1].gini, points[1].minimum) == (0.25, 0.5)
