"""The network manager's pages: limits with a reason, grants once, reversals once, partners, what was verified."""

import uuid
from typing import Any

import pytest
from django.db import connection

from audit.models import AuditRow
from notify.models import Notification
from tenants.models import Organisation
from timebank.ledger import accounts, alarms, limits, transfers
from timebank.models import Account, LimitRule, Transfer, Verification


@pytest.fixture
def manager(client_as: Any) -> Any:
    """Somebody who runs the time bank."""
    accounts.open_missing()
    return client_as("network-manager")


RULE = {"base": "30", "growth_percent": "10", "growth_cap": "5", "warning_percent": "80", "reason": "The board said so"}


def test_a_new_rule_holds_at_once_and_is_shown_to_all(manager: Any, client_as: Any, helped: Any, kernow: Any) -> None:
    assert manager.post("/timebank/limits/change/", RULE).status_code == 302

    helped("bristol", "kernow", 1_800)
    helped("kernow", "swindon", 600)
    assert accounts.by_slug("kernow").balance.floor == -1_860  # 30 hours, and 10% of the 10 that it gave
    assert AuditRow.objects.filter(action="timebank.limits_set").count() == 1
    page = client_as("practitioner", area=kernow).get("/timebank/limits/").content.decode()
    assert "By 10% of the hours that it has given, up to 5 hours more" in page
    assert "The board said so" in page


def test_a_rule_below_which_an_account_would_be_is_refused_and_names_it(manager: Any, helped: Any) -> None:
    helped("bristol", "kernow", 600)

    answer = manager.post("/timebank/limits/change/", {**RULE, "base": "8"})

    assert answer.status_code == 422
    assert "NHS Kernow (−10 hours)" in answer.content.decode()
    assert LimitRule.objects.count() == 1


def test_growth_stops_at_its_cap(helped: Any, opened: Any) -> None:
    limits.set_rule(base=600, warning_percent=75, growth_percent=50, growth_cap=120, reason="Chance", by=None)
    helped("kernow", "bristol", 120)
    assert opened("kernow").balance.floor == -660
    helped("kernow", "bristol", 480)
    assert opened("kernow").balance.floor == -720


def test_an_account_gets_a_limit_of_its_own_and_gives_it_back(manager: Any) -> None:
    own = "/timebank/limits/of/kernow/"
    assert manager.post(own, {"limit": "40", "reason": "It starts early"}).status_code == 302
    assert accounts.by_slug("kernow").balance.floor == -2_400
    assert manager.post(own, {"limit": "40", "reason": ""}).status_code == 422
    assert manager.post(own, {"limit": "", "reason": "It has caught up"}).status_code == 302
    assert accounts.by_slug("kernow").balance.floor == -1_200


def test_a_grant_sent_twice_is_posted_once(manager: Any) -> None:
    sent = {"to": "kernow", "minutes": "2.5", "reason": "To begin with", "key": str(uuid.uuid4())}

    for _ in range(2):
        assert manager.post("/timebank/coordinate/grant/", sent).status_code == 302

    assert accounts.by_slug("kernow").balance.minutes == 150
    assert AuditRow.objects.filter(action="timebank.grant").count() == 1


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ("0.3", "to the quarter"),
        ("21", "The network’s pool would be at −21 hours"),
        ("-1", "Give 0.25 hours or more"),
    ],
)
def test_hours_that_cannot_be_granted_are_said_at_the_field(manager: Any, hours: str, words: str) -> None:
    sent = {"to": "kernow", "minutes": hours, "reason": "To begin with", "key": str(uuid.uuid4())}

    answer = manager.post("/timebank/coordinate/grant/", sent)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert f'value="{hours}"' in answer.content.decode()
    assert not Transfer.objects.exists()


def test_a_reversal_says_what_it_will_do_and_is_done_once(manager: Any, helped: Any) -> None:
    posted = helped("kernow", "bristol", 90).transfer
    address = f"/timebank/coordinate/transfers/{posted.public_id}/reverse/"
    page = manager.get(address).content.decode()
    assert "NHS Kernow loses 1 hour 30 minutes" in page
    assert "NHS Bristol gets back 1 hour 30 minutes" in page
    assert manager.post(address, {"reason": ""}).status_code == 422

    assert manager.post(address, {"reason": "It did not take place"}).status_code == 302

    assert accounts.by_slug("kernow").balance.minutes == 0
    assert Transfer.objects.get(reverses=posted).note == "It did not take place"
    again = manager.post(address, {"reason": "Once more"})
    assert again.status_code == 409
    assert "It was reversed on" in again.content.decode()
    assert AuditRow.objects.filter(action="timebank.reverse").count() == 1


def test_a_partner_gets_an_account_once(manager: Any) -> None:
    organisation = Organisation.objects.order_by("pk").first()

    assert manager.post("/timebank/coordinate/partner/", {"organisation": organisation.slug}).status_code == 302
    assert manager.post("/timebank/coordinate/partner/", {"organisation": organisation.slug}).status_code == 422

    assert Account.objects.filter(organisation=organisation, kind="partner").count() == 1


def test_a_partner_whose_name_is_taken_is_refused_in_words(db: None) -> None:
    accounts.open_missing()
    organisation = Organisation.objects.create(slug="kernow", name="Another Kernow", kind="voluntary")

    with pytest.raises(accounts.PartnerRefused, match="belongs to another account"):
        accounts.open_partner(organisation=organisation, by=None)


def test_a_right_ledger_is_noted_and_alarms_nobody(manager: Any, helped: Any) -> None:
    helped("kernow", "bristol", 90)

    assert alarms.verify_and_alarm().is_right

    assert not Notification.objects.filter(kind=alarms.LEDGER_BROKEN).exists()
    assert "all came out right" in manager.get("/timebank/coordinate/").content.decode()


def test_a_broken_ledger_alarms_the_network_manager(manager: Any, helped: Any) -> None:
    helped("kernow", "bristol", 90, key="short")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE timebank_entry DISABLE TRIGGER USER")
        cursor.execute("UPDATE timebank_entry SET minutes = 75 WHERE side = 'gave'")
        cursor.execute("ALTER TABLE timebank_entry ENABLE TRIGGER USER")

    kept = alarms.verify_and_alarm()

    assert "The entries of transfer “short” sum to -15 minutes." in kept.faults
    told = Notification.objects.get(kind=alarms.LEDGER_BROKEN)
    assert told.to == manager.person
    assert "The ledger is not right" in manager.get("/timebank/coordinate/").content.decode()
    assert Verification.objects.count() == 1
    assert transfers.MINUTES_STEP == 15
