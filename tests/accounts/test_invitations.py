import datetime
import re
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from accounts import invitations
from accounts.errors import AlreadyInvited, InvitationForSomebodyElse, InvitationNotOpen
from accounts.models import Invitation, User
from audit.models import AuditRow

PASSWORD = "kettle gravel lantern"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def invite(db: None, django_capture_on_commit_callbacks: Any) -> Any:
    """Sends an invitation and gives the address in the e-mail."""

    def send(**facts: Any) -> tuple[Invitation, str]:
        with django_capture_on_commit_callbacks(execute=True):
            sent = invitations.invite(**{"email": "new@example.org", "role": "board-member", "by": None, **facts})
        link = re.search(r"https?://[^/]+(/account/invitation/\S+)", mail.outbox[-1].body)
        assert link
        return sent, link[1]

    return send


def test_a_newcomer_accepts_and_signs_in(invite: Any, client: Client) -> None:
    sent, path = invite()
    assert b"Board member" in client.get(path).content
    client.post(path, {"name": "Nia New", "password": PASSWORD, "again": PASSWORD})
    user = User.objects.get(email="new@example.org")
    assert [row.role for row in user.memberships.all()] == ["board-member"]
    assert user.emailaddress_set.get().verified
    client.post("/account/login/", {"login": "new@example.org", "password": PASSWORD})
    assert client.get("/programme/").status_code == 200
    assert AuditRow.objects.filter(action="invitation.accept", by=user).count() == 1


def test_a_link_works_once(invite: Any, client: Client) -> None:
    _, path = invite()
    client.post(path, {"name": "Nia New", "password": PASSWORD, "again": PASSWORD})
    assert client.get(path).status_code == 410


def test_a_short_password_is_refused_in_words(invite: Any, client: Client) -> None:
    _, path = invite()
    page = client.post(path, {"name": "Nia", "password": "short", "again": "short"}).content.decode()
    assert "12 characters" in page
    assert not User.objects.filter(email="new@example.org").exists()


def test_somebody_with_an_account_signs_in_and_accepts(invite: Any, client_as: Any) -> None:
    client = client_as()
    _, path = invite(email=client.person.email)
    client.post(path)
    assert client.person.memberships.get().role == "board-member"


def test_an_invitation_to_somebody_else_is_refused(invite: Any, client_as: Any) -> None:
    client = client_as()
    sent, path = invite()
    assert client.post(path).status_code == 403
    with pytest.raises(InvitationForSomebodyElse):
        invitations.accept(invitation=sent, by=client.person)


def test_an_invitation_runs_out_after_fourteen_days(invite: Any, client: Client) -> None:
    start = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=datetime.UTC)
    with time_machine.travel(start, tick=False) as clock:
        _, path = invite()
        clock.move_to(start + 14 * DAY - datetime.timedelta(seconds=1))
        assert client.get(path).status_code == 200
        clock.move_to(start + 14 * DAY)
        assert client.get(path).status_code == 410


def test_a_withdrawn_invitation_is_over(invite: Any, client: Client) -> None:
    sent, path = invite()
    invitations.withdraw(invitation=sent, by=None)
    assert client.get(path).status_code == 410
    with pytest.raises(InvitationNotOpen):
        invitations.withdraw(invitation=sent, by=None)


def test_a_second_open_invitation_to_the_same_role_is_refused(invite: Any) -> None:
    invite()
    with pytest.raises(AlreadyInvited):
        invitations.invite(email="NEW@example.org", role="board-member", by=None)


def test_the_token_is_not_kept(invite: Any) -> None:
    sent, path = invite()
    token = path.rstrip("/").rsplit("/", 1)[1]
    assert token not in str(Invitation.objects.values().get(pk=sent.pk))


def test_the_database_refuses_a_role_in_the_wrong_place(db: None, kernow: Any) -> None:
    facts = {"email": "a@example.org", "token_digest": "x", "expires_at": "2026-01-01T00:00Z"}
    with pytest.raises(IntegrityError, match="invitation_role_held_here"), transaction.atomic():
        Invitation.objects.create(**facts, role="network-manager", area=kernow)
    with pytest.raises(IntegrityError, match="invitation_role_held_here"), transaction.atomic():
        Invitation.objects.create(**facts, role="area-lead")


def test_nobody_signs_up_without_an_invitation(client: Client, db: None) -> None:
    client.post("/account/signup/", {"email": "a@example.org", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.filter(email="a@example.org").exists()


def test_nobody_becomes_a_superuser(person: Any) -> None:
    user = person()
    user.is_superuser = True
    with pytest.raises(IntegrityError, match="user_never_superuser"), transaction.atomic():
        user.save()
