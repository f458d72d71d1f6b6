"""The board's statuses of every area and milestone: as at a day, from published rows alone, in one query."""

import datetime

import pytest

from tenants.contexts import in_area
from tenants.models import Area, NationalMilestone
from tenants.programme.milestone_status import statuses
from tenants.rollout.milestones import actions
from tenants.rollout.models import Milestone
from tests.queries import count_of
from tests.tenants.rollout.saying import TODAY, own, say

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


def found(on=TODAY):
    return statuses(on, Area.objects.in_use(), NationalMilestone.objects.all())


def test_every_area_has_a_status_for_every_milestone_though_none_has_said_anything(kernow):
    every = found()
    assert len(every.national) == 11 * 16
    stage_2 = every.national[kernow.pk, "finance-2"]
    assert (stage_2.status.colour, stage_2.status.why, stage_2.row) == ("red", "Overdue by 76 days.", None)
    assert every.national[kernow.pk, "learning"].status.colour == "green"
    assert every.said == []


def test_on_the_last_day_of_march_2015_the_milestones_of_april_are_near_and_have_no_evidence(kernow):
    """30 days before 30 April is 31 March: not yet near. 2 April is 28 days before."""
    assert found(datetime.date(2015, 3, 31)).national[kernow.pk, "finance-2"].status.colour == "green"
    assert found(datetime.date(2015, 4, 2)).national[kernow.pk, "finance-2"].status.colour == "amber"


def test_what_an_area_says_counts_from_its_day_on_and_for_that_area_alone(kernow, bristol):
    say(kernow, "finance-2", done_on=datetime.date(2015, 6, 10), on=datetime.date(2015, 6, 11))
    assert found(datetime.date(2015, 6, 10)).national[kernow.pk, "finance-2"].status.colour == "red"
    now = found()
    assert now.national[kernow.pk, "finance-2"].status.colour == "done"
    assert now.national[kernow.pk, "finance-2"].slip_days == 41
    assert now.national[bristol.pk, "finance-2"].status.colour == "red"


def test_what_is_in_the_workspace_and_not_published_is_not_seen(kernow):
    with in_area(kernow):
        Milestone.objects.create(national_key="finance-2", done_on=TODAY)
    assert found().national[kernow.pk, "finance-2"].status.colour == "red"


def test_a_status_set_by_hand_is_marked_for_the_board(kernow):
    say(kernow, "finance-2", override="amber", override_reason="The vote is on Friday")
    status = found().national[kernow.pk, "finance-2"].status
    assert (status.words, status.computed) == ("Amber, set by hand", "red")


def test_an_areas_own_milestones_stand_beside_until_they_are_taken_off(kernow, bristol):
    key = own(kernow, on=datetime.date(2015, 5, 1))
    with in_area(kernow):
        actions.take_off(area=kernow, key=key, reason="No hall", by=None, on=datetime.date(2015, 7, 1))
    before = found(datetime.date(2015, 6, 30))
    assert [(each.title, each.status.colour) for each in before.local[kernow.pk]] == [("Hall booked", "green")]
    assert before.local[bristol.pk] == []
    assert found().local[kernow.pk] == []


def test_all_of_it_takes_one_query_however_much_was_said(kernow, bristol):
    areas, milestones = list(Area.objects.in_use()), list(NationalMilestone.objects.all())
    for area in (kernow, bristol):
        for number in range(4):
            say(area, "finance-2", comment=f"Word {number}")
            own(area, title=f"Step {number}")
    assert count_of(lambda: statuses(TODAY, areas, milestones)) == 1
