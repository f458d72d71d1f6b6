"""The complexity-adjusted model: known structures, beside one row a person, and what has to add up."""

import random
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from finance_models.calc import band_sums, capitation, complexity
from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.bands import Bands
from finance_models.calc.complexity import NoModel
from finance_models.calc.complexity.design import frame, kinds_of, terms_of
from finance_models.calc.people import person_costs
from tests.finance_models.calc.linked_samples import YEAR, costed, line, person, synthetic

TERMS = CapitationTerms(truncation=Decimal(30_000), credibility=Decimal(0), bands=Bands((), (0, 1)))


@pytest.fixture(scope="module")
def model():
    return complexity.fit(synthetic(3_000)[0], TERMS)


def two_levels(**rest):
    """120 people without conditions at 100.00 and 60 with one at 300.00, of one age."""
    people = [person(f"n{at:03}", ltc_count=0) for at in range(120)]
    people += [person(f"o{at:03}", ltc_count=1, **rest) for at in range(60)]
    lines = [line(each["person_id"], 100 if each["ltc_count"] == 0 else 300) for each in people]
    lines[0]["cost_pence"], lines[1]["cost_pence"] = 5_000, 15_000  # the mean stays
    return people, lines


def test_a_factor_is_the_ratio_of_mean_costs():
    made = complexity.fit(costed(*two_levels()), TERMS, power=1.5)
    constant, one = made.coefficients

    assert (one.term, one.reference, one.people) == ("long-term conditions: 1", "long-term conditions: 0", 60)
    assert constant.factor == pytest.approx(100)
    assert one.factor == pytest.approx(3)
    assert one.interval[0] < 3 < one.interval[1]
    assert made.scale == pytest.approx(1)
    assert made.band_rates == {"0": 10_000, "1+": 30_000}
    assert made.reference_rates() == {"0": Decimal(100), "1+": Decimal(300)}
    # 1 - 2 x 50.00 squared by what one rate for all misses: 120 x 66.67 squared + 60 x 133.33 squared + 2 x 50 squared
    assert made.r_squared == pytest.approx(1 - 5_000 / 1_605_000, abs=1e-6)


def test_each_person_counts_by_their_person_years():
    people, lines = two_levels()
    for each in people[120:]:
        each["eligible_to"] = YEAR.start.replace(year=2013, month=8, day=11)  # 133 of 365 days
    made = complexity.fit(costed(people, lines), TERMS, power=1.5)

    assert made.coefficients[1].factor == pytest.approx(3 * 365 / 133)


def test_activation_counts_only_where_it_is_suitable():
    people, lines = two_levels(pam_level=1)
    usable = complexity.fit(costed(people, lines), TERMS, power=1.5)
    for each in people:
        each["pam_suitable"] = False
    unsuitable = complexity.fit(costed(people, lines), TERMS, power=1.5)

    # All with one condition have level 1: the second of two terms that say the same is left out.
    assert "activation level 1" in usable.left_out
    assert len(usable.coefficients) == 2
    assert "activation level 1" in unsuitable.left_out
    for each in people[:30]:
        each["pam_suitable"], each["pam_level"] = True, 2
    found = complexity.fit(costed(people, lines), TERMS, power=1.5)
    assert [each.term for each in found.coefficients][-1] == "activation level 2"


def test_synthetic_people_fitted_one_row_each_by_statsmodels_give_the_same(model):
    import statsmodels.api as sm

    costing = synthetic(3_000)[0]
    people = frame(costing, TERMS)
    kinds = kinds_of(people, 365)
    columns = np.column_stack([each.column for each in terms_of(kinds)[0]])[kinds.of_person]
    family = sm.families.Tweedie(link=sm.families.links.Log(), var_power=model.power)
    cost, years = people["pence"].to_numpy() / 100, people["days"].to_numpy() / 365
    result = sm.GLM(cost, columns, family=family, exposure=years).fit(cov_type="HC1", maxiter=200)

    assert [each.value for each in model.coefficients] == pytest.approx(list(result.params), abs=1e-9)
    assert [each.standard_error for each in model.coefficients] == pytest.approx(list(result.bse), rel=0.005)
    assert [each.p_value for each in model.coefficients] == pytest.approx(list(result.pvalues), abs=0.01)
    assert model.people == len(people)


def test_predictions_add_up_to_the_cost(model):
    people = frame(synthetic(3_000)[0], TERMS)
    years = people.groupby("band")["days"].sum() / 365

    assert len(model.tenths) == 10
    assert sum(each.people for each in model.tenths) == len(people)
    assert sum(each.actual for each in model.tenths) == people["pence"].sum()
    assert sum(each.predicted for each in model.tenths) == pytest.approx(people["pence"].sum(), abs=10)
    assert sum(rate * years[band] for band, rate in model.band_rates.items()) == pytest.approx(
        people["pence"].sum(), rel=1e-4
    )
    assert model.tenths[9].predicted > 5 * model.tenths[0].predicted
    assert 0.5 < model.tenths[9].ratio < 1.5


def test_more_conditions_cost_more_and_the_model_explains_some_of_it(model):
    factors = {each.term: each.factor for each in model.coefficients}

    assert 1 < factors["long-term conditions: 1"] < factors["long-term conditions: 4"]
    assert 0 < model.r_squared < 1
    assert 0 < model.deviance_explained < 1
    # Three conditions or more make the group: the counts say so already.
    assert "group multiple_ltc" in model.left_out


def test_the_power_that_misses_least_is_taken(model):
    others = {power: complexity.fit(synthetic(3_000)[0], TERMS, power=power).r_squared for power in (1.1, 1.5)}

    assert model.power in complexity.POWERS
    assert others[1.1] != others[1.5]
    assert model.r_squared >= max(others.values())


def test_the_order_of_rows_does_not_matter():
    people, lines = two_levels()
    first = complexity.fit(costed(people, lines), TERMS, power=1.5)
    random.Random(1).shuffle(people)
    random.Random(2).shuffle(lines)

    assert complexity.fit(costed(people, lines), TERMS, power=1.5) == first


def test_a_group_is_paid_for_by_the_model_where_bands_pay_for_all_alike():
    one_band = replace(TERMS, bands=Bands((), ()))
    people, lines = two_levels(groups="mental_health")
    made = complexity.fit(costed(people, lines), one_band, power=1.5)

    # 30,000.00 over 180 people: 60 of them are expected to cost 10,000.00 by one band, and cost 18,000.00.
    assert [(each.group, each.people, each.actual, each.by_bands) for each in made.groups] == [
        ("mental_health", 60, 1_800_000, 1_000_000)
    ]
    assert made.groups[0].predicted == pytest.approx(1_800_000, abs=1)
    assert made.groups[0].ratio_by_bands == pytest.approx(10 / 18)
    assert made.r_squared_of_bands == pytest.approx(0, abs=1e-9)
    assert complexity.fit(costed(people, lines), TERMS, power=1.5).r_squared_of_bands == pytest.approx(made.r_squared)


def test_both_payments_add_up_to_the_baseline_value():
    people, lines = two_levels()
    costing = costed(people, lines)
    terms = replace(TERMS, inflation=Decimal("0.1"))
    rates = capitation.capitate(band_sums.band_sums(person_costs(costing), terms), costing.window, terms)
    # A model that expects as much of everybody: 200.00, which is too much by 20%.
    model = replace(complexity.fit(costing, terms, power=1.5), band_rates={"0": 20_000, "1+": 20_000})
    found = complexity.payments(model, rates)

    assert rates.value == 3_300_000
    assert [(each.band, each.people, each.banded_payment) for each in found] == [
        ("0", 120, 1_320_000), ("1+", 60, 1_980_000),
    ]  # fmt: skip
    assert [each.adjusted_payment for each in found] == [2_200_000, 1_100_000]
    assert sum(each.adjusted * each.person_years for each in found) == rates.total * rates.uplift
    nothing = complexity.payments(replace(model, band_rates={"0": 0, "1+": 0}), rates)
    assert [each.adjusted_payment for each in nothing] == [0, 0]


def test_tables_have_a_row_a_term_and_a_row_a_tenth(model):
    assert list(model.table()["term"])[0] == "constant"
    assert len(model.table()) == len(model.coefficients)
    assert list(model.tenths_table()["tenth"]) == list(range(1, 11))


@pytest.mark.parametrize(
    ("people", "pounds", "power", "said"),
    [
        (99, 1, None, "There are 99 people"),
        (100, 0, None, "Everybody costs the same"),
        (100, -5, None, "refunds are above their cost"),
        (100, 1, 2.0, "power of 2.0 doesn't fit"),
    ],
)
def test_people_who_allow_no_model_are_refused_in_words(people, pounds, power, said):
    everybody = [person(f"p{at}") for at in range(people)]
    with pytest.raises(NoModel, match=said):
        complexity.fit(costed(everybody, [line("p1", pounds)]), TERMS, power=power)
