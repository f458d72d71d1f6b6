"""Offers and requests: who writes them, what changes, when they run out, what people hear."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from audit.models import AuditRow
from notify.models import Notification
from tenants import help_requests
from tests.timebank.given import TODAY, offer, request
from timebank.exchange import actions, errors, expiry, queries
from timebank.ledger import accounts
from timebank.matching import runs
from timebank.models import Offer, Proposal, Request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


def again(row):
    return type(row).objects.get(pk=row.pk)


def test_an_offer_is_listed_for_half_a_year_or_until_it_ends(person):
    assert offer().expires_on == TODAY + datetime.timedelta(days=182)
    assert offer(available_until=datetime.date(2015, 8, 1)).expires_on == datetime.date(2015, 8, 1)
    assert request().expires_on == datetime.date(2015, 9, 30)


def test_half_a_quarter_of_an_hour_is_refused_by_form_and_by_database():
    with pytest.raises(ValidationError, match="quarters of an hour"):
        offer(minutes_a_month=100)
    found = offer()
    with pytest.raises(IntegrityError), transaction.atomic():
        Offer.objects.filter(pk=found.pk).update(minutes_a_month=100)


def test_each_step_is_in_the_audit_under_its_own_name(person, bristol):
    lead = person("area-lead", area=bristol)
    found = offer(by=lead)
    actions.pause(offer=found, by=lead)
    actions.resume(offer=found, by=lead)
    actions.withdraw(row=found, reason="She has left", by=lead)
    told = AuditRow.objects.filter(action__startswith="timebank.offer").order_by("pk").values_list("action", flat=True)
    assert [action.removeprefix("timebank.offer_") for action in told] == ["add", "pause", "resume", "withdraw"]


def test_withdrawing_needs_a_reason_and_is_done_once():
    found = request()
    with pytest.raises(errors.ReasonMissing):
        actions.withdraw(row=found, reason=" ", by=None)
    actions.withdraw(row=found, reason="Solved", by=None)
    with pytest.raises(errors.WrongState, match="withdrawn"):
        actions.withdraw(row=found, reason="Again", by=None)


def test_what_is_proposed_about_a_changed_request_lapses():
    offer()
    found = request()
    runs.run(by=None)
    actions.change(row=found, values={"minutes": 60}, by=None)
    assert Proposal.objects.get().state == Proposal.State.LAPSED


def test_whoever_wrote_it_is_reminded_once_and_then_it_leaves_the_list(person, kernow, settings):
    lead = person("area-lead", area=kernow)
    found = request(needed_by=TODAY + datetime.timedelta(days=10))
    request(needed_by=TODAY + datetime.timedelta(days=40))
    assert expiry.keep() == (1, 0)
    assert expiry.keep() == (0, 0)
    assert [note.title for note in Notification.objects.filter(to=lead, kind="timebank-runs-out")] == [
        "Runs out: Help with costing"
    ]
    settings.IPC_TODAY = TODAY + datetime.timedelta(days=11)
    assert expiry.keep() == (0, 1)
    assert again(found).state == Request.State.EXPIRED
    assert queries.listed_requests().count() == 1


def test_what_has_run_out_is_put_back_for_longer(settings):
    found = request(needed_by=TODAY + datetime.timedelta(days=1))
    settings.IPC_TODAY = TODAY + datetime.timedelta(days=2)
    expiry.keep()
    until = TODAY + datetime.timedelta(days=90)
    actions.extend(row=again(found), until=until, by=None)
    now = again(found)
    assert (now.state, now.needed_by, now.expires_on, now.reminded_on) == ("open", until, until, None)
    with pytest.raises(errors.ExchangeRefused, match="a year from today"):
        actions.extend(row=now, until=TODAY + datetime.timedelta(days=800), by=None)


def test_a_carers_offer_waits_for_the_area_lead_and_the_carer_hears_the_answer(person, kernow):
    lead, carer = person("area-lead", area=kernow), person("carer", area=kernow)
    values = {
        "title": "How it is to hold a budget",
        "topic": "co-production",
        "minutes_a_month": 60,
        "available_from": TODAY,
        "mentor_kind": "carer",
    }
    made = actions.offer_oneself(account=accounts.by_slug("kernow"), values=values, by=carer)
    assert (made.state, queries.listed_offers().count()) == ("asked", 0)
    assert [note.to for note in Notification.objects.filter(kind="timebank-mentor-offered")] == [lead]
    actions.agree(offer=made, by=lead)
    assert queries.listed_offers().get().mentor == carer
    (told,) = Notification.objects.filter(to=carer, kind="timebank-mentor-answered")
    assert told.title == "Your area offers it: How it is to hold a budget"


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("Financial model", "finance-models"),
        ("Community connectors", "peer-support"),
        ("Money released from block contracts", "block-contracts"),
        ("Something else", None),
    ],
)
def test_ask_for_help_of_the_roll_out_leads_to_a_filled_in_form(words, topic, kernow, client_as):
    address = help_requests.address(words, "mental_health", kernow)
    page = client_as("area-lead", area=kernow).get(address).content.decode()
    assert f'value="{words}"' in page
    assert '<option value="mental_health" selected>' in page
    assert topic is None or f'<option value="{topic}" selected>' in page
