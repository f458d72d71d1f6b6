"""Further things that can be done with a topic, which other parts of the room add: `links.register(provider)`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class TopicLink:
    """One link at the end of a topic's page."""

    text: str
    href: str
    order: int = 100


Provider = Callable[[Any, Any, Any], Iterable[TopicLink]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Ask `provider(topic, member, access)` for its links each time a member opens a topic: one query at the most.

    `access` says what the member's person may do, without asking anew.
    """
    if provider not in _providers:
        _providers.append(provider)


def of(topic: Any, member: Any, access: Any) -> list[TopicLink]:
    """The links for this member, in order."""
    found = [link for provider in _providers for link in provider(topic, member, access)]
    return sorted(found, key=lambda link: (link.order, link.text))
