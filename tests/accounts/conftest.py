"""Signing in with a provider made for the tests."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from accounts.openid import metadata
from tests.accounts.openid_provider import TestProvider

LOGIN = "/account/oidc/test/login/"


@pytest.fixture
def provider_of(settings: Any, db: None) -> Iterator[Callable[..., TestProvider]]:
    """`provider_of("nhs-login", "RS512", "RS512")` starts a provider and sets the site up for it."""
    started: list[TestProvider] = []
    metadata.forget()

    def start(shape: str = "plain", algorithm: str = "RS256", client_algorithm: str = "", **more: Any) -> TestProvider:
        provider = TestProvider(algorithm, client_algorithm)
        started.append(provider)
        settings.OIDC_PROVIDERS = [provider.configured(shape, **more)]
        return provider

    yield start
    for each in started:
        each.close()


@pytest.fixture
def provider(provider_of: Any) -> TestProvider:
    """A plain provider with a secret."""
    return provider_of()


@pytest.fixture
def linked(provider: TestProvider, person: Any) -> Any:
    """A budget holder who has linked subject-1 of the plain provider."""
    return link(person("budget-holder"))


def link(user: Any, subject: str = "subject-1") -> Any:
    """The person, linked to this subject."""
    SocialAccount.objects.create(user=user, provider="test", uid=subject)
    return user


def to_provider(client: Client, query: str = "") -> str:
    """Go on to the provider, sign in there, and return the address it sends the browser back to."""
    on = client.post(f"{LOGIN}{query}")
    assert on.status_code == 302, on.content[-2000:]
    back = requests.get(on.headers["Location"], allow_redirects=False, timeout=5)
    parts = urlsplit(back.headers["Location"])
    return f"{parts.path}?{parts.query}"


def sign_in(client: Client, query: str = "") -> Any:
    """The whole way there and back; returns the site's answer."""
    return client.get(to_provider(client, query))


def who(client: Client) -> int | None:
    """The id of the person who is signed in."""
    found = client.session.get("_auth_user_id")
    return int(found) if found else None
