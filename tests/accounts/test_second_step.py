"""A lost second step: taken away so that nobody but its owner gains by it."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client

from accounts import users
from accounts.adapter import MFAAdapter
from audit.models import AuditRow

PASSWORD = "three words together"


@pytest.fixture
def practitioner(person: Any, kernow: Any) -> Any:
    """A practitioner with a password and an app with codes."""
    user = person("practitioner", area=kernow)
    user.set_password(PASSWORD)
    user.save()
    Authenticator.objects.filter(user=user).update(data={"secret": "JBSWY3DPEHPK3PXP"})
    return user


def test_a_reset_ends_sessions_takes_the_password_too_and_tells_the_person(client_as: Any, kernow: Any) -> None:
    client = client_as("practitioner", area=kernow)
    users.reset_second_step(email=client.person.email, why="lost", by=None)
    assert client.get("/home/").headers["Location"].startswith("/account/login/")
    client.person.refresh_from_db()
    assert not client.person.has_usable_password()
    assert not Authenticator.objects.filter(user=client.person).exists()
    assert [each.to for each in mail.outbox] == [[client.person.email]]
    row = AuditRow.objects.get(action="second_step.take_away")
    assert row.detail == {"why": "lost", "removed": 1}


def test_whoever_knows_the_old_password_gains_nothing(practitioner: Any, client: Client) -> None:
    users.reset_second_step(email=practitioner.email, why="stolen", by=None)
    answer = client.post("/account/login/", {"login": practitioner.email, "password": PASSWORD})
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_the_person_begins_again_by_e_mail_and_has_to_set_up_a_new_step(practitioner: Any, client: Client) -> None:
    users.reset_second_step(email=practitioner.email, why="lost", by=None)
    client.post("/account/password/reset/", {"email": practitioner.email})
    link = re.search(r"http://[^/]+(/account/password/reset/key/\S+)", mail.outbox[-1].body)[1]
    form = client.get(link).headers["Location"]
    client.post(form, {"password1": "other words together", "password2": "other words together"})
    client.post("/account/login/", {"login": practitioner.email, "password": "other words together"})
    assert client.get("/home/").headers["Location"] == "/account/2fa/"


def test_a_reset_needs_one_of_the_reasons(practitioner: Any) -> None:
    with pytest.raises(ValueError, match="no reason"):
        users.reset_second_step(email=practitioner.email, why="Ann asked", by=None)


def test_a_recovery_code_signs_in_once(practitioner: Any, client: Client) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    code = RecoveryCodes.activate(practitioner).get_unused_codes()[0]
    for is_first in (True, False):
        client.logout()
        client.post("/account/login/", {"login": practitioner.email, "password": PASSWORD})
        assert "_auth_user_id" not in client.session
        client.post("/account/2fa/authenticate/", {"code": code})
        assert ("_auth_user_id" in client.session) == is_first


def test_a_passkey_that_is_the_only_way_in_stays(client_as: Any) -> None:
    client = client_as("budget-holder")
    user = client.person
    key = Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"passwordless": True, "credential": PASSKEY}
    )
    assert not MFAAdapter().can_delete_authenticator(key)
    client.post(f"/account/2fa/webauthn/keys/{key.pk}/remove/")
    assert Authenticator.objects.filter(pk=key.pk).exists()
    user.set_password(PASSWORD)
    user.save()
    assert MFAAdapter().can_delete_authenticator(key)
    user.set_unusable_password()
    user.save()
    SocialAccount.objects.create(user=user, provider="no-longer-set-up", uid="1")
    assert not MFAAdapter().can_delete_authenticator(key)


PASSKEY = {"clientExtensionResults": {"credProps": {"rk": True}}}
