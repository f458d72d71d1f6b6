"""Calendar quarters, and the financial year that starts in April."""

import datetime

import pytest

from tenants.quarters import Quarter, finished_by, of, parse


@pytest.mark.parametrize(
    ("key", "words", "last_day"),
    [
        ("2014Q4", "October to December 2014 (Q3 2014/15)", datetime.date(2014, 12, 31)),
        ("2015Q1", "January to March 2015 (Q4 2014/15)", datetime.date(2015, 3, 31)),
        ("2015Q2", "April to June 2015 (Q1 2015/16)", datetime.date(2015, 6, 30)),
        ("1999Q4", None, None),
    ],
)
def test_a_quarter_is_named_by_its_months_and_its_financial_year(key, words, last_day):
    quarter = parse(key)
    assert (str(quarter) if quarter else None) == words
    assert (quarter.last_day if quarter else None) == last_day


def test_a_quarter_is_over_on_its_last_day():
    assert finished_by(datetime.date(2015, 3, 30)) == [Quarter(2014, 4)]
    assert finished_by(datetime.date(2015, 3, 31)) == [Quarter(2015, 1), Quarter(2014, 4)]


def test_the_turn_of_the_century_has_two_digits():
    assert str(Quarter(2100, 1)) == "January to March 2100 (Q4 2099/00)"


@pytest.mark.parametrize("day", [datetime.date(2015, 1, 1), datetime.date(2015, 3, 31)])
def test_a_day_lies_in_its_quarter(day):
    assert of(day) == Quarter(2015, 1)


@pytest.mark.parametrize("key", ["", "2015", "2015Q5", "2015q1", "15Q1", "2015Q11"])
def test_what_is_no_quarter_is_none(key):
    assert parse(key) is None
