"""What every page asks alike is asked once in some seconds, and anew as soon as it has changed here."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenants.models import Network
from tenants.registrations import network_brand
from ui import shortly

ASKED = []


@shortly.shortly("tenants.Network")
def asked(word: str) -> str:
    ASKED.append(word)
    return word.upper()


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortly, "SECONDS", 60)
    ASKED.clear()


def test_the_same_question_is_asked_once_and_another_for_itself() -> None:
    assert [asked("a"), asked("a"), asked("b")] == ["A", "A", "B"]
    assert ASKED == ["a", "b"]


def test_it_is_asked_anew_when_the_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    asked("a")
    now = shortly.time.monotonic()
    monkeypatch.setattr(shortly.time, "monotonic", lambda: now + 61)
    asked("b")
    assert list(shortly._kept) == [key for key in shortly._kept if key[1] == ("b",)]
    asked("a")
    assert ASKED == ["a", "b", "a"]


def test_a_new_name_of_the_network_is_seen_at_once(db: None) -> None:
    network = Network.objects.get()
    assert network_brand().name == network.name
    network.name = "Another name"
    network.save()
    assert network_brand().name == "Another name"


def test_a_page_asks_for_no_name_and_no_links_at_its_foot_a_second_time(client_as: Any) -> None:
    client = client_as("budget-holder")
    client.get("/me/")
    with CaptureQueriesContext(connection) as second:
        client.get("/me/")
    asked = " ".join(query["sql"] for query in second.captured_queries)
    assert "accounts_user" in asked
    assert "tenants_network" not in asked and "knowledge_informationpage" not in asked
