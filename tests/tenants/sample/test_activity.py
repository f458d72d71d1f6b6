"""The demo's made-up activity: written once, by the real actions, and marked as sample wherever it is published."""

import datetime

import pytest
from django.apps import apps

from tenants.contexts import in_area
from tenants.models import Area
from tenants.programme import headline
from tenants.programme.board import Board
from tenants.quarters import Quarter
from tenants.returns import late
from tenants.returns.models import PublishedPlan, ReleasedQuarter, ReportedRefusal, SignedReturn
from tenants.rollout import return_drafts
from tenants.rollout.models import Refusal
from tenants.sample import activity, returns

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2015, 7, 15)
# Enough to be wrong, and few: what is released of each area's figures is checked as a whole, which takes its time.
A_FEW = ("kernow", "south-devon-torbay", "swindon", "wiltshire")


def published():
    """Every model of what the roll-out publishes, and of what is released of returns, that can be marked as sample.

    The finance models publish sums of theirs, and make samples of their own.
    """
    models = apps.get_app_config("returns").get_models()
    found = [model for model in models if not model.__module__.endswith((".finance", ".cases"))]
    return [model for model in found if any(field.name == "is_sample" for field in model._meta.fields)]


def counts():
    return {model: model._default_manager.count() for model in apps.get_app_config("returns").get_models()}


@pytest.fixture
def few_areas():
    Area.objects.exclude(slug__in=A_FEW).update(status=Area.Status.ARCHIVED)


def test_every_area_has_signed_returns_that_pass_the_check_one_is_late_and_one_being_written(kernow):
    returns.sign_all()
    signed = {quarter: SignedReturn.objects.filter(quarter=quarter) for quarter in ("2014Q4", "2015Q1", "2015Q2")}
    assert [rows.values("area").distinct().count() for rows in signed.values()] == [10, 11, 9]
    assert signed["2015Q1"].filter(version=2).get().area.slug == "south-devon-torbay"
    states = {(each.area.slug, each.quarter): each.state for each in late.standing(TODAY)}
    assert [key for key, state in states.items() if state == late.LATE] == [("swindon", Quarter(2014, 4))]
    assert [key for key, state in states.items() if state == late.IN_DISPUTE] == [("gloucestershire", Quarter(2015, 1))]
    assert states["kernow", Quarter(2015, 2)] == late.DUE
    assert not SignedReturn.objects.filter(is_sample=False).exists()
    _is_being_written_with_two_slips_and_a_section_to_come(kernow, Quarter(2015, 2))


def _is_being_written_with_two_slips_and_a_section_to_come(area, quarter):
    with in_area(area):
        faults = return_drafts.examine(area=area, quarter=quarter, draft=return_drafts.find(quarter)).faults
    assert {fault.section for fault in faults} == {"people", "offers", "money"}
    assert sum(fault.cell_key == "offers.declined.none" for fault in faults) == 1


def test_the_demos_activity_is_sample_throughout_and_made_once(few_areas):
    loaded = PublishedPlan.objects.count()
    activity.make()
    for model in published():
        rows = model._default_manager.all()
        assert rows.filter(is_sample=True).exists(), model
        # Plans as loaded from the network's folder are the application's own.
        assert rows.filter(is_sample=False).count() == (loaded if model is PublishedPlan else 0), model
    assert ReleasedQuarter.objects.count() == 3
    sentence = headline.sentence(Board(TODAY))
    assert "2 of 4 areas have sent their return for April to June 2015" in sentence
    assert "at the end of March 2015" in sentence

    before = counts()
    activity.make()
    assert counts() == before


def test_what_people_would_have_said_is_marked_in_words_too(few_areas, kernow):
    activity.refusals.make()
    assert ReportedRefusal.objects.filter(area=kernow).count() == 4
    with in_area(kernow):
        said = list(Refusal.objects.all())
    assert [row.outcome == "" for row in sorted(said, key=lambda row: row.said_on)] == [False, False, True, True]
    assert all(row.asked_for.startswith("Sample: ") and row.words.startswith("Sample: ") for row in said)
    assert not any(row.contact for row in said)
