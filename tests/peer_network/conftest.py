"""Members of the peer network, a space and posts, by the real actions."""

import datetime
import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from peer_network.joining import actions as joining
from peer_network.models import DutyShift, Member, Space

_numbers = itertools.count(1)
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "he", "ju", "ka", "lo", "mu")


def _spelt(number: int) -> str:
    """A number in syllables: names with digits look alike sooner (`joining.names`)."""
    return "".join(SYLLABLES[int(digit)] for digit in str(number))


@pytest.fixture
def member(person: Callable[..., Any]) -> Callable[..., Member]:
    """Makes a member: `member()`, `member("peer-supporter", standing="trusted")`; the person is `member.user`."""

    def join(role: str = "budget-holder", *, standing: str = "known", area: Any = None, **facts: Any) -> Member:
        made = joining.join(
            display_name=f"Blackbird {_spelt(next(_numbers))}", is_adult=True, by=person(role, area=area)
        )
        for name, value in {"standing": standing, **facts}.items():
            setattr(made, name, value)
        made.save()
        return made

    return join


@pytest.fixture
def signed_in() -> Callable[[Member], Client]:
    """A client of a member's: `signed_in(member())`."""

    def sign_in(member: Member) -> Client:
        client = Client()
        client.force_login(member.user, backend="accounts.backends.ActiveModelBackend")
        return client

    return sign_in


@pytest.fixture
def space(db: None) -> Space:
    """A space for everybody."""
    return Space.objects.create(
        slug="tea-room", kind=Space.Kind.NETWORK, title="Tea room", about="For anything at all."
    )


@pytest.fixture
def moderator(person: Callable[..., Any]) -> Any:
    """A moderator."""
    return person("moderator")


@pytest.fixture
def on_duty(moderator: Any) -> Any:
    """A moderator who is on duty from an hour ago until in eight hours, so that posting is open."""
    now = timezone.now()
    hour = datetime.timedelta(hours=1)
    DutyShift.objects.create(moderator=moderator, starts_at=now - hour, ends_at=now + 8 * hour)
    return moderator
