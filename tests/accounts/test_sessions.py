"""How long people stay signed in, and what ends it."""

import datetime
from typing import Any

import pytest
import time_machine

from accounts import users
from accounts.errors import NoSuchPerson

START = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


def is_signed_in(client: Any) -> bool:
    return client.get("/me/").status_code == 200


def test_a_staff_session_ends_after_thirty_idle_minutes(client_as: Any) -> None:
    with time_machine.travel(START, tick=False) as clock:
        client = client_as("network-manager")
        assert is_signed_in(client)
        clock.move_to(START + 29 * MINUTE)
        assert is_signed_in(client)
        clock.move_to(START + 29 * MINUTE + 30 * MINUTE)
        assert not is_signed_in(client)


def test_a_board_members_session_outlasts_an_idle_hour(client_as: Any) -> None:
    with time_machine.travel(START, tick=False) as clock:
        client = client_as("board-member")
        assert is_signed_in(client)
        clock.move_to(START + 60 * MINUTE)
        assert is_signed_in(client)


def test_every_session_ends_after_twelve_hours(client_as: Any) -> None:
    with time_machine.travel(START, tick=False) as clock:
        client = client_as("board-member")
        for minutes in range(0, 12 * 60, 20):
            clock.move_to(START + minutes * MINUTE)
            assert is_signed_in(client)
        clock.move_to(START + 12 * 60 * MINUTE)
        assert not is_signed_in(client)


def test_closing_an_account_ends_its_sessions(client_as: Any) -> None:
    client = client_as("board-member")
    assert is_signed_in(client)
    users.disable(email=client.person.email.upper(), by=None)
    assert not is_signed_in(client)
    users.enable(email=client.person.email, by=None)
    assert not is_signed_in(client)  # the old session is gone, not asleep


def test_closing_an_account_of_nobody_is_refused(db: None) -> None:
    with pytest.raises(NoSuchPerson, match="nobody@example.org"):
        users.disable(email="nobody@example.org", by=None)


def test_staff_without_two_steps_are_sent_to_set_them_up(client_as: Any) -> None:
    client = client_as("network-manager", two_steps=False)
    assert client.get("/network/people/").headers["Location"] == "/account/2fa/"
    assert client.get("/no-such-page/").status_code == 404
    assert client.get("/account/2fa/").status_code == 200


def test_people_without_a_staff_role_need_no_second_step(client_as: Any) -> None:
    assert client_as("board-member").get("/programme/").status_code == 200


def test_two_steps_are_not_asked_where_the_rule_is_off(client_as: Any, settings: Any) -> None:
    settings.MFA_REQUIRED_FOR_STAFF_ROLES = False
    assert client_as("network-manager", two_steps=False).get("/network/people/").status_code == 200
