"""Mean cost by number of conditions, worked by hand."""

import datetime
import statistics

import pytest

from finance_models.calc.conditions import cost_by_conditions
from finance_models.calc.people import person_costs
from tests.finance_models.calc.linked_samples import costed, line, person, rows, synthetic


@pytest.fixture(scope="module")
def by_hand():
    people = [person(f"p{number}", ltc_count=1) for number in range(5)]
    people += [person("late", ltc_count=1, eligible_from=datetime.date(2014, 1, 1)), person("many", ltc_count=11)]
    lines = [line(f"p{number}", 100 * (number + 1)) for number in range(5)]
    lines += [line("late", 60, "2014-02-01"), line("many", 9_000)]
    return cost_by_conditions(costed(people, lines))


def test_the_mean_is_by_person_years_with_its_interval(by_hand):
    one = by_hand.counts[0]

    assert (one.name, one.sums.people, one.sums.cost) == ("1", 6, 156_000)
    # 1,560.00 by 5 + 90/365 person-years
    assert one.mean == 29_734
    # Residuals from 297.34 a year: -197.34, -97.34, 2.66, 102.66, 202.66, and 60 - 73.32 = -13.32.
    squares = sum(x * x for x in (-197.34, -97.34, 2.66, 102.66, 202.66, -13.32))
    margin = 1.96 * (6 * squares / 5) ** 0.5 / (5 + 90 / 365)
    assert one.interval == pytest.approx((29_734 - 100 * margin, 29_734 + 100 * margin), abs=3)


def test_the_spread_is_of_those_who_were_eligible_throughout(by_hand):
    one = by_hand.counts[0]

    assert one.throughout == 5
    assert one.spread == (14_000, 20_000, 30_000, 40_000, 46_000)


def test_the_highest_counts_are_put_together_and_one_person_has_no_interval(by_hand):
    most = by_hand.counts[-1]

    assert (most.name, most.mean, most.interval) == ("8+", 900_000, None)
    assert len(by_hand.table()) == 2


def test_nobody_throughout_means_no_spread():
    late = person("late", eligible_from=datetime.date(2014, 1, 1))

    assert cost_by_conditions(costed([late], [])).counts[0].spread == ()


def test_synthetic_people_agree_with_plain_statistics():
    costing, _ = synthetic(600)
    found = cost_by_conditions(costing)
    two = [each for each in rows(person_costs(costing)) if each["ltc_count"] == 2]
    count = next(each for each in found.counts if each.name == "2")

    assert count.sums.people == len(two)
    assert count.mean == round(sum(each["pence"] for each in two) * 365 / sum(each["days"] for each in two))
    assert count.spread[2] == pytest.approx(
        statistics.median(each["pence"] for each in two if each["days"] == 365), abs=1
    )
