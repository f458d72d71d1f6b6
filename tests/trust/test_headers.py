"""Headers on every response, and limits on signing in that a forged header does not pass."""

import pytest

from config import csp_policy

pytestmark = pytest.mark.django_db

ADDRESSES = ["/", "/account/login/", "/areas/", "/nowhere/", "/healthz", "/api/v1/health", "/api/v1/nothing"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_response_carries_the_headers(client, address):
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert "object-src 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert len(headers["X-Request-ID"]) >= 8


def test_no_policy_of_ours_allows_another_site():
    for directives in (csp_policy.STRICT["DIRECTIVES"], csp_policy.EDITORS):
        for sources in directives.values():
            assert not any(str(source).startswith(("http", "*", "//")) for source in sources)


def test_pages_of_somebody_signed_in_are_not_stored(client_as):
    assert "no-store" in client_as("board-member").get("/programme/")["Cache-Control"]


def test_a_request_id_from_the_proxy_is_kept_and_a_hostile_one_is_not(client):
    assert client.get("/healthz", headers={"X-Request-ID": "abc12345-6"})["X-Request-ID"] == "abc12345-6"
    assert client.get("/healthz", headers={"X-Request-ID": "a b\nc"})["X-Request-ID"] != "a b\nc"


def test_the_sixth_wrong_password_is_refused_whatever_address_is_forged(client, person):
    user = person()
    user.set_password("a-long-enough-password")
    user.save()
    for number in range(5):
        client.post(
            "/account/login/",
            {"login": user.email, "password": "wrong"},
            headers={"X-Forwarded-For": f"10.0.0.{number}"},
        )
    answer = client.post(
        "/account/login/",
        {"login": user.email, "password": "a-long-enough-password"},
        headers={"X-Forwarded-For": "10.0.0.99"},
    )
    assert answer.status_code == 200  # the form again, with the reason; not signed in
    assert "_auth_user_id" not in client.session
    assert "Too many" in answer.content.decode()
