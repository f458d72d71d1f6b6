"""The page on which people see where they are signed in, and end it elsewhere."""

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from accounts import devices

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (FIREFOX, "Firefox on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
         "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
         "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1",
         "Safari on an iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
         "Samsung Internet on Android"),
        ("curl/8.5.0", devices.UNKNOWN),
        ("", devices.UNKNOWN),
    ],
)  # fmt: skip
def test_a_browser_is_told_in_words(said: str, words: str) -> None:
    assert devices.in_words(said) == words


def test_people_see_their_devices_and_sign_out_the_others(client_as: Any) -> None:
    here = client_as("carer")
    elsewhere = Client()
    elsewhere.force_login(here.person, backend="accounts.backends.ActiveModelBackend")
    UserSession.objects.create(
        user=here.person, session_key=elsewhere.session.session_key, ip="192.0.2.7", user_agent=FIREFOX
    )

    page = here.get("/account/sessions/")

    assert "Firefox on Windows" in page.text
    assert "192.0.2.7" in page.text
    assert "Mozilla" not in page.text
    assert page.text.count("This device") == 1
    here.post("/account/sessions/")
    assert elsewhere.get("/me/").status_code == 302
    assert "You are signed in here and nowhere else" in here.get("/account/sessions/").text
