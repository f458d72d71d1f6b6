"""From everything that a member can fetch, nobody can tell a pseudonym's person, area or service.

Two ways. What stands in the pages is looked through for whatever names a person. And the people behind two pseudonyms
change places: if anything at all that others can get hung on who they are, some answer would change. The suite reads
as a member; `script/soak peers_linkage` as a moderator and a board member too.
"""

import datetime
import os
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection

from accounts.models import User
from notify.models import Mail
from peer_network.models import Member
from tests.conftest import make_person
from tests.peer_network import given
from tests.peer_network.crawling import crawl

MEMBERS_START = ("/peers/", "/search/?q=tea", "/notifications/", "/home/")
STARTS = {
    "carer": MEMBERS_START,
    "moderator": (*MEMBERS_START, "/peers/moderation/"),
    "board-member": ("/programme/", "/search/?q=tea", "/home/"),
}


@pytest.fixture(autouse=True)
def one_moment() -> Iterator[None]:
    """Files say when they were made; here all are made at once."""
    with time_machine.travel(datetime.datetime.now(datetime.UTC), tick=False):
        yield


@pytest.fixture(autouse=True)
def no_limits(settings: Any) -> None:
    """Nobody is told to wait: such a page is the same for all, whatever stands behind it."""
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, {"account": "100000/m", "address": "100000/m"})


@pytest.fixture
def two(kernow: Any, bristol: Any, on_duty: None) -> tuple[Member, Member]:
    """Two members of different areas, who have left something in every part of the room."""
    members = given.two_members(kernow, bristol)
    given.talk(*members)
    return members


@pytest.fixture
def reader(two: Any, bristol: Any) -> Any:
    """Gives a client of somebody else, a member where their role may be one."""

    def make(role: str) -> Any:
        if role == "board-member":
            return given.a_client(make_person(role))
        return given.a_client(given.a_member("Siskin", role, area=None if role == "moderator" else bristol).user)

    return make


def change_places(one: Member, other: Member) -> None:
    """The person behind the one pseudonym is now behind the other, and the other way round."""
    nobody = make_person()
    with connection.cursor() as cursor:
        for member, user in ((one, nobody.pk), (other, one.user_id), (one, other.user_id)):
            cursor.execute("UPDATE peer_network_member SET user_id = %s WHERE id = %s", [user, member.pk])


def told_of(user: User) -> list[str]:
    """What would name this person."""
    return [user.name, *user.name.split(), user.email, str(user.public_id)]


@pytest.mark.parametrize("role", list(STARTS) if os.environ.get("IPC_SOAK") else ["carer"])
def test_nothing_that_others_get_hangs_on_who_a_member_is(two: Any, reader: Any, role: str) -> None:
    client = reader(role)
    limit = 2_000 if role == "moderator" else 300  # every line of the word lists has a page
    crawl(client, *STARTS[role], limit=limit)  # what is read is marked as read
    before = crawl(client, *STARTS[role], limit=limit)
    met = [address for address, answer in before.items() if two[0].display_name in answer.words]
    assert len(met) > 5 or role == "board-member"
    change_places(*two)
    after = crawl(client, *STARTS[role], limit=limit)
    assert set(before) == set(after)
    assert not [address for address, answer in before.items() if answer.status == 429]
    assert [address for address in before if before[address] != after[address]] == []


def test_no_answer_names_a_person_behind_a_pseudonym(two: Any, reader: Any) -> None:
    found = crawl(reader("carer"), *MEMBERS_START)
    leaks = [
        (address, name)
        for address, answer in found.items()
        for member in two
        for name in told_of(member.user)
        if name in f"{address} {answer.words} {answer.headers}"
    ]
    assert leaks == []


def test_no_mail_names_a_person_or_a_pseudonym(two: Any) -> None:
    mails = [given.words_of(mail) for mail in Mail.objects.all()]
    assert [words for words in mails if "something new in the peer network" in words]
    told = [name for member in two for name in (*told_of(member.user), member.display_name)]
    assert [name for name in told if any(name in words for words in mails)] == []
