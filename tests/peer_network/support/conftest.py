"""Peer supporters, groups, events and conversations, by the real actions."""

import datetime
from typing import Any

import pytest
from django.utils import timezone

from notify.models import Notification
from peer_network.models import GroupEvent, LocalGroup, SupporterProfile
from peer_network.support import listings
from peer_network.support.conversations import actions as conversations
from peer_network.support.gatherings import actions as gatherings
from peer_network.support.supporters import actions as supporters

PROFILE = {"about": "I look after my son’s budget.", "can_help": "First plans", "groups": [], "experience": []}
GROUP = {
    "title": "Tea and plans",
    "about": "We drink tea.",
    "kind": "group",
    "groups": [],
    "place": "library",
    "town": "Truro",
    "coming": "",
    "takes_new": True,
}
EVENT = {
    "title": "July tea",
    "is_online": False,
    "place": "The library",
    "words": "Tea.",
    "accessibility": "",
    "is_public": True,
}


def at(day: int, hour: int = 10) -> datetime.datetime:
    """A time in July 2035."""
    return timezone.make_aware(datetime.datetime(2035, 7, day, hour))


@pytest.fixture
def supporter(member: Any, kernow: Any) -> Any:
    """Makes a listed peer supporter; words of the profile by name."""

    def make(*, takes_new: bool = True, standing: str = "known", **words: Any) -> Any:
        made = member("peer-supporter", area=kernow, standing=standing)
        row = supporters.write(member=made, values=PROFILE | words)
        listings.show(row)
        supporters.switch(member=made, is_listed=True, takes_new=takes_new)
        return made

    return make


@pytest.fixture
def group(kernow: Any) -> Any:
    """Makes a group that is shown: `group(keeper)`."""

    def make(keeper: Any, **words: Any) -> LocalGroup:
        row = gatherings.propose_group(member=keeper, values=GROUP | {"area": kernow} | words)
        return listings.show(row)

    return make


@pytest.fixture
def event(group: Any) -> Any:
    """Makes an event that is shown: `event(keeper)`."""

    def make(keeper: Any, *, of: LocalGroup | None = None, **words: Any) -> GroupEvent:
        values = EVENT | {"starts_at": at(10), "ends_at": at(10, 12)} | words
        row = gatherings.propose_event(member=keeper, group=of or group(keeper), values=values)
        return gatherings.show_event(row)

    return make


@pytest.fixture
def conversation(member: Any) -> Any:
    """Makes an open conversation: `conversation(one, other)`."""

    def make(asker: Any = None, other: Any = None, **facts: Any) -> Any:
        asker, other = asker or member(), other or member()
        made = conversations.ask(asker=asker, other=other, body="Hello", **facts)
        conversations.answer(member=other, conversation=made, agrees=True)
        made.refresh_from_db()
        return made

    return make


def profile_of(member: Any) -> SupporterProfile:
    """A supporter's profile."""
    return SupporterProfile.objects.get(member=member)


def told(member: Any) -> list[str]:
    """What the room told a member, the oldest first."""
    kinds = ("peers-conversation", "peers-event", "peers-writing")
    rows = Notification.objects.filter(to=member.user, kind__in=kinds).order_by("pk")
    return [row.title for row in rows]
