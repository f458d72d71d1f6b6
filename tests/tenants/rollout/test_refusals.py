"""“I asked and was refused”: said in public, read by that area's lead alone, counted for the board, deleted in time."""

import datetime

import pytest

from audit.models import AuditRow
from config.today import today
from data_rights import retaining
from data_rights.models import RetentionRun
from notify.models import Notification
from tenants.contexts import in_area
from tenants.returns.models import ReportedRefusal
from tenants.rollout import refusals
from tenants.rollout.models import Change, Refusal
from ui import formats

pytestmark = pytest.mark.django_db

FORM = "/your-turn/kernow/mental-health/refused/"
LIST = "/areas/kernow/rollout/refusals/"
SAID = {"asked_for": "A budget for my son", "words": "They said it does not exist here.", "contact": "01872 000000"}


def said(area):
    with in_area(area):
        return list(Refusal.objects.all())


def make(area, **facts):
    with in_area(area):
        return Refusal.objects.create(**{"group": "mental_health", **SAID, "said_on": today(), **facts})


def test_what_somebody_says_is_kept_in_their_area_and_counted_for_the_board(client, kernow, bristol):
    answer = client.post(FORM, SAID, follow=True)
    assert "Thank you for telling us" in answer.text
    (kept,) = said(kernow)
    assert (kept.group, kept.asked_for, kept.words, kept.contact) == ("mental_health", *SAID.values())
    assert said(bristol) == []
    counted = ReportedRefusal.objects.get()
    assert (counted.area, counted.group, counted.said_on) == (kernow, "mental_health", today())
    assert {field.name for field in ReportedRefusal._meta.fields} == {"id", "area", "group", "said_on", "is_sample"}


def test_the_areas_leads_are_told_without_the_words(client, kernow, bristol, person):
    here, there = person("area-lead", area=kernow), person("area-lead", area=bristol)
    client.post(FORM, SAID)
    notice = Notification.objects.get(to=here, kind="refusal-said")
    assert notice.url == f"{LIST}{said(kernow)[0].pk}/"
    assert SAID["words"] not in notice.title + notice.body
    assert not Notification.objects.filter(to=there, kind="refusal-said").exists()


def test_only_the_lead_of_that_area_reads_it(client_as, kernow, bristol):
    address = f"{LIST}{make(kernow).pk}/"
    for path in (LIST, address, f"{LIST}data.csv"):
        assert client_as("area-lead", area=bristol).get(path).status_code == 404
        assert client_as("practitioner", area=kernow).get(path).status_code == 403
        assert client_as("network-manager").get(path).status_code == 404
    lead = client_as("area-lead", area=kernow)
    assert SAID["asked_for"] in lead.get(LIST).text
    assert SAID["contact"] in lead.get(address).text
    assert AuditRow.objects.filter(action="refusal.read", by=lead.person).count() == 2


def test_the_audit_and_the_file_say_nothing_of_who_it_was(client, client_as, kernow):
    client.post(FORM, SAID)
    lead = client_as("area-lead", area=kernow)
    text = lead.get(f"{LIST}data.csv").content.decode()
    assert SAID["words"] in text
    assert SAID["contact"] not in text
    row = AuditRow.objects.get(action="refusal.say")
    assert (row.by, row.object_words, row.detail) == (None, f"Report {said(kernow)[0].pk}", {})


def test_the_lead_says_what_was_done_and_the_history_keeps_who_and_when(client_as, kernow):
    lead = client_as("area-lead", area=kernow)
    address = f"{LIST}{make(kernow).pk}/"
    assert lead.post(address, {"outcome": " "}).status_code == 422
    assert lead.post(address, {"outcome": "Phoned back; a first talk is on 3 August."}).status_code == 302
    (kept,) = said(kernow)
    assert (kept.answered_on, kept.outcome) == (today(), "Phoned back; a first talk is on 3 August.")
    with in_area(kernow):
        rows = list(Change.objects.filter(thing="refusal").order_by("pk").values_list("field", "after", "by"))
    assert rows == [("outcome", "Written", lead.person.pk), ("answered_on", formats.date(today()), lead.person.pk)]
    assert lead.post(address, {"outcome": "Phoned back; a first talk is on 3 August."}).status_code == 422


def test_a_form_half_filled_keeps_what_was_typed(client, kernow):
    answer = client.post(FORM, {**SAID, "words": ""})
    assert answer.status_code == 422
    assert "Say what happened. A few words are enough." in answer.text
    assert SAID["asked_for"] in answer.text
    assert said(kernow) == []


def test_the_same_words_again_are_the_same_report(client, kernow):
    client.post(FORM, SAID)
    client.post(FORM, SAID)
    assert len(said(kernow)) == ReportedRefusal.objects.count() == 1


def test_more_reports_than_people_write_in_a_day_are_refused_for_that_area_alone(client, kernow, bristol, monkeypatch):
    monkeypatch.setattr(refusals, "MOST_A_DAY", 2)
    for number in range(2):
        assert client.post(FORM, {**SAID, "words": f"No, {number}"}).status_code == 302
    answer = client.post(FORM, {**SAID, "words": "And no again"})
    assert answer.status_code == 422
    assert "So many people have written today" in answer.text
    assert "And no again" in answer.text
    assert len(said(kernow)) == 2
    assert client.post("/your-turn/bristol/mental-health/refused/", SAID).status_code == 302


def test_one_place_cannot_flood_the_form(client, settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "refusal": {"account": "2/h", "address": "2/h"}}
    codes = [client.post(FORM, {**SAID, "words": f"No, {number}"}).status_code for number in range(3)]
    assert codes == [302, 302, 429]


def test_the_page_names_help_before_and_after(client):
    for page in (client.get(FORM), client.post(FORM, SAID, follow=True)):
        for words in ("999", "111", "116 123", "85258", "Healthwatch", "advocate", "complain", "Ombudsman"):
            assert words in page.text, words


def test_contact_goes_a_year_after_it_was_dealt_with_and_all_after_three_years(kernow, bristol):
    day = datetime.timedelta(days=1)
    dealt = {"outcome": "Done", "said_on": today() - 400 * day}
    kept = make(kernow, answered_on=today() - 365 * day, **dealt)
    over = make(kernow, answered_on=today() - 366 * day, **dealt)
    elsewhere = make(bristol, answered_on=today() - 366 * day, **dealt)
    waits = make(kernow, said_on=today() - 3 * 365 * day)
    old = make(kernow, said_on=today() - (3 * 365 + 1) * day)
    due = {each.rule.key: each.count for each in retaining.due()}
    assert (due["refusal-contacts"], due["refusals"]) == (2, 1)

    retaining.run()
    left = {row.pk: row.contact for row in said(kernow)}
    assert left == {kept.pk: SAID["contact"], over.pk: "", waits.pk: SAID["contact"]}
    assert old.pk not in left
    assert said(bristol)[0].contact == ""
    assert elsewhere.pk == said(bristol)[0].pk
    assert {run.rule: run.deleted for run in RetentionRun.objects.filter(rule__startswith="refusal")} == {
        "refusal-contacts": 2,
        "refusals": 1,
    }


def test_a_waiting_report_stands_on_the_leads_home(client_as, kernow, bristol):
    make(kernow)
    assert "Somebody asked and was refused" in client_as("area-lead", area=kernow).get("/home/").text
    assert "Somebody asked and was refused" not in client_as("area-lead", area=bristol).get("/home/").text
