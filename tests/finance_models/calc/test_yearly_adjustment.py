"""The yearly adjustment of a target, worked by hand over five years."""

from decimal import Decimal

import pytest

from finance_models.calc.assumptions import GainShareTerms, Tier
from finance_models.calc.yearly_adjustment import Adjustment, next_target, over_years

HALF = GainShareTerms(
    corridor=Decimal(0),
    tiers=(Tier(Decimal(0), Decimal("0.5")),),
    cap=Decimal(1),
    quality=Decimal(1),
    split={"ccg": Decimal("0.6"), "council": Decimal("0.4")},
)


def adjustment(rebase="0.5", inflation="0", growth="0", handed_back="0"):
    return Adjustment(Decimal(rebase), Decimal(inflation), Decimal(growth), Decimal(handed_back))


def test_five_years_by_hand():
    # Costs stay at 900.00. Half of each gain leaves the target, of which a fifth is handed back: 40% of it goes.
    made = over_years(HALF, adjustment(handed_back="0.2"), target=100_000, actuals=[90_000] * 5)

    assert [year.target for year in made.years] == [100_000, 96_000, 93_600, 92_160, 91_296]
    assert [year.shared for year in made.years] == [5_000, 3_000, 1_800, 1_080, 648]
    assert made.table()["cumulative_shared"].iloc[-1] == 11_528


def test_without_rebasing_only_inflation_and_growth_move_the_target():
    made = over_years(HALF, adjustment("0", "0.02", "0.01", "1"), target=100_000, actuals=[50_000, 50_000])

    assert made.years[1].target == 103_020


def test_a_loss_is_rebased_too_and_nothing_of_it_is_handed_back():
    made = over_years(HALF, adjustment("1", handed_back="1"), target=100_000, actuals=[110_000, 110_000])

    assert made.years[1].target == 110_000
    assert made.years[1].variance == 0


def test_a_gain_that_is_handed_back_whole_leaves_the_target_where_it_was():
    made = over_years(HALF, adjustment("1", handed_back="1"), target=100_000, actuals=[90_000, 90_000])

    assert made.years[1].target == 100_000


def test_a_target_is_rounded_to_the_penny():
    year = over_years(HALF, adjustment(), target=101, actuals=[100]).years[0]

    assert next_target(adjustment(), year) == 101  # 100.5 pence


def test_more_than_five_years_and_bad_terms_are_refused():
    with pytest.raises(ValueError, match="one to 5 years"):
        over_years(HALF, adjustment(), target=1, actuals=[1] * 6)
    with pytest.raises(ValueError, match=r"rebase: 2 .* growth: -1 "):
        over_years(HALF, adjustment("2", growth="-1"), target=1, actuals=[1])
