from datetime import date

import pytest

from finance_models.calc import windows
from finance_models.calc.bands import Bands
from finance_models.calc.windows import Window

YEAR = Window(date(2013, 4, 1), date(2014, 4, 1))


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2013, 4, 1), None, 365), (date(2014, 1, 1), None, 90), (date(2000, 1, 1), date(2013, 9, 30), 183),
        (date(2013, 4, 1), date(2013, 4, 1), 1), (date(2014, 3, 31), date(2020, 1, 1), 1),
        (date(2014, 4, 1), None, 0), (date(2000, 1, 1), date(2013, 3, 31), 0), (date(2013, 6, 2), date(2013, 6, 1), 0),
    ],
)  # fmt: skip
def test_eligible_days_are_those_inside_the_window(first, last, days):
    assert YEAR.overlap(first, last) == days


def test_the_end_is_not_inside():
    assert date(2013, 4, 1) in YEAR
    assert date(2014, 3, 31) in YEAR
    assert date(2014, 4, 1) not in YEAR


def test_months_of_a_window_may_be_parts():
    months = list(Window(date(2013, 12, 20), date(2014, 2, 3)).months())

    assert [month.days for month in months] == [12, 31, 2]
    assert sum(month.days for month in YEAR.months()) == YEAR.days


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2013, 3, 31), "2012/13"), (date(2013, 4, 1), "2013/14"), (date(2000, 1, 5), "1999/00")],
)
def test_a_financial_year_begins_in_april(day, year):
    assert windows.financial_year(day) == year
    assert windows.name_of_year(windows.start_of_year(year)) == year


@pytest.mark.parametrize("name", ["2013", "2013/15", "2013-14", "13/14", " 2013/14", "2013/2014", ""])
def test_what_is_no_financial_year_is_refused(name):
    with pytest.raises(ValueError, match="write it as 2013/14"):
        windows.start_of_year(name)


def test_bands_are_named_by_what_is_divided():
    assert Bands((0, 18, 65), (0, 1, 2, 4)).names()[:5] == ["0-17/0", "0-17/1", "0-17/2-3", "0-17/4+", "18-64/0"]
    assert Bands((0,), (0, 1, 2, 4)).names() == ["0", "1", "2-3", "4+"]
    assert Bands((0, 18, 85), ()).names() == ["0-17", "18-84", "85+"]
    assert Bands((), (0,)).names() == ["all"]


def test_a_person_belongs_to_the_band_whose_edge_they_reach():
    people = [(64, 3), (65, 1), (100, 9)]
    assert [Bands().name_of(age, ltc) for age, ltc in people] == [
        "18-64/2-3",
        "65-74/1",
        "85+/4+",
    ]


def test_a_child_born_after_the_first_year_of_the_window_is_in_the_youngest_band():
    assert Bands().name_of(-1, 0) == "0-17/0"
