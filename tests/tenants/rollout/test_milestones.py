"""An area says where it stands with a milestone: kept with its reason, published for the board, apart from others."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from audit.models import AuditRow
from notify.models import Notification
from tenants.contexts import in_area
from tenants.returns.models import PublishedMilestone
from tenants.rollout.milestones import actions, queries, slippage
from tenants.rollout.models import Change, Milestone
from tests.tenants.rollout.saying import TODAY, own, say

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


def published(area, key):
    return PublishedMilestone.objects.filter(area=area, key=key).order_by("pk")


def test_a_new_area_has_the_16_national_milestones_and_no_rows_of_its_own(kernow):
    with in_area(kernow):
        found = queries.in_force()
        assert Milestone.objects.count() == 0
    assert len(found) == 16
    assert [each.due for each in found] == sorted(each.due for each in found)
    assert found[0].key == "eoi"


def test_what_the_area_says_is_merged_with_the_national_words_and_date(kernow):
    say(kernow, "finance-2", forecast=datetime.date(2015, 8, 1), reason="The data came late", owner="Finance lead")
    with in_area(kernow):
        found = queries.find("finance-2")
    assert (found.title, found.due) == ("Financial model (Stage 2)", datetime.date(2015, 4, 30))
    assert (found.forecast, found.owner) == (datetime.date(2015, 8, 1), "Finance lead")


def test_each_save_is_published_and_earlier_rows_stay(kernow):
    say(kernow, "finance-2", forecast=datetime.date(2015, 8, 1), reason="The data came late")
    say(kernow, "finance-2", done_on=datetime.date(2015, 7, 14), evidence="Board minutes of July")
    rows = list(published(kernow, "finance-2"))
    assert [(row.forecast, row.done_on, row.has_evidence, row.reason) for row in rows] == [
        (datetime.date(2015, 8, 1), None, False, "The data came late"),
        (datetime.date(2015, 8, 1), datetime.date(2015, 7, 14), True, ""),
    ]
    assert {row.as_at for row in rows} == {TODAY}


def test_what_the_evidence_is_does_not_leave_the_area(kernow):
    say(kernow, "finance-2", evidence="Letter about Mrs Example", owner="Ann Example")
    row = published(kernow, "finance-2").get()
    assert "Example" not in str([getattr(row, field.name) for field in row._meta.concrete_fields])


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_date_does_not_move_without_a_reason(kernow, reason):
    with pytest.raises(actions.ReasonMissing):
        say(kernow, "finance-2", forecast=datetime.date(2015, 8, 1), reason=reason)
    with in_area(kernow):
        assert Milestone.objects.count() == 0
    assert not published(kernow, "finance-2").exists()


def test_a_comment_needs_no_reason(kernow):
    assert say(kernow, "finance-2", comment="We wait for the council").comment == "We wait for the council"


def test_nothing_changed_is_told_so(kernow):
    with pytest.raises(actions.MilestoneUnchanged):
        say(kernow, "finance-2", comment="")


def test_a_status_by_hand_without_its_reason_is_refused_by_the_action_and_by_the_database(kernow):
    with pytest.raises(ValidationError, match="Say why the status is set by hand"):
        say(kernow, "finance-2", override="green", override_reason="")
    with in_area(kernow), pytest.raises(IntegrityError), transaction.atomic():
        Milestone.objects.create(national_key="finance-2", override="green")


def test_taking_a_status_by_hand_away_takes_its_reason_away(kernow):
    say(kernow, "finance-2", override="green", override_reason="The council has agreed")
    assert say(kernow, "finance-2", override="").override_reason == ""


def test_the_date_and_words_of_a_national_milestone_are_not_the_areas_to_change(kernow):
    with pytest.raises(ValueError, match="due, title"):
        say(kernow, "finance-2", due=TODAY, title="Ours", reason="Why")


def test_the_history_keeps_who_what_and_why(kernow, person):
    lead = person("area-lead", area=kernow)
    say(kernow, "finance-2", forecast=datetime.date(2015, 8, 1), reason="The data came late", by=lead)
    with in_area(kernow):
        (change,) = Change.objects.filter(thing="milestone").select_related("by")
    assert (change.field, change.before, change.after) == ("forecast", "", "1 August 2015")
    assert (change.reason, change.by, change.on) == ("The data came late", lead, TODAY)


def test_the_audit_says_which_fields_and_not_what_was_written(kernow, person):
    lead = person("area-lead", area=kernow)
    say(kernow, "finance-2", comment="Call Mrs Example", by=lead)
    row = AuditRow.objects.filter(action="milestone.change").latest("pk")
    assert (row.by, row.area, row.detail) == (lead, kernow, {"milestone": "finance-2", "fields": ["comment"]})


def test_a_milestone_of_the_areas_own_is_published_under_its_number(kernow):
    key = own(kernow, group="mental_health")
    row = published(kernow, key).get()
    assert key.startswith("local-")
    assert (row.is_national, row.title, row.group, row.due) == (
        False, "Hall booked", "mental_health", datetime.date(2015, 9, 30)
    )  # fmt: skip


def test_a_milestone_of_the_areas_own_without_a_name_is_refused(kernow):
    with pytest.raises(ValidationError):
        own(kernow, title="")
    assert not PublishedMilestone.objects.exists()


def test_a_milestone_taken_off_the_plan_stays_readable_and_comes_back(kernow):
    key = own(kernow)
    with in_area(kernow):
        actions.take_off(area=kernow, key=key, reason="The hall burnt down", by=None)
        assert key not in [each.key for each in queries.in_force()]
        assert queries.find(key).withdrawn_on == TODAY
        with pytest.raises(actions.MilestoneUnchanged):
            actions.take_off(area=kernow, key=key, reason="Again", by=None)
        actions.put_back(area=kernow, key=key, reason="Another hall", by=None)
        assert key in [each.key for each in queries.in_force()]
    assert [row.is_withdrawn for row in published(kernow, key)] == [False, True, False]


def test_a_national_milestone_stays_in_the_plan(kernow):
    with in_area(kernow), pytest.raises(ValueError, match="national milestone"):
        actions.take_off(area=kernow, key="finance-2", reason="Too hard", by=None)


def test_slippage_is_counted_from_the_first_date(kernow):
    """Due 30 September. Forecast 21 October (21 days later), due moved to 15 October (15), forecast 4 November (14)."""
    key = own(kernow, on=datetime.date(2015, 5, 1))
    told = [
        (datetime.date(2015, 6, 1), {"forecast": datetime.date(2015, 10, 21)}, "The roof leaks"),
        (datetime.date(2015, 6, 8), {"due": datetime.date(2015, 10, 15)}, "The board agreed"),
        (datetime.date(2015, 7, 1), {"forecast": datetime.date(2015, 11, 4)}, "No roofer"),
    ]
    for on, values, reason in told:
        say(kernow, key, reason=reason, on=on, **values)
    with in_area(kernow):
        found = slippage.of(kernow, queries.find(key))
    assert [(move.on, move.what, move.days, move.reason) for move in found.moves] == [
        (datetime.date(2015, 6, 1), "forecast", 21, "The roof leaks"),
        (datetime.date(2015, 6, 8), "due", 15, "The board agreed"),
        (datetime.date(2015, 7, 1), "forecast", 14, "No roofer"),
    ]
    assert (found.first_due, found.now, found.days) == (
        datetime.date(2015, 9, 30), datetime.date(2015, 11, 4), 35
    )  # fmt: skip


def test_a_milestone_done_early_has_slipped_by_fewer_than_no_days(kernow):
    say(kernow, "learning", done_on=datetime.date(2015, 7, 1))
    with in_area(kernow):
        found = slippage.of(kernow, queries.find("learning"))
    assert (found.days, found.moves) == (-274, ())  # 1 July 2015 to 31 March 2016


def test_what_one_area_says_another_does_not_have(kernow, bristol):
    key = own(kernow)
    say(kernow, "finance-2", comment="Ours")
    with in_area(bristol):
        assert queries.find(key) is None
        assert queries.find("finance-2").comment == ""
        assert Milestone.objects.count() == 0
    assert not PublishedMilestone.objects.filter(area=bristol).exists()


def test_the_areas_other_leads_hear_of_a_date_that_moves(kernow, bristol, person):
    lead, other = person("area-lead", area=kernow), person("area-lead", area=kernow)
    elsewhere = person("area-lead", area=bristol)
    say(kernow, "finance-2", forecast=datetime.date(2015, 8, 1), reason="The data came late", by=lead)
    told = Notification.objects.filter(kind="milestone-moved")
    assert [note.to for note in told] == [other]
    assert elsewhere not in [note.to for note in told]
    assert told.get().url == "/areas/kernow/rollout/milestones/finance-2/"


def test_whoever_says_something_real_of_a_sample_makes_it_real(kernow):
    with in_area(kernow):
        actions.change(area=kernow, key="eoi", values={"comment": "Made up"}, reason="", by=None, is_sample=True)
        assert queries.find("eoi").is_sample
    say(kernow, "eoi", comment="It was sent")
    assert [row.is_sample for row in published(kernow, "eoi")] == [True, False]
