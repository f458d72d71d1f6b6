"""Offers and requests by the API: what everybody with the time bank sees, and no mentor's name."""

import pytest

from tests.timebank.given import TODAY, offer, request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_july_2015(settings):
    settings.IPC_TODAY = TODAY


def test_open_offers_and_requests_are_told_without_the_mentor(token_client, person, kernow):
    carer = person("carer", area=kernow)
    offer("kernow", title="What helped us", mentor=carer, mentor_kind="carer")
    request("bristol", minutes=180)
    client = token_client("board-member")
    offers = client.get("/api/v1/timebank/offers").json()
    (told,) = offers["items"]
    assert (told["account"], told["title"], told["minutes_a_month"]) == ("kernow", "What helped us", 120)
    assert carer.name not in str(offers)
    (asked,) = client.get("/api/v1/timebank/requests").json()["items"]
    assert (asked["account"], asked["minutes"], asked["minutes_open"]) == ("bristol", 180, 180)


def test_the_time_bank_is_not_for_those_who_may_not_read_it(token_client):
    assert token_client("moderator").get("/api/v1/timebank/offers").status_code == 403
