"""Releasing signed returns: what is shown, what is left out, and what is kept."""

import datetime

import pytest

from tenants.quarters import Quarter
from tenants.returns.figures import board_figures
from tenants.returns.releases import release_quarter
from tests.tenants.returns.made_up import nothing, sign

pytestmark = pytest.mark.django_db

Q1, Q2 = Quarter(2015, 1), Quarter(2015, 2)
LATER = datetime.date(2015, 7, 15)


def large(**changed):
    """42 people with a budget: 20 with mental health needs, 22 others of no group; everybody is an adult and so on."""
    figures = nothing() | {
        "groups.in_place.mental_health": 20,
        "groups.in_place.none": 22,
        "mechanism.in_place.notional": 42,
        "eligibility.in_place.adult_chc": 29,
        "eligibility.in_place.neither": 13,
        "funding.in_place.nhs_only": 34,
        "funding.in_place.integrated": 8,
        "money.committed": 123456,
    }
    return figures | {key.replace("__", "."): value for key, value in changed.items()}


def test_each_figure_is_shown_by_the_rule_from_its_own_true_value(kernow, person):
    sign(kernow, Q1, large())
    release_quarter(quarter=Q1, by=person())
    board = board_figures(LATER)
    shown = {key: str(board.area("kernow", Q1, key)) for key in ("groups.in_place.mental_health", "total.budgets")}
    # 20 stays 20; 42 becomes 40; the parts that are shown (20 and 20) needn't add up to it.
    assert shown == {"groups.in_place.mental_health": "20", "total.budgets": "40"}
    assert str(board.area("kernow", Q1, "groups.in_place.none")) == "20"
    assert str(board.area("kernow", Q1, "groups.in_place.learning_disability")) == "0"
    assert str(board.area_total("kernow", Q1, "others")) == "15"  # 42 − 29 = 13
    assert board.area_money("kernow", Q1, "money.committed") == 123456
