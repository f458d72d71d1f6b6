"""From everything that a member can fetch, nobody can tell a pseudonym's person, area or service.

Two ways. What stands in the pages is looked through for whatever names a person. And the people behind two pseudonyms
change places: if anything at all that others can get hung on who they are, some answer would change.
"""

from typing import Any

import pytest
from django.db import connection

from accounts.models import User
from notify.models import Mail, Notification
from peer_network.models import Member
from tests.conftest import make_person
from tests.peer_network import given
from tests.peer_network.crawling import Answer, crawl

WITHIN = ("/peers/", "/search/?q=tea", "/notifications/", "/home/", "/")
HEARD_BY_THE_BOARD = ("/programme/", "/search/?q=tea", "/home/")
STAFF = {"moderator": ("/peers/", "/peers/moderation/"), "board-member": HEARD_BY_THE_BOARD}


@pytest.fixture
def two(kernow: Any, bristol: Any) -> tuple[Member, Member]:
    """Two members of different areas, who have left something in every part of the room."""
    first = given.a_member("Curlew", make_person("budget-holder", "peer-supporter", area=kernow))
    second = given.a_member("Dunnock", make_person("carer", "peer-supporter", area=bristol))
    for user, name in ((first.user, "Wilhelmina Zebrafinch"), (second.user, "Ottoline Quetzal")):
        user.name, user.email = name, f"{name.split()[1].lower()}@example.org"
        user.save()
    given.left_everywhere(first, second)
    return first, second


def change_places(one: Member, other: Member) -> None:
    """The person behind the one pseudonym is now behind the other, and the other way round."""
    nobody = make_person()
    with connection.cursor() as cursor:
        for member, user in ((one, nobody.pk), (other, one.user_id), (one, other.user_id)):
            cursor.execute("UPDATE peer_network_member SET user_id = %s WHERE id = %s", [user, member.pk])


def only(found: dict[str, Answer]) -> dict[str, Answer]:
    """What is the room's: other rooms tell of people as they are."""
    return {address: answer for address, answer in found.items() if address.startswith(("/peers/", *WITHIN[1:]))}


def names_of(user: User) -> list[str]:
    return [user.name, *user.name.split(), user.email, str(user.public_id)]


@pytest.mark.parametrize("role", ["carer", "moderator", "board-member"])
def test_nothing_that_others_get_hangs_on_who_a_member_is(two: Any, role: str, bristol: Any) -> None:
    reader = given.a_client(role, area=bristol)
    starts = STAFF.get(role, WITHIN)
    crawl(reader, *starts)  # what is read is marked as read
    before = crawl(reader, *starts)
    assert sum(two[0].display_name in answer.words for answer in before.values()) > 3 or role == "board-member"
    change_places(*two)
    after = crawl(reader, *starts)
    assert set(before) == set(after)
    assert [address for address in before if before[address] != after[address]] == []


def test_no_answer_names_a_person_behind_a_pseudonym(two: Any, bristol: Any) -> None:
    found = only(crawl(given.a_client("carer", area=bristol), *WITHIN))
    told = [name for member in two for name in names_of(member.user)]
    leaks = [
        (address, name)
        for address, answer in found.items()
        for name in told
        if name in answer.words or name in address or any(name in value for _, value in answer.headers)
    ]
    assert leaks == []


def test_no_news_and_no_mail_names_a_person_or_a_pseudonym(two: Any) -> None:
    told = [name for member in two for name in names_of(member.user)]
    for row in Notification.objects.all():
        assert not [name for name in told if name in f"{row.title} {row.body} {row.url}"]
    assert Mail.objects.exists()
    for mail in Mail.objects.all():
        words = given.words_of(mail)
        assert not [name for name in (*told, *(member.display_name for member in two)) if name in words]
