"""Accounts of two areas, a partner and the network, and a short way to say who helped whom."""

import itertools
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from timebank.ledger import accounts, transfers

_numbers = itertools.count(1)


@pytest.fixture
def opened(db: None) -> Callable[[str], Any]:
    """Gives an account by its name, as it is in the database now: `opened("kernow").balance.minutes`."""
    return accounts.by_slug


@pytest.fixture
def helped(opened: Callable[[str], Any]) -> Callable[..., transfers.Posted]:
    """Posts that one account helped another: `helped("bristol", "kernow", 60)`: Bristol gave Kernow an hour."""

    def post(giver: str, receiver: str, minutes: int, **facts: Any) -> transfers.Posted:
        legs = [transfers.gave(opened(giver), minutes), transfers.had(opened(receiver), minutes)]
        return transfers.post(key=facts.pop("key", f"test:{next(_numbers)}"), legs=legs, **facts)

    return post


@pytest.fixture
def a_session() -> uuid.UUID:
    """The number of a session that somebody books."""
    return uuid.uuid4()
