"""A topic, a theme of it that is shown, and supporters."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from peer_network.heard import actions, subject
from peer_network.models import Member, Theme, Topic

TODAY = datetime.date(2015, 7, 15)  # a Wednesday


@pytest.fixture(autouse=True)
def field_day(settings: Any) -> None:
    """The field stands on 15 July 2015, and a moderator is on duty whenever somebody writes."""
    settings.IPC_TODAY = TODAY


@pytest.fixture(autouse=True)
def staffed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Posting is open: what closes it has tests of its own."""
    monkeypatch.setattr("peer_network.forum.weighing.closed_words", lambda: "")


@pytest.fixture
def topic(space: Any, member: Callable[..., Member]) -> Topic:
    """A topic that members can read."""
    from peer_network.rights_samples import a_topic

    return a_topic(member(), space)


@pytest.fixture
def theme(topic: Topic, member: Callable[..., Member]) -> Theme:
    """A theme that gathers support, proposed by a member."""
    made = actions.propose(topic=topic, title="Letters", summary="In plain words.", by=member()).theme
    assert made is not None
    return subject.show(made)


@pytest.fixture
def supported(theme: Theme, member: Callable[..., Member]) -> Callable[[int], Theme]:
    """The theme with so many supporters in all, whoever proposed it among them."""

    def by(number: int) -> Theme:
        for _ in range(number - theme.supports.count()):
            actions.support(theme=theme, by=member())
        theme.refresh_from_db()
        return theme

    return by


@pytest.fixture
def manager(person: Callable[..., Any]) -> Any:
    """Who writes for the board."""
    return person("network-manager")
