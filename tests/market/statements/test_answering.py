"""What providers say of statements, what became of gaps, and who is reminded when."""

import datetime

import pytest
from django.urls import reverse

from market.models import Interest, OfferAnswer
from market.statements import answering, picture, queries, since, yearly
from market.statements.errors import StatementRefused
from notify.models import Notification


@pytest.fixture
def provider_client(client_as, provider):
    made = provider(areas=["kernow"])
    client = client_as("provider-editor", organisation=made.organisation)
    client.provider = made
    return client


def test_a_provider_says_once_that_it_is_interested_in_a_gap_and_the_commissioners_hear(
    kernow, missing, publish, provider_client, commissioner
):
    missing(kernow, "short_break", 9)
    publish(kernow)
    address = reverse("market:statement-interest", args=["kernow", 2015])
    answer = {"provider": provider_client.provider.pk, "need": "short_break", "note": "Two nights a month"}
    for note in ("Two nights a month", "Four nights a month"):
        assert provider_client.post(address, {**answer, "note": note}).status_code == 302
    said = Interest.objects.get()
    assert (said.need, said.note, said.said_by) == ("short_break", "Four nights a month", provider_client.person)
    assert Notification.objects.get(kind="market-interest").to == commissioner.person
    page = commissioner.get(reverse("market:statement-own", args=["kernow"])).content.decode()
    assert "Four nights a month" in page and provider_client.provider.organisation.name in page
    provider_client.post(reverse("market:statement-interest-end", args=[said.pk]))
    assert not queries.interests_in(kernow)


def test_something_that_is_no_gap_can_not_be_chosen(kernow, publish, provider_client):
    publish(kernow)
    address = reverse("market:statement-interest", args=["kernow", 2015])
    answer = {"provider": provider_client.provider.pk, "need": "short_break"}
    assert provider_client.post(address, answer).status_code == 422


def test_a_provider_that_is_not_checked_is_told_so(kernow, publish, provider):
    lapsed = provider(state="lapsed")
    with pytest.raises(StatementRefused, match="not checked yet"):
        answering.say_interest(statement=publish(kernow).statement, provider=lapsed, need="", note="", by=None)


def test_an_offer_says_which_gaps_it_answers_and_stands_with_the_statement_while_it_is_shown(
    kernow, missing, publish, provider_client, offer, client
):
    missing(kernow, "short_break", 9)
    statement = publish(kernow).statement
    made = offer(of=provider_client.provider, title="Nights by the sea", needs=["short_break"])
    address = reverse("market:offer-answers", args=[made.public_id])
    assert provider_client.post(address, {"answers": [f"{statement.pk}:short_break"]}).status_code == 302
    assert OfferAnswer.objects.get().need == "short_break"
    page = reverse("market:statement", args=["kernow", 2015])
    assert "Nights by the sea" in client.get(page).content.decode()
    made.listing.delete()
    assert "Nights by the sea" not in client.get(page).content.decode()
    provider_client.post(address, {})
    assert not OfferAnswer.objects.exists()


def test_gaps_that_offers_have_closed_since_the_last_statement_are_told(kernow, missing, publish, offer):
    for need in ("short_break", "payroll"):
        missing(kernow, need, 9)
    last = publish(kernow)
    for _ in range(3):
        offer(needs=["short_break"], areas=["kernow"])
    missing(kernow, "therapy", 2)
    found = {each.need: each.became for each in since.compare(last, picture.gaps_of(kernow).gaps)}
    assert found == {"short_break": since.CLOSED, "payroll": since.STILL, "therapy": since.NEW}


def test_commissioners_are_reminded_once_when_a_year_is_nearly_over(kernow, bristol, client_as, publish):
    person = client_as("commissioner", area=kernow).person
    client_as("commissioner", area=bristol)
    publish(kernow, day=datetime.date(2014, 9, 13))
    publish(bristol, day=datetime.date(2014, 9, 14))
    # 60 days before 13 September 2015 is 15 July; the other's day is one later.
    assert (yearly.remind(), yearly.remind()) == (1, 0)
    assert Notification.objects.get(kind="market-statement-due").to == person


def test_a_statement_of_29_february_is_due_on_the_28th(kernow, publish):
    publish(kernow, day=datetime.date(2016, 2, 29))
    assert yearly.due_days([kernow]) == {kernow.pk: datetime.date(2017, 2, 28)}


def test_home_tells_a_commissioner_to_write_to_finish_and_then_nothing(kernow, commissioner, publish):
    own = reverse("market:statement-own", args=["kernow"])
    assert "Write your market position statement" in commissioner.get("/home/").content.decode()
    commissioner.post(reverse("market:statement-begin", args=["kernow"]))
    assert "Finish your market position statement" in commissioner.get("/home/").content.decode()
    publish(kernow)
    assert own not in commissioner.get("/home/").content.decode()
