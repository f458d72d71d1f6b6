"""Shadow payment month by month, by hand and by counting every person's every day."""

import datetime
from fractions import Fraction

from finance_models.calc.bands import Bands
from finance_models.calc.shadow import shadow
from finance_models.calc.windows import Window
from tests.finance_models.calc.linked_samples import YEAR, costed, line, person, rows, synthetic

CONDITIONS = Bands(age_edges=(), ltc_edges=(0, 1, 2))
EVERYBODY = Bands(age_edges=(), ltc_edges=())


def test_a_month_pays_for_its_days_and_shows_what_was_spent():
    costing = costed(
        [person("a", ltc_count=0), person("b", ltc_count=2, eligible_to=datetime.date(2013, 4, 10))],
        [line("a", 50, "2013-04-30"), line("b", 20, "2013-04-01"), line("a", 7.5, "2013-05-01"), line("a", None)],
    )
    made = shadow(costing, {"0": 365_00, "2+": 730_00}, CONDITIONS)
    april, may, june = made.months[:3]

    # April: 30 days at 1 pound and 10 days at 2 pounds.
    assert (april.days, april.payment, april.actual, april.variance) == (40, 50_00, 70_00, -20_00)
    assert (may.days, may.payment, may.actual) == (31, 31_00, 7_50)
    assert (june.lines, june.uncosted, june.actual) == (1, 1, 0)
    assert made.cumulative[:3] == (-20_00, 3_50, 33_50)
    assert [month.start.month for month in made.months] == [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]


def test_half_a_penny_is_rounded_up_once_a_month():
    window = Window(datetime.date(2013, 4, 1), datetime.date(2013, 4, 3))
    costing = costed([person("a"), person("b", eligible_to=datetime.date(2013, 4, 1))], [], window=window)

    # 3 days of 2, at one penny a person-year: 1.5 pence.
    assert shadow(costing, {"all": 1}, EVERYBODY).months[0].payment == 2


def test_a_window_that_cuts_months_counts_only_its_own_days():
    window = Window(datetime.date(2013, 4, 20), datetime.date(2013, 6, 10))
    costing = costed([person("a")], [line("a", 3, "2013-04-19"), line("a", 4, "2013-06-09")], window=window)

    made = shadow(costing, {"all": 5100}, EVERYBODY)
    assert [(month.days, month.payment, month.actual) for month in made.months] == [
        (11, 1100, 0),
        (31, 3100, 0),
        (9, 900, 400),
    ]


def test_people_whose_band_has_no_rate_are_named_and_bring_nothing():
    made = shadow(costed([person("a", ltc_count=0), person("b", ltc_count=1)], []), {"0": 100}, CONDITIONS)

    assert made.without_rate == {"1": 365}
    assert made.warnings[0].startswith("Band 1: there is no rate for it, so its 1.00 person-years")


def test_synthetic_people_counted_day_by_day_give_the_same():
    costing, _ = synthetic(600)
    rates = {"0": 100_000, "1": 200_003, "2+": 500_001}
    made = shadow(costing, rates, CONDITIONS)

    paid, spent = [Fraction(0)] * 12, [0] * 12
    for each in rows(costing.data.people):
        rate = rates["2+" if each["ltc_count"] > 1 else str(each["ltc_count"])]
        for number in range(365):
            day = YEAR.start + datetime.timedelta(days=number)
            if each["eligible_from"] <= day and (each["eligible_to"] is None or day <= each["eligible_to"]):
                paid[(day.month - 4) % 12] += Fraction(rate, 365)
    for each in rows(costing.lines):
        if each["outcome"] == "costed":
            spent[(each["date"].month - 4) % 12] += each["pence"]
    assert [month.payment for month in made.months] == [int(sum_ + Fraction(1, 2)) for sum_ in paid]
    assert [month.actual for month in made.months] == spent


def test_the_table_has_a_row_a_month():
    table = shadow(costed([person("a")], [line("a", 1)]), {"all": 36500}, EVERYBODY).table()

    assert len(table) == 12
    assert table["payment_pence"].sum() == 36500
    assert table["cumulative_variance_pence"].iloc[-1] == 36400
