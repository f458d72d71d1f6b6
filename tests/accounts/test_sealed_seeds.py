"""Whoever reads the database makes no code with it: seeds of apps and of recovery codes are sealed."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.db import connection
from django.test import Client

from data_rights.tasks import seal_second_steps

PASSWORD = "three words together"
CODE_SECONDS = 30
SECRET = "JBSWY3DPEHPK3PXP"
NEW_KEY = "another-key-for-this-test-of-fifty-characters-or-so"


@pytest.fixture(autouse=True)
def beginning_of_a_code() -> Iterator[None]:
    """The clock runs on from where an app's code begins, so that none ends between being read and being sent."""
    with time_machine.travel(time.time() // CODE_SECONDS * CODE_SECONDS):
        yield


@pytest.fixture
def practitioner(person: Any, kernow: Any) -> Any:
    """A practitioner with a password, an app whose seed is SECRET, and recovery codes."""
    user = person("practitioner", area=kernow)
    user.set_password(PASSWORD)
    user.save()
    Authenticator.objects.filter(user=user).delete()
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def in_the_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(data::text, ' ') FROM public.mfa_authenticator")
        return str(cursor.fetchone()[0])


def app_code() -> str:
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // CODE_SECONDS))


def signs_in(client: Client, user: Any, code: str) -> bool:
    client.logout()
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    assert client.post("/account/2fa/authenticate/", {"code": code}).status_code in (200, 302)
    return "_auth_user_id" in client.session


def recovery_codes(user: Any) -> list[str]:
    row = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    return RecoveryCodes(row).get_unused_codes()


def test_the_database_holds_no_seed_that_can_be_read(person: Any, kernow: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seed = "ab" * 40
    monkeypatch.setattr(RecoveryCodes, "generate_seed", lambda: seed)
    user = person("practitioner", area=kernow)
    Authenticator.objects.filter(user=user).delete()
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    kept = in_the_database()
    assert SECRET not in kept
    assert seed not in kept
    assert kept.count("sealed:gAAAA") == 2


def test_codes_of_a_sealed_seed_sign_in(practitioner: Any, client: Client) -> None:
    assert signs_in(client, practitioner, app_code())
    assert signs_in(client, practitioner, recovery_codes(practitioner)[0])


def test_a_plain_seed_of_an_earlier_version_signs_in_and_is_sealed_at_night(practitioner: Any, client: Client) -> None:
    Authenticator.objects.filter(user=practitioner, type="totp").update(data={"secret": SECRET})
    assert signs_in(client, practitioner, app_code())
    assert seal_second_steps() == 1
    assert SECRET not in in_the_database()
    row = Authenticator.objects.get(user=practitioner, type="totp")
    assert TOTP(row).instance.data["secret"].startswith("sealed:")
    assert seal_second_steps() == 0


def test_codes_sign_in_while_the_earlier_key_is_a_fallback_and_after_a_night_without_it(
    practitioner: Any, client: Client, settings: Any
) -> None:
    before = recovery_codes(practitioner)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW_KEY, [settings.SECRET_KEY]
    assert signs_in(client, practitioner, app_code())
    assert seal_second_steps() == 2
    settings.SECRET_KEY_FALLBACKS = []
    assert signs_in(client, practitioner, before[0])
    assert recovery_codes(practitioner) == before[1:]


def test_with_the_key_gone_no_code_is_right_and_the_seal_stays(
    practitioner: Any, client: Client, settings: Any
) -> None:
    known, kept = recovery_codes(practitioner)[0], in_the_database()
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW_KEY, []
    assert not signs_in(client, practitioner, app_code())
    assert not signs_in(client, practitioner, known)
    assert seal_second_steps() == 0
    assert in_the_database() == kept
