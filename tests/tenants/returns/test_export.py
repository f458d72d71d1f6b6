"""The quarter's file: released figures alone, with what is hidden or left out said."""

import csv
import io

import pytest
import time_machine

from config import ipc
from drafts.models import Draft
from tenants.quarters import Quarter
from tenants.returns import exporting
from tenants.returns.models import ReleasedQuarter
from tests.tenants.returns.conftest import WINTER

pytestmark = pytest.mark.django_db

CELL, HIDDEN, MONEY = "groups.in_place.multiple_ltc", "groups.in_place.none", "money.spent"


@pytest.fixture
def released(kernow):
    shown = {CELL: 10, HIDDEN: None, MONEY: 1234567}
    return ReleasedQuarter.objects.create(
        quarter="2015Q1",
        number=1,
        shown={"areas": {"kernow": shown}, "network": shown},
        left_out=[{"where": "kernow", "what": "new", "reason": "New people would give one away.", "cells": []}],
        returns=[],
        rule={"areas": {}, "network": [7, 5]},
        as_at="2015-05-01",
        is_sample=True,
    )


def export(capsys, *options):
    code = ipc.main(["returns", "export", *options])
    return code, capsys.readouterr()


def test_the_file_holds_what_was_released_and_says_the_rest(released, capsys):
    code, out = export(capsys, "--quarter", "2015Q1", "--csv")
    rows = list(csv.reader(io.StringIO(out.out)))
    figures = {(row[0], row[3]): row[5] for row in rows if len(row) == 6}
    assert code == 0
    assert figures["kernow", CELL] == "10"
    assert figures["kernow", HIDDEN] == "*"
    assert figures["kernow", MONEY] == "£12,345.67"
    assert figures["kernow", "groups.new.none"] == "left out"
    assert figures["network", CELL] == "10"
    notes = {row[0]: row[1] for row in rows if len(row) == 2}
    assert notes["As at"] == "2015-05-01"
    assert notes["Note"] == "New people would give one away."
    assert "1 to 7" in notes["Small numbers"]
    assert "made up" in notes["Sample"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--quarter", "2014Q4", "--csv"), "nothing is released"),
        (("--quarter", "2015Q1", "--csv", "--as-at", "2015-04-30"), "nothing is released"),
        (("--quarter", "2015Q5", "--csv"), "2015Q5 is no quarter."),
        (("--quarter", "2015Q1", "--csv", "--as-at", "May"), "May is no day."),
    ],
)
def test_what_can_not_be_written_is_told_in_words(released, capsys, options, said):
    code, out = export(capsys, *options)
    assert (code, out.out) == (1, "")
    assert said in out.err


def test_nothing_is_exported_of_a_return_that_was_not_released(kernow):
    with pytest.raises(exporting.NothingReleased):
        exporting.table(Quarter(2015, 1), WINTER.return_due)


def test_figures_that_were_typed_when_the_session_ended_are_kept_and_sent_again(client_as, kernow):
    page = "/areas/kernow/returns/2015Q1/sections/people/"
    with time_machine.travel("2026-03-02 09:00", tick=False) as clock:
        client = client_as("area-lead", area=kernow)
        client.post("/areas/kernow/returns/2015Q1/begin/")
        clock.shift(3600)
        assert client.post(page, {"groups.new.none": "12 a", "note": "By hand."}).status_code == 302
        draft = Draft.objects.get(user=client.person)
        client.force_login(client.person, backend="accounts.backends.ActiveModelBackend")
        client.post(draft.path, {**dict(draft.fields), "_draft": str(draft.public_id)})
        assert 'value="12 a"' in client.get(page).content.decode()
    assert not Draft.objects.filter(user=client.person).exists()
