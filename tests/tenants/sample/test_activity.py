"""The demo's made-up activity: written once, by the real actions, and marked as sample wherever it is published."""

import datetime

import pytest
from django.apps import apps

from tenants.programme import headline
from tenants.programme.board import Board
from tenants.returns.models import SignedReturn
from tenants.sample import activity

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2015, 7, 15)


def test_the_demos_activity_is_sample_throughout_and_made_once():
    activity.make()
    signed = {quarter: SignedReturn.objects.filter(quarter=quarter) for quarter in ("2014Q4", "2015Q1", "2015Q2")}
    assert [rows.values("area").distinct().count() for rows in signed.values()] == [11, 11, 9]
    assert signed["2015Q1"].filter(version=2).get().area.slug == "south-devon-torbay"
    for model in apps.get_app_config("returns").get_models():
        if model.__name__ in {"PublishedPlan", "ReturnDispute"}:
            continue  # plans are the application's own; a dispute is of a sample return
        assert not model._default_manager.filter(is_sample=False).exists(), model
    sentence = headline.sentence(Board(TODAY))
    assert "9 of 11 areas have sent their return for April to June 2015" in sentence
    assert "at the end of March 2015" in sentence

    counts = {model: model._default_manager.count() for model in apps.get_app_config("returns").get_models()}
    activity.make()
    assert counts == {model: model._default_manager.count() for model in counts}
