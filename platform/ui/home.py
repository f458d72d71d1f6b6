"""Cards of "What needs me today", from every room."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

# More than seven and a tired person reads none of them.
CARDS_SHOWN = 7


@dataclass(frozen=True)
class HomeCard:
    """One thing for one person to do: `title` says what, `text` who it concerns and why, `due` by when."""

    title: str
    text: str
    action_label: str
    url: str
    due: datetime.date | None = None
    order: int = 100


Provider = Callable[[HttpRequest], list[HomeCard]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Ask `provider` for its cards each time somebody opens Home."""
    if provider not in _providers:
        _providers.append(provider)


def unregister(provider: Provider) -> None:
    """Take a provider away again; for tests that registered one."""
    _providers.remove(provider)


def cards_for(request: HttpRequest) -> list[HomeCard]:
    """At most seven cards, the soonest due first; cards with no date come after those with one."""
    cards = [card for provider in _providers for card in provider(request)]
    cards.sort(key=lambda card: (card.due is None, card.due or datetime.date.max, card.order, card.title))
    return cards[:CARDS_SHOWN]
