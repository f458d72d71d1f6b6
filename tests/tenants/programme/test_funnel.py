"""Limits of the funnel plot against a statistics library, against sums done slowly, and by hand."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, poisson

from tenants.programme import funnel

SHARE = 198 / 4_751_000


def by_summing(population, share, chance):
    """The first whole number of people whose chances up to it add up to `chance`, summed one after the other."""
    together, number = 0.0, 0
    while True:
        log = (
            math.lgamma(population + 1)
            - math.lgamma(number + 1)
            - math.lgamma(population - number + 1)
            + number * math.log(share)
            + (population - number) * math.log1p(-share)
        )
        at = math.exp(log)
        if together + at >= chance:
            return number - (together + at - chance) / at
        together, number = together + at, number + 1


@pytest.mark.parametrize("chance", [0.025, 0.975, 0.001, 0.999])
@pytest.mark.parametrize("population", [196_000, 548_000, 893_000])
def test_limit_is_what_adding_up_the_chances_gives(population, chance):
    assert funnel.limit(population, SHARE, chance) == pytest.approx(
        max(0, by_summing(population, SHARE, chance)), abs=1e-6
    )


def test_limits_of_a_coin_thrown_four_times_are_those_worked_out_by_hand():
    """Chances of 0 to 4 heads: 1, 4, 6, 4 and 1 of 16. Below 0.5 lie 5/16 at one head, 11/16 at two."""
    assert funnel.limit(4, 0.5, 0.5) == pytest.approx(2 - (11 / 16 - 0.5) / (6 / 16))


@settings(max_examples=60, deadline=None)
@given(population=st.integers(1_000, 2_000_000), budgets=st.integers(1, 500))
def test_limits_agree_with_the_librarys_exact_distribution(population, budgets):
    """Between whole numbers the interpolated limit lies within one person below the library's quantile."""
    share = min(budgets / 1_000_000, 0.5)
    for chance in (0.025, 0.975, 0.001, 0.999):
        limit = funnel.limit(population, share, chance)
        # The binomial's distribution function is a beta's: an independent way to the same quantile.
        whole = math.ceil(limit - 1e-9)
        below = 1 - beta.cdf(share, whole + 1, max(population - whole, 1e-9))
        assert below >= chance - 1e-9
        if whole >= 1:
            assert 1 - beta.cdf(share, whole, population - whole + 1) <= chance + 1e-9


def test_limits_at_small_shares_are_those_of_poisson_to_two_digits():
    binomial = funnel.limit(548_000, SHARE, 0.975)
    mean = 548_000 * SHARE
    assert poisson.ppf(0.975, mean) - 1 <= binomial <= poisson.ppf(0.975, mean)


@settings(max_examples=40, deadline=None)
@given(population=st.integers(1_000, 2_000_000), budgets=st.integers(1, 2_000))
def test_wider_limits_lie_outside_the_narrower_and_the_mean_between(population, budgets):
    share = budgets / 10_000_000
    at = funnel.limits(population, share)
    assert at.lower998 <= at.lower95 <= share * 100_000 + 100_000 / population
    assert at.upper95 <= at.upper998


def test_curve_narrows_as_areas_grow_and_ends_at_the_largest():
    curve = funnel.curve(893_000, SHARE)
    assert curve[-1].population == 893_000
    widths = [each.upper95 - each.lower95 for each in curve]
    assert widths[0] > 3 * widths[-1]
    assert [each.population for each in curve] == sorted({each.population for each in curve})


def test_limits_of_many_populations_are_those_of_each():
    populations = [196_000, 893_000, 196_000, 4]
    assert funnel.limits_of(populations, SHARE) == [funnel.limits(population, SHARE) for population in populations]


def test_standing_is_said_in_words():
    at = funnel.Limits(500_000, lower95=2.0, upper95=6.0, lower998=1.0, upper998=8.0)
    said = [funnel.standing(rate, at) for rate in (0.5, 1.5, 2.0, 4.0, 6.0, 7.0, 8.5)]
    assert said == ["below 99.8%", "below 95%", "inside", "inside", "inside", "above 95%", "above 99.8%"]


@pytest.mark.parametrize(("population", "share"), [(0, 0.1), (10, -0.1), (10, 1.1)])
def test_funnel_without_people_or_with_no_share_is_refused(population, share):
    with pytest.raises(ValueError, match="funnel needs"):
        funnel.limits(population, share)
