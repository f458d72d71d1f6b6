"""What the board reads of signed returns: released figures as at a day, in one query."""

import datetime

import pytest

from disclosure import PublishedCount
from tenants.quarters import Quarter
from tenants.returns.figures import ADULT_CHC, BUDGETS, LeftOut, board_figures
from tenants.returns.models import ReleasedQuarter

pytestmark = pytest.mark.django_db

Q1 = Quarter(2015, 1)
IN_PLACE = "groups.in_place.mental_health"


def released(number, day, shown, **facts):
    return ReleasedQuarter.objects.create(
        quarter="2015Q1",
        number=number,
        shown=shown,
        returns=[],
        rule={"network": [7, 5], "areas": {"bristol": [10, 10]}},
        as_at=day,
        **facts,
    )


@pytest.fixture
def two_releases():
    first = {"areas": {"kernow": {IN_PLACE: None, "total.budgets": 15}}, "network": {"total.budgets": 15}}
    second = {
        "areas": {"kernow": {IN_PLACE: None, "total.budgets": 15}, "bristol": {IN_PLACE: 20, "money.spent": 12345}},
        "network": {"total.budgets": 40, "eligibility.in_place.adult_chc": 0, "money.spent": 12345},
    }
    left_out = [{"where": "", "what": "Plans", "reason": "Because.", "cells": ["total.plans"]}]
    released(1, datetime.date(2015, 4, 20), first)
    released(2, datetime.date(2015, 4, 28), second, left_out=left_out)


def test_the_release_that_stood_on_the_day_is_shown(two_releases):
    assert board_figures(datetime.date(2015, 4, 19)).quarters == ()
    assert str(board_figures(datetime.date(2015, 4, 27)).total(Q1, BUDGETS)) == "15"
    assert str(board_figures(datetime.date(2015, 4, 28)).total(Q1, BUDGETS)) == "40"
    assert board_figures(datetime.date(2015, 4, 27)).areas_that_signed(Q1) == {"kernow"}


def test_hidden_nought_and_left_out_are_three_things(two_releases):
    board = board_figures(datetime.date(2015, 7, 15))
    hidden = board.area("kernow", Q1, IN_PLACE)
    assert isinstance(hidden, PublishedCount) and str(hidden) == "*"
    assert str(board.total(Q1, ADULT_CHC)) == "0"
    assert board.network(Q1, "total.plans") is None
    assert board.left_out(Q1) == (LeftOut("", "Plans", "Because.", ("total.plans",)),)


def test_each_areas_figures_carry_its_own_rule(two_releases):
    board = board_figures(datetime.date(2015, 7, 15))
    assert board.area("bristol", Q1, IN_PLACE).rule.name == "S10R10"
    assert board.area("kernow", Q1, IN_PLACE).rule.name == "S7R5"


def test_money_is_exact_and_people_are_never_read_as_money(two_releases):
    board = board_figures(datetime.date(2015, 7, 15))
    assert (board.money(Q1, "money.spent"), board.area_money("kernow", Q1, "money.spent")) == (12345, None)
    with pytest.raises(KeyError):
        board.area_money("kernow", Q1, IN_PLACE)


def test_a_true_count_that_got_into_a_release_is_found_out():
    released(1, datetime.date(2015, 4, 20), {"areas": {"kernow": {IN_PLACE: 3}}, "network": {}})
    with pytest.raises(ValueError, match="never shows 3"):
        board_figures(datetime.date(2015, 7, 15)).area("kernow", Q1, IN_PLACE)


def test_all_quarters_are_read_in_one_query(two_releases, django_assert_num_queries):
    with django_assert_num_queries(1):
        board = board_figures(datetime.date(2015, 7, 15))
        board.total(Q1, BUDGETS)
