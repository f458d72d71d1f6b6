"""The projection per 1,000 people, worked by hand."""

import pytest

from tenants.programme.projection import Assumptions, percent, project

DEFAULTS = {"cohort": 500, "plans": 100, "social": None, "health": 4}


def test_kernow_by_the_frameworks_rates_has_27400_people_who_could_benefit_and_5480_plans():
    found = {each.stage.key: each for each in project(Assumptions(548_000, DEFAULTS))}
    assert (found["cohort"].of_each_1000, found["cohort"].people) == (50, 27_400)
    assert (found["plans"].of_each_1000, found["plans"].people) == (10, 5_480)
    assert (found["social"].of_each_1000, found["social"].people) == (None, None)
    assert str(found["health"].of_each_1000) == "0.4"
    assert found["health"].people == 219  # 219.2


def test_half_a_person_is_rounded_up():
    found = project(Assumptions(1_250, {"cohort": 100, "plans": None, "social": None, "health": None}))
    assert found[0].people == 13  # 12.5


def test_people_with_budgets_cannot_be_more_than_those_with_plans():
    faults = Assumptions(1_000, {"cohort": 500, "plans": 100, "social": 60, "health": 50}).validate()
    assert len(faults) == 1
    assert "is 1%" in faults[0]
    assert "1.1%" in faults[0]


def test_every_fault_is_said_at_once():
    faults = Assumptions(0, {"cohort": 20_000, "plans": -1}).validate()
    assert len(faults) == 3
    with pytest.raises(ValueError, match="at least 1"):
        project(Assumptions(0, DEFAULTS))


def test_rates_are_written_as_people_write_them():
    assert [percent(rate) for rate in (500, 100, 4, 150, 10_000, 0)] == ["5%", "1%", "0.04%", "1.5%", "100%", "0%"]
