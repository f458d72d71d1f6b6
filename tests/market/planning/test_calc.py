"""What a year costs: examples worked out by hand, and the same week by week with inputs that nobody thought of."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.planning.calc.assistants import Assistant, costs, costs_of_all
from market.planning.calc.money import a_year, whole_pence
from market.planning.calc.rates import RATES_2015_16 as RATES
from tests.market.planning import slow_assistants


def of(hours, rate, **facts):
    return costs(Assistant(Decimal(hours), rate, **facts), RATES, allowance_left=RATES.allowance)


def test_twenty_hours_a_week_at_nine_pounds():
    # £180 a week. 52 weeks: £9,360. Holiday: £9,360 × 5.6 / 46.4 = £1,129.66. National Insurance: (180 − 156) × 13.8%
    # = £3.312 for each of 52 × 52 / 46.4 = 58.2759 paid weeks: £193.01, which the Employment Allowance takes off.
    # £180 is not above £192, so nobody has to be enrolled in a pension.
    found = of(20, 900)
    assert (found.wages, found.holiday, found.national_insurance) == (936_000, 112_966, 19_301)
    assert (found.allowance, found.pension, found.contingency) == (19_301, 0, 0)
    assert found.total == 1_048_966


def test_thirty_hours_a_week_with_everything():
    # £285 a week: £14,820; holiday £1,788.62; National Insurance £17.802 × 58.2759 = £1,037.43, no allowance claimed;
    # pension 1% of £285 − £112 = £1.73 × 58.2759 = £100.82. Together £17,746.87; contingency 5%: £887.34.
    found = of(
        30,
        950,
        insurance_pence=7_500,
        payroll_pence=18_000,
        contingency_percent=Decimal(5),
        claims_allowance=False,
    )
    assert (found.wages, found.holiday, found.national_insurance) == (1_482_000, 178_862, 103_743)
    assert (found.allowance, found.pension, found.contingency) == (0, 10_082, 88_734)
    assert found.total == 1_774_687 + 88_734 + 7_500 + 18_000


def test_ten_weeks_in_the_holidays():
    # £320 a week for 10 weeks: £3,200; holiday £386.21; paid weeks 11.2069; insurance £22.632 × 11.2069 = £253.63.
    found = of(40, 800, weeks=Decimal(10))
    assert (found.wages, found.holiday, found.national_insurance) == (320_000, 38_621, 25_363)


def test_nothing_is_due_on_pay_of_156_pounds_and_a_little_on_a_penny_more():
    assert of(1, 15_600).national_insurance == 0
    assert of(1, 15_601).national_insurance == 8  # 0.138p × 58.2759 = 8.04p


def test_people_under_21_cost_no_national_insurance_up_to_815_pounds_a_week():
    assert of(40, 1_000, is_under_21=True).national_insurance == 0
    assert of(1, 81_600, is_under_21=True).national_insurance == 804  # 13.8p × 58.2759


def test_a_pension_is_paid_from_above_192_pounds_on_what_lies_between_112_and_815():
    assert of(1, 19_200).pension == 0
    assert of(1, 19_201).pension == 4_663  # 1% of £80.01 = 80.01p × 58.2759
    assert of(1, 90_000).pension == of(1, 81_500).pension == 40_968  # £7.03 × 58.2759


def test_the_employment_allowance_is_had_once_by_an_employer_of_several():
    # Each owes £1,037.43: the first has it all taken off, the second what is left of £2,000.
    pair = costs_of_all([Assistant(Decimal(30), 950)] * 3, RATES)
    assert [each.allowance for each in pair] == [103_743, 200_000 - 103_743, 0]


def test_holiday_is_12_07_percent_of_what_is_worked():
    assert RATES.holiday_share == Fraction(56, 464)
    assert round(float(RATES.holiday_share), 4) == 0.1207


def test_the_least_for_an_hour_goes_up_in_october_2015():
    least = [RATES.minimum_wage(datetime.date(2015, *day), is_under_21=False) for day in ((9, 30), (10, 1))]
    assert least == [650, 670]
    assert RATES.minimum_wage(datetime.date(2015, 10, 1), is_under_21=True) == 530


def test_all_that_makes_no_sense_is_told_at_once():
    with pytest.raises(ValueError, match=r"168 hours\. .*52 weeks\. .*more than nothing\."):
        of(169, 0, weeks=Decimal(53))
    assert Assistant(Decimal(1), 1, pension_percent=Decimal(101), insurance_pence=-1).problems() == [
        "Insurance and payroll are not below nothing.",
        "A percentage is from 0 to 100.",
    ]


@pytest.mark.parametrize(
    ("price", "quantity", "per", "expected"),
    [
        (1_450, "2.5", "week", 188_500),
        (3_000, "1", "month", 36_000),
        (99, "3", "year", 297),
        (12_345, "1", "once", 12_345),
    ],
)
def test_a_price_for_a_year(price, quantity, per, expected):
    assert a_year(price_pence=price, quantity=Decimal(quantity), per=per) == expected


def test_half_a_penny_is_rounded_up():
    assert [whole_pence(Fraction(each)) for each in ("1/2", "3/2", "49/100", "0")] == [1, 2, 0, 0]


hundredths = lambda low, high: st.decimals(low, high, places=2)  # noqa: E731


@given(
    hours=hundredths("0.01", 168),
    rate=st.integers(1, 5_000),
    weeks=hundredths("0.01", 52),
    under_21=st.booleans(),
    pension=hundredths(0, 100),
    contingency=hundredths(0, 100),
    extras=st.tuples(st.integers(0, 100_000), st.integers(0, 100_000)),
    allowance=st.integers(0, 200_000),
)
def test_the_year_comes_to_the_same_week_by_week(hours, rate, weeks, under_21, pension, contingency, extras, allowance):
    assistant = Assistant(hours, rate, weeks, under_21, pension, *extras, contingency)
    found = costs(assistant, RATES, allowance_left=allowance)
    total, kinds = slow_assistants.year(
        hours, rate, weeks, under_21=under_21, pension_percent=pension, insurance=extras[0], payroll=extras[1],
        contingency_percent=contingency, allowance=allowance,
    )  # fmt: skip
    assert found.total == total
    assert (found.wages, found.holiday, found.national_insurance, found.allowance) == (
        kinds["wages"],
        kinds["holiday"],
        kinds["insurance_due"],
        kinds["off"],
    )
    assert (found.pension, found.contingency) == (kinds["pension"], kinds["contingency"])
