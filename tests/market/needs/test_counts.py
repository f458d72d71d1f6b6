"""What may be known of how many people miss what."""

import datetime
import itertools

import pytest

from accounts.models import User
from config.today import today
from disclosure import RawCount
from market.models import UnmetNeed
from market.needs import counts, recording

LAST_MONTH = counts.counted_to()
_numbers = itertools.count(1)


@pytest.fixture
def missing(kernow):
    """`missing(9, need="therapy", place_kind="town")`: so many people say so, in the month before."""

    def say(number, *, on=LAST_MONTH, by=None, **facts):
        usual = {"area": kernow, "need": "therapy", "place_kind": "town", "availability": "regular"}
        made = []
        for _ in range(number):
            who = by or User.objects.create_user(f"misses-{next(_numbers)}@example.org")
            made.append(recording.unmet(by=who, **{**usual, **facts}))
        UnmetNeed.objects.filter(pk__in=[row.pk for row in made]).update(said_on=on)
        return made

    return say


def shown(table, need):
    """The texts of one row."""
    return next([str(count) for count in row] for name, row in table.lines() if name == counts.NEEDS[need])


def test_seven_people_are_a_star_and_eight_are_about_ten(missing, kernow):
    missing(7, need="therapy")
    missing(8, need="payroll")
    people = counts.of_area(kernow).people
    assert [str(people[need]) for need in ("therapy", "payroll", "broker")] == ["*", "10", "0"]


def test_one_person_counts_once_however_often_they_say_it(missing, kernow):
    (first,) = missing(1)
    missing(9, by=first.said_by)
    assert str(counts.of_area(kernow).people["therapy"]) == "*"


def test_what_is_said_this_month_moves_no_figure_before_the_next(missing, kernow):
    missing(7)
    before = counts.of_area(kernow)
    missing(1, on=today())
    assert [str(count) for count in counts.of_area(kernow).people.values()] == [str(c) for c in before.people.values()]
    missing(1)
    assert str(counts.of_area(kernow).people["therapy"]) == "10"


def test_what_is_found_this_month_still_counts_until_its_end(missing, kernow):
    said = missing(8)
    recording.found_since(unmet=said[0], by=said[0].said_by)
    assert str(counts.of_area(kernow).people["therapy"]) == "10"
    UnmetNeed.objects.filter(pk=said[0].pk).update(closed_on=LAST_MONTH)
    assert str(counts.of_area(kernow).people["therapy"]) == "*"


def test_another_area_and_last_year_are_not_counted(missing, kernow, bristol):
    missing(10, area=bristol)
    missing(10, on=LAST_MONTH - datetime.timedelta(days=365))
    missing(10, on=LAST_MONTH - datetime.timedelta(days=364), need="broker")
    people = counts.of_area(kernow).people
    assert (str(people["therapy"]), str(people["broker"])) == ("0", "10")
    assert str(counts.by_need_and_area([kernow, bristol])["therapy", "bristol"]) == "10"


def test_needs_are_counted_by_place_kind_time_and_group(missing, kernow):
    missing(10, place_kind="village", availability="crisis", times=["night", "weekend"], group="mental_health")
    missing(20, place_kind="town", availability="regular")
    place, kind, time, group = (each.table for each in counts.of_area(kernow).breakdowns)
    assert shown(place, "therapy") == ["20", "10", "30"]
    assert shown(kind, "therapy") == ["20", "0", "10", "30"]
    assert shown(time, "therapy") == ["0", "0", "10", "10", "20", "30"]
    assert shown(group, "therapy") == ["0", "0", "0", "10", "20", "30"]


def test_a_need_whose_stars_its_total_would_give_away_is_left_out_of_that_table(missing, kernow):
    # 6 and 7 are 13, shown as 15: each star could be 6 or 7 alone.
    missing(6, place_kind="town")
    missing(7, place_kind="village")
    missing(10, need="payroll")
    place, kind, *_ = counts.of_area(kernow).breakdowns
    assert place.left_out == ("Therapy",)
    assert place.table.row_names == ("Payroll",)
    assert shown(kind.table, "therapy") == ["15", "0", "0", "15"]


def test_rows_whose_people_were_erased_still_count(missing, kernow):
    said = missing(8)
    UnmetNeed.objects.filter(pk__in=[row.pk for row in said]).update(said_by=None, what="")
    assert str(counts.of_area(kernow).people["therapy"]) == "10"


def test_no_true_count_leaves_the_module(missing, kernow):
    missing(3)
    found = counts.of_area(kernow)
    values = [*found.people.values(), *found.searches.values()]
    assert not any(isinstance(value, (int, RawCount)) for value in values)


def test_an_area_is_counted_with_the_same_number_of_queries_however_much_was_said(
    missing, kernow, django_assert_num_queries
):
    missing(12)
    missing(12, need="payroll", place_kind="village")
    with django_assert_num_queries(2):
        counts.of_area(kernow)


def test_people_are_counted_to_the_end_of_the_month_before():
    assert counts.counted_to(datetime.date(2015, 7, 15)) == datetime.date(2015, 6, 30)
    assert counts.counted_to(datetime.date(2016, 3, 1)) == datetime.date(2016, 2, 29)
