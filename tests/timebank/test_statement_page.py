"""The statement of an account: whose it is, what it adds up, its pages and files, and how many queries it takes."""

import csv
import datetime
import io
from typing import Any

import pytest
from django.db import connection

from tests.queries import count_of
from timebank.ledger import accounts, statements, transfers
from timebank.ledger.statements import Period
from timebank.models import Entry
from ui.forms.dates import PARTS

KERNOW = "/timebank/accounts/kernow/"


@pytest.fixture
def moved(helped: Any) -> Any:
    """Posts help and says that it was on a day: `moved("kernow", "bristol", 60, day)`."""

    def post(giver: str, receiver: str, minutes: int, day: datetime.date) -> None:
        posted = helped(giver, receiver, minutes)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE timebank_entry DISABLE TRIGGER USER")
            cursor.execute(
                "UPDATE timebank_entry SET posted_at = %s WHERE transfer_id = %s",
                [datetime.datetime.combine(day, datetime.time(12), datetime.UTC), posted.transfer_id],
            )
            cursor.execute("ALTER TABLE timebank_entry ENABLE TRIGGER USER")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    return post


def test_a_period_has_its_own_beginning_end_and_sums(moved: Any, opened: Any) -> None:
    moved("kernow", "bristol", 120, datetime.date(2015, 6, 30))
    moved("kernow", "bristol", 60, datetime.date(2015, 7, 1))
    moved("swindon", "kernow", 45, datetime.date(2015, 7, 31))
    moved("kernow", "swindon", 15, datetime.date(2015, 8, 1))

    july = statements.statement(opened("kernow"), Period(datetime.date(2015, 7, 1), datetime.date(2015, 7, 31)))

    assert (july.opening.minutes, july.closing.minutes) == (120, 135)
    assert (july.given, july.had) == (60, 45)
    assert [line.entry.minutes for line in july.lines] == [-45, 60]
    assert [line.others[0].slug for line in july.lines] == ["swindon", "bristol"]
    everything = statements.statement(opened("kernow"), Period())
    assert (everything.opening.minutes, everything.closing.minutes, len(everything.lines)) == (0, 150, 4)


def test_pages_go_on_where_the_last_one_ended(helped: Any, opened: Any) -> None:
    for _ in range(7):
        helped("kernow", "bristol", 15)
    first = statements.statement(opened("kernow"), Period(), most=3)
    second = statements.statement(opened("kernow"), Period(), most=3, before=first.older)
    third = statements.statement(opened("kernow"), Period(), most=3, before=second.older)

    shown = [line.entry.balance_after for page in (first, second, third) for line in page.lines]
    assert shown == [105, 90, 75, 60, 45, 30, 15]
    assert third.older is None


def test_another_areas_statement_is_not_found(client_as: Any, kernow: Any, bristol: Any) -> None:
    accounts.open_missing()

    assert client_as("area-lead", area=kernow).get(KERNOW).status_code == 200
    for person in (client_as("area-lead", area=bristol), client_as("practitioner", area=bristol)):
        assert person.get(KERNOW).status_code == 404
        assert person.get(f"{KERNOW}statement.csv").status_code == 404
    for role in ("board-member", "evaluator", "network-manager"):
        assert client_as(role).get(KERNOW).status_code == 200
    assert client_as("network-manager").get("/timebank/accounts/nowhere/").status_code == 404


def test_members_of_a_partner_with_an_account_act_for_it_and_others_are_refused(client_as: Any, kernow: Any) -> None:
    from tenants.models import Organisation

    organisation = Organisation.objects.order_by("pk").first()
    member = client_as("provider-editor", organisation=organisation)
    assert member.get("/timebank/").status_code == 403

    account = accounts.open_partner(organisation=organisation, by=None)
    accounts.open_missing()

    assert member.get("/timebank/").status_code == 200
    assert member.get(f"/timebank/accounts/{account.slug}/").status_code == 200
    assert member.get(KERNOW).status_code == 404
    assert member.get("/timebank/coordinate/").status_code == 403


def test_file_has_the_sums_and_every_line(client_as: Any, kernow: Any, helped: Any) -> None:
    helped("kernow", "bristol", 90, note="=A talk")
    helped("swindon", "kernow", 30)

    answer = client_as("area-lead", area=kernow).get(f"{KERNOW}statement.csv")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert ["Given", "1.5"] in rows
    assert ["Had", "0.5"] in rows
    assert ["Balance at the end", "1"] in [[cell.rstrip("0").rstrip(".") for cell in row] for row in rows if row]
    assert any("Gave help: =A talk" in cell for row in rows for cell in row)


def test_a_file_that_would_be_too_long_says_what_to_do(
    client_as: Any, kernow: Any, helped: Any, monkeypatch: Any
) -> None:
    for _ in range(3):
        helped("kernow", "bristol", 15)
    monkeypatch.setattr(statements, "MOST_IN_A_FILE", 2)

    answer = client_as("area-lead", area=kernow).get(f"{KERNOW}statement.csv")

    assert answer.status_code == 422
    assert "Choose a shorter time" in answer.content.decode()


def test_as_many_queries_for_one_entry_as_for_a_page_full(client_as: Any, kernow: Any, helped: Any) -> None:
    helped("kernow", "bristol", 15)
    client = client_as("area-lead", area=kernow)
    client.get(KERNOW)
    few = count_of(lambda: client.get(KERNOW))
    for number in range(60):
        helped("kernow", "bristol" if number % 2 else "swindon", 15)

    assert count_of(lambda: client.get(KERNOW)) == few
    assert Entry.objects.count() == 122


def test_days_in_the_wrong_order_are_said_at_the_field(client_as: Any, kernow: Any) -> None:
    client = client_as("area-lead", area=kernow)
    accounts.open_missing()
    days = {"first": (2, 7, 2015), "last": (1, 7, 2015)}
    query = {f"{name}-{part}": n for name, day in days.items() for part, n in zip(PARTS, day, strict=True)}

    page = client.get(KERNOW, query).content.decode()

    assert "The last day is before the first" in page


def test_own_account_is_warned_of_before_its_limit(client_as: Any, kernow: Any, helped: Any) -> None:
    helped("bristol", "kernow", 885)
    client = client_as("area-lead", area=kernow)
    assert "Most of the limit is used" not in client.get("/timebank/").content.decode()

    helped("bristol", "kernow", 15)

    page = client.get("/timebank/").content.decode()
    assert "NHS Kernow has used 75% of its limit. It can still have 5 hours of help" in page
    assert transfers.MINUTES_STEP == 15
