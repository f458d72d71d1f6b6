"""Releases to the region: two people each time, sums alone, never another area's, and kept for good."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction

from finance_models.models import RegionalRelease
from finance_models.release import actions
from finance_models.release.errors import ReleaseNotPossible
from finance_models.release.rights import document_of
from finance_models.runs.errors import RunRefused
from jobs.models import OutboxMessage
from notify.models import Notification
from tenants.contexts import in_area
from tenants.returns import finance, finance_shape
from tenants.returns.models import PublishedFinance
from tests.finance_models import releasing
from tests.finance_models.releasing import BRISTOL, KERNOW

pytestmark = pytest.mark.django_db

PAGES = "/areas/kernow/finance/releases/"


@pytest.fixture
def ready(kernow, bristol, tmp_path):
    """Both areas have data, and the network has its terms."""
    releasing.set_terms()
    releasing.load(kernow, tmp_path, "k", KERNOW)
    releasing.load(bristol, tmp_path, "b", BRISTOL)


def state_of(area, number):
    with in_area(area):
        return RegionalRelease.objects.get(number=number).state


def test_finance_lead_proposes_another_person_releases_and_a_newer_one_supersedes(client_as, kernow, ready):
    lead, other = client_as("finance-lead", area=kernow), client_as("area-lead", area=kernow)
    first = releasing.prepare(kernow).number
    page = lead.post(f"{PAGES}{first}/propose/", {"note": "Without the hospice"}, follow=True)
    assert "Waits for a decision" in page.text
    assert not PublishedFinance.objects.exists()
    assert Notification.objects.filter(to=other.person, kind="finance-release-proposed").count() == 1
    assert "Without the hospice" in other.get(f"{PAGES}{first}/").text
    assert lead.post(f"{PAGES}{first}/release/").status_code == 403
    page = other.post(f"{PAGES}{first}/release/", follow=True)
    assert "It is released" in page.text
    assert PublishedFinance.objects.get().number == first
    assert OutboxMessage.objects.filter(task="finance_models.tasks.make_region_figures").count() == 1

    second = releasing.release(kernow)
    assert (state_of(kernow, first), state_of(kernow, second.number)) == ("superseded", "released")
    assert [row.number for row in finance.newest()] == [second.number]
    assert PublishedFinance.objects.count() == 2


def test_nobody_releases_what_they_proposed(client_as, kernow, ready):
    both = client_as("finance-lead", "area-lead", area=kernow)
    number = releasing.propose(kernow, by=both.person).number
    page = both.post(f"{PAGES}{number}/release/", follow=True)
    assert "You proposed this release yourself" in page.text
    with in_area(kernow), pytest.raises(ReleaseNotPossible, match="another person"):
        actions.release(area=kernow, number=number, by=both.person)
    # Nor by a way round the action.
    with in_area(kernow), pytest.raises(Error, match="regional_release_two_people"), transaction.atomic():
        RegionalRelease.objects.update(state="released", decided_by=both.person)
    with in_area(kernow), pytest.raises(Error, match="regional_release_has_two_people"), transaction.atomic():
        RegionalRelease.objects.update(state="released")
    assert not PublishedFinance.objects.exists()


def test_who_proposed_and_decided_cannot_be_exchanged_and_no_step_is_skipped(person, kernow, ready):
    prepared = releasing.prepare(kernow).number
    other = person("area-lead", area=kernow)
    with in_area(kernow):
        for change in ({"state": "released"}, {"number": 9}, {"terms": 9}):
            with pytest.raises(Error), transaction.atomic():
                RegionalRelease.objects.filter(number=prepared).update(**change)
    proposed = releasing.propose(kernow).number
    with in_area(kernow):
        for change in ({"proposed_by": other}, {"proposed_by": None}, {"state": "prepared"}):
            with pytest.raises(Error), transaction.atomic():
                RegionalRelease.objects.filter(number=proposed).update(**change)
        with pytest.raises(Error), transaction.atomic():
            RegionalRelease.objects.filter(number=proposed).delete()


def test_a_declined_release_says_why_and_never_leaves(client_as, kernow, ready):
    lead, other = client_as("finance-lead", area=kernow), client_as("area-lead", area=kernow)
    number = releasing.propose(kernow, by=lead.person).number
    page = other.post(f"{PAGES}{number}/decline/", {"reason": ""})
    assert (page.status_code, "Say why" in page.text) == (422, True)
    other.post(f"{PAGES}{number}/decline/", {"reason": "The hospice is missing"})
    assert "The hospice is missing" in lead.get(f"{PAGES}{number}/").text
    assert Notification.objects.filter(to=lead.person, kind="finance-release-declined").count() == 1
    assert other.post(f"{PAGES}{number}/release/", follow=True).text.count("not waiting for a decision") == 1
    assert not PublishedFinance.objects.exists()


def test_a_withdrawn_release_counts_no_more_and_stays_in_the_history(client_as, kernow, ready):
    number = releasing.release(kernow).number
    other = client_as("area-lead", area=kernow)
    other.post(f"{PAGES}{number}/withdraw/", {"reason": "Prices were wrong"})
    assert state_of(kernow, number) == "withdrawn"
    assert finance.newest() == []
    kept, withdrawn = PublishedFinance.objects.order_by("pk")
    assert (kept.is_withdrawn, len(kept.document["bands"])) == (False, 3)
    assert (withdrawn.document, withdrawn.reason) == ({}, "Prices were wrong")
    for change in ({"document": {}}, {"is_withdrawn": True}):
        with pytest.raises(Error), transaction.atomic():
            PublishedFinance.objects.update(**change)
    assert "Prices were wrong" in other.get(PAGES).text


def test_the_page_shows_what_leaves_to_the_penny_and_why_bands_were_merged(client_as, kernow, ready):
    number = releasing.prepare(kernow).number
    text = client_as("area-lead", area=kernow).get(f"{PAGES}{number}/").text
    # 13 people with two or three conditions, and 4 with four or more, who are too few to leave by themselves.
    people, activity = releasing.rows_of("k", KERNOW)
    costs = dict.fromkeys((row.split(",")[0] for row in people), 0)
    for row in activity:
        who, pence = row.split(",")[0], round(float(row.split(",")[5]) * 100)
        costs[who] += pence
    together = [pence for who, pence in costs.items() if who.startswith(("k2", "k4"))]
    within, beyond = sum(min(pence, 300_000) for pence in together), sum(max(0, pence - 300_000) for pence in together)
    for words in ("2-3 + 4+", f"£{within / 100:,.2f}", f"£{beyond / 100:,.2f}", "4+ (4 people): fewer than ten people"):
        assert words in text, words
    assert "Fewer than ten people used it" in text
    assert "k4-0" not in text


def test_only_sums_leave_the_area(kernow, ready):
    releasing.release(kernow)
    row = PublishedFinance.objects.get()
    text = json.dumps(row.document)
    people, _ = releasing.rows_of("k", KERNOW)
    assert not any(line.split(",")[0] in text for line in people)
    assert "two people" not in text
    assert "fewer" not in text
    assert min(band["sums"]["people"] for band in row.document["bands"]) >= 10
    assert row.reason == ""


def changed(path, value):
    """What would leave, with one thing put somewhere in it."""

    def change(document):
        inside = document
        for step in path[:-1]:
            inside = inside[step]
        inside[path[-1]] = value
        return document

    return change


@pytest.mark.parametrize(
    "change",
    [
        changed(["people"], ["k1"]),
        changed(["bands", 0, "person_ids"], ["k1"]),
        changed(["bands", 0, "sums", "k1"], 12),
        changed(["bands", 0, "sums", "people"], 9),
        changed(["bands", 0, "sums", "people"], "12"),
        changed(["bands", 0, "bands"], ["p-7"]),
        changed(["bands", 0, "together"], ["k1"]),
        changed(["bands", 0, "settings", "k1"], {"cost": 1, "cost_squared": 1}),
        changed(["bands", 0, "settings", "acute", "who"], 1),
        changed(["bands", 0, "settings", "acute", "cost"], 1.5),
        changed(["activity", "k1"], 3),
        changed(["lines", "costed"], "k1"),
        changed(["window"], ["2013-04-01", "Ann Lead"]),
        changed(["area"], "bristol"),
        changed(["bands"], []),
        changed(["truncation"], True),
    ],
)
def test_whatever_is_no_sum_of_ten_people_is_refused_at_the_door(kernow, change):
    right = document_of(kernow)
    finance_shape.check(right, area="kernow")
    with pytest.raises(finance_shape.NotAggregate, match="can't leave the area"):
        finance_shape.check(change(right), area="kernow")


def test_the_database_itself_refuses_a_band_of_nine(kernow, ready):
    document = document_of(kernow)
    document["bands"].append(json.loads(json.dumps(document["bands"][0])))
    document["bands"][1]["sums"]["people"] = 9
    facts = {"area": kernow, "number": 1, "terms": finance.present_terms(), "as_at": "2015-07-15", "code_version": "x"}
    with pytest.raises(Error, match="published_finance_no_small_band"), transaction.atomic():
        PublishedFinance.objects.create(document=document, checksum="x", **facts)


def test_settings_at_the_door_are_those_of_the_calculation():
    from finance_models.calc import tables
    from finance_models.calc.costing import OUTCOMES
    from finance_models.calc.regional.cells import OTHER

    assert (*tables.SETTINGS, OTHER) == finance_shape.SETTINGS
    assert set(finance_shape.OUTCOMES) == set(OUTCOMES)


def test_other_terms_of_the_network_need_another_release(client_as, kernow, ready):
    before, waiting = releasing.release(kernow), releasing.propose(kernow).number
    releasing.set_terms(truncation_pence=400_000)
    other = client_as("area-lead", area=kernow)
    page = other.post(f"{PAGES}{waiting}/release/", follow=True)
    assert "The network has set other terms since" in page.text
    assert [row.number for row in finance.newest()] == [before.number]
    assert "is by earlier terms of the network" in other.get("/areas/kernow/finance/").text
    assert "be proposed or released any more" in other.get(f"{PAGES}{waiting}/").text
    after = releasing.release(kernow)
    assert (before.terms, after.terms) == (1, 2)
    assert finance.newest()[0].document["truncation"] == 400_000


def test_without_terms_or_with_too_few_people_nothing_is_prepared(client_as, kernow, tmp_path):
    releasing.load(kernow, tmp_path, "k", {0: 4, 2: 5})
    with pytest.raises(RunRefused, match="by which terms"):
        releasing.prepare(kernow)
    assert "has not said yet" in client_as("finance-lead", area=kernow).get(PAGES).text
    releasing.set_terms()
    with pytest.raises(RunRefused, match="fewer than 10 people"):
        releasing.prepare(kernow)


def test_the_same_terms_again_are_refused(ready):
    with pytest.raises(finance.TermsUnchanged):
        releasing.set_terms()
    with pytest.raises(ValidationError):
        releasing.set_terms(window_end="2013-04-01")


def test_another_area_finds_nothing_of_a_release_and_its_own_stays_apart(client_as, kernow, bristol, ready):
    number = releasing.propose(kernow).number
    stranger = client_as("area-lead", "finance-lead", area=bristol)
    for place in ("", "list.csv", f"{number}/", f"{number}/decline/"):
        assert stranger.get(PAGES + place).status_code == 404, place
    assert stranger.post(f"{PAGES}{number}/release/").status_code == 404
    assert stranger.get(f"/areas/bristol/finance/releases/{number}/").status_code == 404
    with in_area(bristol):
        assert not RegionalRelease.objects.exists()
    releasing.release(bristol)
    assert [row.area for row in finance.newest()] == [bristol]
    assert state_of(kernow, number) == "proposed"
