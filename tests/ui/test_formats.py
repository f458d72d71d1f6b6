import datetime

import pytest

from ui import formats


def test_date_reads_as_day_month_and_year():
    assert formats.date(datetime.date(2014, 9, 19)) == "19 September 2014"


def test_date_of_nothing_is_empty():
    assert formats.date(None) == ""


def test_date_of_a_moment_is_its_day_in_london():
    late_evening = datetime.datetime(2015, 7, 15, 23, 30, tzinfo=datetime.UTC)

    assert formats.date(late_evening) == "16 July 2015"


@pytest.mark.parametrize(
    ("hour", "minute", "reads"),
    [(0, 0, "midnight"), (9, 0, "9am"), (12, 0, "midday"), (12, 5, "12:05pm"), (16, 30, "4:30pm")],
)
def test_time_reads_as_nhs_pages_write_it(hour, minute, reads):
    assert formats.time(datetime.time(hour, minute)) == reads


@pytest.mark.parametrize(
    ("pence", "reads"),
    [(1234567, "£12,345.67"), (5, "£0.05"), (0, "£0.00"), (-250000, "−£2,500.00"), (None, "")],
)
def test_pounds_come_from_pence(pence, reads):
    assert formats.pounds(pence) == reads


@pytest.mark.parametrize(("pence", "reads"), [(1234567, "£12,346"), (50, "£1"), (49, "£0"), (-150, "−£2")])
def test_whole_pounds_round_halves_up(pence, reads):
    assert formats.whole_pounds(pence) == reads


def test_number_has_thousands_separators():
    assert formats.number(1234567) == "1,234,567"


def test_number_rounds_to_the_decimals_asked_for():
    assert formats.number(2.345, 1) == "2.3"
    assert formats.number(2.25, 1) == "2.3"


def test_number_lets_words_pass():
    assert formats.number("not known") == "not known"


def test_plural_counts_its_noun():
    assert formats.plural(1, "area") == "1 area"
    assert formats.plural(1200, "area") == "1,200 areas"
    assert formats.plural(2, "person", "people") == "2 people"
