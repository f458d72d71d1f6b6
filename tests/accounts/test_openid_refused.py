"""What a provider may send, and is not believed."""

import time
from typing import Any

import jwt
import pytest
import requests
from django.test import Client

from accounts.openid import metadata
from accounts.openid.assurance import took_two_steps
from accounts.openid.errors import TooLittleAssurance
from audit.models import AuditRow
from tests.accounts.conftest import LOGIN, sign_in, to_provider, who
from tests.accounts.openid_provider import jwk, key, public_pem


def assert_refused(answer: Any, client: Client, why: str) -> None:
    """A plain page, nobody signed in, and the reason in the audit."""
    assert answer.status_code == 401, answer.content[-1500:]
    assert "We could not sign you in" in answer.content.decode()
    assert who(client) is None
    assert AuditRow.objects.filter(action="session.refuse").latest("pk").detail == {"provider": "test", "why": why}


def forged(provider: Any) -> None:
    """A signature of somebody else, who names the provider's key."""
    provider.sign = lambda claims: jwt.encode(claims, key("rsa-forger"), "RS256", {"kid": "rsa"})


def changed(provider: Any) -> None:
    """Claims changed after they were signed."""

    def sign(claims: dict[str, Any]) -> str:
        good, bad = provider._sign(claims), provider._sign(claims | {"sub": "subject-2"})
        return ".".join([good.split(".")[0], bad.split(".")[1], good.split(".")[2]])

    provider.sign = sign


def unsigned(provider: Any) -> None:
    """No signature at all."""
    provider.sign = lambda claims: jwt.encode(claims, None, "none")


def signed_with_the_public_key(provider: Any) -> None:
    """The public key, which everybody has, used as a shared secret."""

    def sign(claims: dict[str, Any]) -> str:
        head, body = (part.encode() for part in jwt.encode(claims, "x" * 64, "HS256").split(".")[:2])
        signature = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256).sign(
            head + b"." + body, public_pem("rsa")
        )
        return b".".join([head, body, jwt.utils.base64url_encode(signature)]).decode()

    provider.sign = sign


def unknown_key(provider: Any) -> None:
    """A key that the provider doesn't list."""
    provider.sign = lambda claims: jwt.encode(claims, key("rsa-forger"), "RS256", {"kid": "rsa-forger"})


def claim(name: str, value: Any) -> Any:
    """One claim with another value; a function of the time now, or None to leave it out."""

    def lie(provider: Any) -> None:
        def change(claims: dict[str, Any]) -> None:
            found = value(int(time.time())) if callable(value) else value
            claims.pop(name) if found is None else claims.update({name: found})

        provider.change = change

    return lie


LIES = [
    ("forged", forged, "InvalidSignatureError"),
    ("changed", changed, "InvalidSignatureError"),
    ("unsigned", unsigned, "algorithm"),
    ("signed with the public key", signed_with_the_public_key, "algorithm"),
    ("unknown key", unknown_key, "key"),
    ("another audience", claim("aud", "another-client"), "InvalidAudienceError"),
    ("others beside us", claim("aud", ["ipc-client", "another-client"]), "azp"),
    ("issued to another", claim("azp", "another-client"), "azp"),
    ("another issuer", claim("iss", "https://evil.example"), "InvalidIssuerError"),
    ("another nonce", claim("nonce", "of-another-sign-in"), "nonce"),
    ("no nonce", claim("nonce", None), "MissingRequiredClaimError"),
    ("expired", claim("exp", lambda now: now - 120), "ExpiredSignatureError"),
    ("no end", claim("exp", None), "MissingRequiredClaimError"),
    ("issued in the future", claim("iat", lambda now: now + 600), "ImmatureSignatureError"),
    ("issued long ago", claim("iat", lambda now: now - 3600), "old"),
    ("of another access token", claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"), "at_hash"),
    ("too long a subject", claim("sub", "s" * 192), "subject"),
    ("an empty subject", claim("sub", ""), "subject"),
]


@pytest.mark.parametrize(("lie", "why"), [each[1:] for each in LIES], ids=[each[0] for each in LIES])
def test_a_token_that_is_not_right_signs_nobody_in(
    provider: Any, linked: Any, client: Client, lie: Any, why: str
) -> None:
    lie(provider)
    assert_refused(sign_in(client), client, why)


def test_a_token_is_not_taken_twice(provider: Any, linked: Any, client: Client) -> None:
    sign_in(client)
    assert who(client) == linked.pk
    provider.token = provider.tokens[-1]
    other = Client()
    assert_refused(sign_in(other), other, "nonce")


def test_an_answer_is_not_taken_twice(provider: Any, linked: Any, client: Client) -> None:
    back = to_provider(client)
    client.get(back)
    client.logout()
    assert_refused(client.get(back), client, "unknown")


def test_an_answer_for_another_browser_is_not_taken(provider: Any, linked: Any, client: Client) -> None:
    stolen = to_provider(Client())
    assert_refused(client.get(stolen), client, "unknown")


def test_a_code_is_not_taken_twice(provider: Any, linked: Any, client: Client) -> None:
    used = to_provider(client)
    client.get(used)
    other = Client()
    code, state = used.split("code=")[1].split("&")[0], to_provider(other).split("state=")[1]
    assert_refused(other.get(f"{LOGIN}callback/?code={code}&state={state}"), other, "unreachable")


def test_an_answer_of_another_provider_is_not_taken(provider: Any, linked: Any, client: Client) -> None:
    back = to_provider(client)
    assert_refused(client.get(f"{back}&iss=https://evil.example"), client, "issuer")


def test_the_userinfo_has_to_be_of_the_same_person(provider: Any, linked: Any, client: Client) -> None:
    provider.userinfo_subject = "subject-2"
    assert_refused(sign_in(client), client, "userinfo-subject")


@pytest.mark.parametrize(
    ("shape", "claims", "is_enough"),
    [
        ("nhs-login", {"vot": "P5.Cp.Cd"}, True),
        ("nhs-login", {"vot": "P9.Cp.Cd"}, True),
        ("nhs-login", {"vot": "P0.Cp.Cd"}, False),
        ("nhs-login", {"vot": "P5.Cp"}, False),
        ("nhs-login", {"vot": "P5.Cp.Cd", "identity_proofing_level": "P0"}, False),
        ("nhs-login", {"vot": "anything"}, False),
        ("nhs-login", {}, False),
        ("nhs-cis2", {"acr": "AAL2_OR_AAL3_ANY", "authentication_assurance_level": "3"}, True),
        ("nhs-cis2", {"acr": "AAL2_OR_AAL3_ANY", "authentication_assurance_level": "1"}, False),
        ("nhs-cis2", {"acr": "AAL1_USERPASS", "authentication_assurance_level": "2"}, False),
        ("nhs-cis2", {}, False),
        ("govuk-one-login", {"vot": "Cl.Cm"}, True),
        ("govuk-one-login", {"vot": "Cl"}, False),
        ("govuk-one-login", {}, False),
    ],
)
def test_too_little_assurance_is_refused(provider: Any, shape: str, claims: dict[str, str], is_enough: bool) -> None:
    if is_enough:
        assert took_two_steps(provider.configured(shape), claims)
    else:
        with pytest.raises(TooLittleAssurance):
            took_two_steps(provider.configured(shape), claims)


def test_too_little_assurance_signs_nobody_in(provider_of: Any, linked: Any, client: Client) -> None:
    provider = provider_of("govuk-one-login", "ES256", "RS256")
    provider.claims = {"vot": "Cl"}
    assert_refused(sign_in(client), client, "too-little-assurance")


def test_an_algorithm_of_another_shape_is_refused(provider_of: Any, linked: Any, client: Client) -> None:
    provider = provider_of("nhs-login", "RS256", "RS512")
    provider.claims = {"vot": "P5.Cp.Cd"}
    assert_refused(sign_in(client), client, "algorithm")


def test_a_new_key_is_looked_up_and_an_old_one_is_forgotten(
    provider: Any, linked: Any, client: Client, monkeypatch: Any
) -> None:
    sign_in(client)
    provider.signing_key = "rsa-new"
    provider.listed = [jwk("rsa-new", "RS256")]
    soon = Client()
    assert_refused(sign_in(soon), soon, "key")  # looked up a moment ago
    monkeypatch.setattr(metadata, "LOOK_AGAIN_SECONDS", 0)
    later = Client()
    sign_in(later)
    assert who(later) == linked.pk
    provider.signing_key = "rsa"
    too_late = Client()
    assert_refused(sign_in(too_late), too_late, "key")


def test_a_person_who_turns_back_is_told_so(provider: Any, client: Client) -> None:
    provider.error = "access_denied"
    answer = client.get(sign_in(client).headers["Location"])
    assert "You did not sign in" in answer.content.decode()


def test_an_error_of_the_provider_is_a_plain_page(provider: Any, client: Client) -> None:
    provider.error = "server_error"
    assert_refused(sign_in(client), client, "unknown")


@pytest.mark.parametrize("path", ["/token", "/userinfo", "/jwks"])
@pytest.mark.parametrize("status", [500, 404])
def test_a_provider_that_fails_is_a_plain_page(
    provider: Any, linked: Any, client: Client, path: str, status: int
) -> None:
    provider.status[path] = status
    assert_refused(sign_in(client), client, "unreachable")


def test_a_provider_that_is_down_breaks_nothing(provider: Any, client: Client) -> None:
    provider.close()
    assert client.get("/account/login/").status_code == 200
    assert_refused(client.post(LOGIN), client, "unreachable")


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/jwks", "/token", "/userinfo"])
def test_a_provider_can_not_send_the_server_elsewhere(provider: Any, linked: Any, client: Client, path: str) -> None:
    metadata.forget()
    provider.redirects[path] = f"{provider.address}/jwks"
    answer = client.post(LOGIN) if path.startswith("/.well") else sign_in(client)
    assert_refused(answer, client, "unreachable")


@pytest.mark.parametrize("name", ["jwks_uri", "token_endpoint", "userinfo_endpoint", "authorization_endpoint"])
@pytest.mark.parametrize(
    "address", ["http://127.0.0.2/x", "http://169.254.169.254/x", "http://[::1]/x", "file:///etc/passwd", "ftp://a/b"]
)
def test_a_provider_can_not_name_an_address_inside_our_network(
    provider: Any, client: Client, name: str, address: str
) -> None:
    provider.facts = {name: address}
    assert_refused(client.post(LOGIN), client, "address")


def test_a_provider_has_to_be_the_one_that_was_set_up(provider: Any, client: Client) -> None:
    provider.facts = {"issuer": "https://evil.example"}
    assert_refused(client.post(LOGIN), client, "issuer")


def test_what_the_provider_says_is_fetched_once_for_many_sign_ins(provider: Any, linked: Any) -> None:
    for _ in range(3):
        sign_in(Client())
    assert provider.asked.count("/.well-known/openid-configuration") == provider.asked.count("/jwks") == 1


def test_the_tests_own_provider_refuses_a_client_that_is_not_us(provider_of: Any) -> None:
    provider = provider_of("nhs-login", "RS512", "RS512")
    asked = {"redirect_uri": "x", "code_challenge": "x", "code_challenge_method": "S256"}
    provider.codes["code"] = asked
    form = {"code": "code", "code_verifier": "y", "redirect_uri": "z", "client_assertion": "none"}
    requests.post(f"{provider.address}/token", data=form, timeout=5)
    assert [each.split(":")[0] for each in provider.faults] == ["PKCE", "redirect_uri", "assertion"]
