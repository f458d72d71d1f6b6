"""The projection from quarters' totals: by hand, against a statistics library, and a slow second way."""

import numpy
import pytest

from tenants.programme import projecting
from tenants.programme.projecting import Reach, project
from tenants.quarters import Quarter

START = Quarter(2014, 4)


def totals(*values):
    """Totals from October to December 2014 on; None is a quarter without a return."""
    found, quarter = {}, START
    for value in values:
        if value is not None:
            found[quarter] = value
        quarter = quarter.next
    return found


def test_by_hand_three_quarters_go_on_by_their_mean_and_widen():
    # 40, 52, 60: steps of 12 and 8, mean 10, s = sqrt((4 + 4) / 1) = 2.828; t of 1 degree at 90% is 3.0777.
    found = project(totals(40, 52, 60))
    assert (found.pace, round(found.spread, 3), found.last) == (10, 2.828, Quarter(2015, 2))
    one = found.ahead(1)  # 70 ± 3.0777 × 2.828 × sqrt(1 + 1/2) = 70 ± 10.661
    assert (one.quarter, one.expected) == (Quarter(2015, 3), 70)
    assert (round(one.low, 2), round(one.high, 2)) == (59.34, 80.66)


@pytest.mark.parametrize(
    ("values", "ahead", "confidence", "expected", "low", "high"),
    [
        # statsmodels 0.15.0: WLS(growth, length, weights=1/length), obs_ci of get_prediction with weights=1/ahead.
        ((40, 52, 60), 7, 0.80, 130.0, 81.143288, 178.856712),
        ((40, 52, 60, 75, 81), 4, 0.95, 122.0, 85.714529, 158.285471),
        ((40, None, 61, 70, None, None, 95), 3, 0.80, 122.5, 115.766997, 129.233003),  # three quarters are missing
    ],
)
def test_the_interval_is_that_of_a_weighted_regression(values, ahead, confidence, expected, low, high):
    point = project(totals(*values), confidence=confidence).ahead(ahead)
    assert (point.expected, point.low, point.high) == pytest.approx((expected, low, high), abs=1e-5)


def test_a_slow_second_way_simulates_the_quarters_to_come():
    """Pace and spread drawn from what three steps allow, then five quarters one by one; 200,000 times."""
    values, ahead, draws = (40, 52, 60, 75), 5, 200_000
    chance = numpy.random.default_rng(20150715)
    steps = numpy.diff(values)
    variance = steps.var(ddof=1) * (len(steps) - 1) / chance.chisquare(len(steps) - 1, draws)
    pace = chance.normal(steps.mean(), numpy.sqrt(variance / len(steps)))
    ends = numpy.full(draws, float(values[-1]))
    for _ in range(ahead):
        ends += chance.normal(pace, numpy.sqrt(variance))
    low, high = numpy.quantile(ends, [0.1, 0.9])
    point = project(totals(*values)).ahead(ahead)
    # The quantiles of so many draws are themselves uncertain by about a quarter of a person.
    assert (point.low, point.high) == pytest.approx((low, high), abs=1)
    assert point.high - point.low > 40  # so that ±1 means something


def test_two_quarters_have_a_pace_and_no_interval():
    found = project(totals(40, 52))
    point = found.ahead(2)
    assert (point.expected, point.low, point.high) == (76, None, None)
    reaching = found.reaching(70)
    assert (reaching.state, reaching.quarter, reaching.earliest) == (Reach.EXPECTED, Quarter(2015, 3), None)


def test_one_quarter_or_none_has_no_projection():
    assert project(totals(40)) is None
    assert project({}) is None


def test_a_target_is_reached_in_the_first_quarter_whose_expected_total_comes_to_it():
    # From 60 by 10 a quarter: 120 after 6 quarters, 121 after 7.
    found = project(totals(40, 52, 60))
    assert found.reaching(120).quarter == Quarter(2016, 4)
    assert found.reaching(121).quarter == Quarter(2017, 1)
    # 60 + 10h ± 8.705 × sqrt(h + h²/2). Upper end: 113.8 after 3, 130.2 after 4. Lower: 119.4 after 17, 123.2 after 18.
    assert (found.reaching(120).earliest, found.reaching(120).latest) == (Quarter(2016, 2), Quarter(2019, 4))


def test_a_target_that_is_there_already_is_reached_and_one_lost_again_is_not():
    assert project(totals(40, 52, 60)).reaching(60).state is Reach.REACHED
    assert project(totals(40, 62, 55)).reaching(60).state is Reach.EXPECTED


@pytest.mark.parametrize("values", [(60, 52, 40), (40, 52, 40), (10, 11, 12)])
def test_falling_standing_or_too_slow_is_not_reached_at_this_pace(values):
    # The last gains one a quarter: a thousand would take 247 years.
    assert project(totals(*values)).reaching(1000).state is Reach.NOT_AT_THIS_PACE


def test_the_latest_quarter_is_left_open_where_the_interval_may_never_reach():
    # Steps of 30 and 2: mean 16, s 19.8. The lower end falls.
    reaching = project(totals(10, 40, 42)).reaching(100)
    assert (reaching.quarter, reaching.latest) == (Quarter(2016, 2), None)
    assert reaching.earliest == Quarter(2015, 3)


def test_people_are_never_fewer_than_none():
    point = project(totals(60, 30, 5)).ahead(3)
    assert (point.expected, point.low) == (0, 0)


def test_rounded_totals_are_not_taken_for_steadier_than_they_can_be():
    exact, rounded = project(totals(40, 50, 60)), project(totals(40, 50, 60), rounded_to=5)
    assert exact.spread == 0
    assert rounded.spread == pytest.approx((25 / 6) ** 0.5)


def test_until_gives_each_quarter_once_and_none_of_the_past():
    found = project(totals(40, 52, 60))
    assert [point.quarter.key for point in found.until(Quarter(2016, 1))] == ["2015Q3", "2015Q4", "2016Q1"]
    assert found.until(Quarter(2015, 1)) == []


def test_the_module_needs_no_django():
    import subprocess
    import sys

    code = (
        "import sys; import tenants.programme.projecting; assert not [m for m in sys.modules if m.startswith('django')]"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert projecting.CONFIDENCE == 0.80
