"""The export of an area's roll-out: as published on a day, of this area alone, with nothing that stayed inside."""

import datetime
import json

import pytest

from audit.models import AuditRow
from config.commands import rollout
from config.today import today
from tenants.contexts import in_area
from tenants.programme import area_document
from tenants.returns.models import PublishedMaturity, ReleasedQuarter
from tenants.rollout import plans
from tests.queries import count_of
from tests.tenants.rollout.saying import TODAY, own, risk, say

pytestmark = pytest.mark.django_db

JUNE = datetime.date(2015, 6, 30)


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


def of_milestone(made, key):
    return next(each for each in made["milestones"] if each["key"] == key)


def test_a_past_day_is_shown_as_it_stood(kernow):
    say(kernow, "finance-2", done_on=datetime.date(2015, 7, 10), evidence="Minutes", on=datetime.date(2015, 7, 10))
    before, now = area_document.document(kernow, JUNE), area_document.document(kernow, TODAY)
    assert of_milestone(before, "finance-2")["status"] == "red"
    stage_2 = of_milestone(now, "finance-2")
    assert (stage_2["status"], stage_2["slip_days"], stage_2["has_evidence"]) == ("done", 71, True)
    assert [plan["phase"] for plan in before["plans"]] == [1, 2, 4, 1]


def test_what_the_area_keeps_to_itself_is_not_in_it(kernow, person):
    lead = person("area-lead", area=kernow)
    say(kernow, "finance-2", evidence="Letter of Mrs Example", owner="Ann Example")
    risk(kernow, title="Mr Example may leave")
    with in_area(kernow):
        values = {"next_step": "Call Mrs Example", "lead": "Ann Example"}
        plans.change(area=kernow, group="mental_health", values=values, reason="Ready", by=lead)
    text = json.dumps(area_document.document(kernow, TODAY), default=str)
    assert "Example" not in text
    assert lead.email not in text


def test_another_areas_rows_are_not_in_it(kernow, bristol):
    own(bristol, title="Bristol's own")
    risk(bristol, title="Bristol's risk", is_shared=True)
    PublishedMaturity.objects.create(area=bristol, component="1A", level=2, as_at=TODAY)
    made = area_document.document(kernow, TODAY)
    assert "Bristol" not in json.dumps(made, default=str)
    assert (made["risks"], made["maturity"]) == ([], [])


def test_a_shared_risk_is_in_it_until_it_is_closed(kernow):
    from tenants.rollout.risks import actions

    row = risk(kernow, is_shared=True, on=datetime.date(2015, 6, 1))
    with in_area(kernow):
        actions.close(area=kernow, number=row.pk, words="They stayed", by=None, on=datetime.date(2015, 7, 1))
    assert [each["title"] for each in area_document.document(kernow, JUNE)["risks"]] == ["Staff leave"]
    assert area_document.document(kernow, TODAY)["risks"] == []


def test_returns_are_in_it_as_released_and_no_later_than_the_day(kernow):
    ReleasedQuarter.objects.create(
        quarter="2015Q1",
        number=1,
        shown={"areas": {"kernow": {"a": 40, "b": None}, "bristol": {"a": 95}}, "network": {"a": 135}},
        left_out=[{"where": "bristol", "what": "x", "reason": "y", "cells": []}],
        returns=[],
        rule={},
        as_at=datetime.date(2015, 7, 1),
    )
    assert area_document.document(kernow, JUNE)["returns"] == []
    (quarter,) = area_document.document(kernow, TODAY)["returns"]
    assert (quarter["quarter"], quarter["figures"], quarter["left_out"]) == ("2015Q1", {"a": 40, "b": None}, [])


def test_it_takes_the_same_number_of_queries_however_much_there_is(kernow):
    before = count_of(lambda: area_document.document(kernow, TODAY))
    for number in range(5):
        own(kernow, title=f"Step {number}"), risk(kernow, title=f"Risk {number}", is_shared=True)
    assert count_of(lambda: area_document.document(kernow, TODAY)) == before


def run(*words) -> int:
    import argparse

    parser = argparse.ArgumentParser()
    rollout.add_arguments(parser)
    return rollout.run(parser.parse_args(words))


def test_the_command_prints_one_json_document_and_is_in_the_audit(kernow, capsys, monkeypatch):
    monkeypatch.setattr("config.commands._setup.with_database", lambda: None)
    assert run("export", "kernow", "--as-at", "2015-06-30", "--json") == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["area"]["slug"], made["as_at"], len(made["milestones"])) == ("kernow", "2015-06-30", 16)
    row = AuditRow.objects.filter(action="rollout.export").latest("pk")
    assert (row.area, row.detail) == (kernow, {"as_at": "2015-06-30"})


def test_without_json_the_command_says_how_much_there_is(kernow, capsys, monkeypatch):
    monkeypatch.setattr("config.commands._setup.with_database", lambda: None)
    run("export", "kernow")
    assert capsys.readouterr().out.splitlines()[:3] == [
        f"NHS Kernow as at {today().isoformat()}. Add --json for all of it.", "  plans: 4", "  milestones: 16"
    ]  # fmt: skip


def test_a_day_to_come_and_an_unknown_area_are_refused(kernow, monkeypatch):
    from embedded.errors import Refused

    monkeypatch.setattr("config.commands._setup.with_database", lambda: None)
    with pytest.raises(Refused, match="still to come"):
        run("export", "kernow", "--as-at", "2015-07-16")
    with pytest.raises(Refused):
        run("export", "nowhere")
