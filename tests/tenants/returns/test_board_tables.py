"""Gaps, rates and refusals, by hand."""

import datetime

import pytest

from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.board_tables import rates, reached, refusals
from tenants.returns.figures import BUDGETS, board_figures
from tenants.returns.models import ReleasedQuarter, ReportedRefusal

pytestmark = pytest.mark.django_db

Q1 = Quarter(2015, 1)
DAY = datetime.date(2015, 7, 15)


@pytest.fixture
def board():
    network = {
        "sex.eligible.female": 400,
        "sex.uptake.female": 50,
        "sex.eligible.male": 200,
        "sex.uptake.male": None,
        "sex.eligible.not_known": 0,
        "sex.uptake.not_known": 0,
    }
    ReleasedQuarter.objects.create(
        quarter="2015Q1",
        number=1,
        shown={"areas": {"somerset": {"total.budgets": 55}, "swindon": {"total.budgets": None}}, "network": network},
        returns=[],
        rule={"network": [7, 5], "areas": {}},
        as_at=DAY,
    )
    return board_figures(DAY)


def test_who_is_reached_is_worked_out_from_what_is_shown(board):
    by_name = {each.name: each for each in reached(board, Q1) if each.characteristic == "Sex"}
    assert str(by_name["Female"].share) == "12.5%"  # 50 ÷ 400
    assert str(by_name["Male"].share) == "*"
    assert str(by_name["Not known"].share) == "no figure"
    left_out = [each for each in reached(board, Q1) if each.characteristic == "Age"]
    assert left_out and all(each.share is None for each in left_out)


def test_rates_are_per_100_000_of_the_approximate_population(board):
    found = rates(board, Q1, BUDGETS, Area.objects.filter(slug__in=["somerset", "swindon", "kernow"]))
    # 55 ÷ 551,000 × 100,000 = 9.98
    assert str(found["somerset"]) == "10.0"
    assert str(found["swindon"]) == "*"
    assert found["kernow"] is None


def say(area, group, many, day=datetime.date(2015, 3, 2)):
    ReportedRefusal.objects.bulk_create(ReportedRefusal(area=area, group=group, said_on=day) for _ in range(many))


def test_refusals_are_counted_by_area_and_group_by_the_rule(kernow, bristol):
    say(kernow, "mental_health", 3)
    say(bristol, "mental_health", 12)
    say(bristol, "mental_health", 9, day=datetime.date(2015, 4, 1))
    table = refusals(Q1, DAY, [kernow, bristol])
    place = list(table.column_names).index("People with significant mental health needs")
    assert [str(row[place]) for row in table.cells] == ["*", "10"]
    assert str(table.grand_total) == "15"


def test_a_total_that_would_tell_is_left_out(kernow, bristol):
    # 6 and 7 make 13, shown as 15: each would be 6 or 7.
    say(kernow, "mental_health", 6)
    say(bristol, "mental_health", 7)
    table = refusals(Q1, DAY, [kernow, bristol])
    assert {str(cell) for row in table.cells for cell in row} == {"*", "0"}
    assert None in (table.row_totals, table.column_totals, table.grand_total)


def test_what_was_said_after_the_day_is_not_counted(kernow, bristol):
    say(kernow, "mental_health", 12)
    table = refusals(Q1, datetime.date(2015, 3, 1), [kernow, bristol])
    assert str(table.grand_total) == "0"
