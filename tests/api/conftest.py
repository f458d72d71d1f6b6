"""Tokens for tests."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from api import actions, scopes
from tests.conftest import make_person

EVERY_SCOPE = ["areas:read", "board:read", "me:read", "plans:read"]


def make_token(owner: Any, *wanted: str, days: int = 30) -> tuple[Any, str]:
    """A token of the person, made by the real action after two-step sign-in; with every scope where none is named."""
    return actions.make(
        by=owner,
        name="A token",
        scopes=list(wanted) or EVERY_SCOPE,
        expires_at=timezone.now() + datetime.timedelta(days=days),
        two_steps=True,
        must_have_two_steps=True,
    )


class TokenClient(Client):
    """Sends a token with each request; `person`, `token` and `secret` say whose and which."""

    person: Any
    token: Any
    secret: str

    def request(self, **request: Any) -> Any:
        """With the header, unless the test sends another."""
        return super().request(**{"HTTP_AUTHORIZATION": f"Bearer {self.secret}", **request})


@pytest.fixture
def token_client(db: None) -> Callable[..., TokenClient]:
    """`token_client("area-lead", area=kernow, scopes=["plans:read"])`."""

    def make(*roles: str, wanted: tuple[str, ...] = (), **where: Any) -> TokenClient:
        client = TokenClient()
        client.person = make_person(*roles, **where)
        client.token, client.secret = make_token(client.person, *(wanted or _open(client.person)))
        return client

    return make


def _open(person: Any) -> list[str]:
    from accounts.access import Access

    return [scope.key for scope in scopes.open_to(Access(person))]
