"""What a provider has to do today: each part of the room says what it knows, and the provider's home lists it.

todo.register(lambda provider: [Todo("Answer Robin", url, due=day)])
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from market.models import Provider


@dataclass(frozen=True)
class Todo:
    """One thing to do: `words` say what, `href` leads there, `due` by when."""

    words: str
    href: str
    due: datetime.date | None = None


_sources: list[Callable[[Provider], list[Todo]]] = []


def register(source: Callable[[Provider], list[Todo]]) -> None:
    """Ask `source` each time somebody opens a provider's home, or their own Home. A query or two, whatever there is."""
    if source not in _sources:
        _sources.append(source)


def of(provider: Provider) -> list[Todo]:
    """Everything, the soonest due first."""
    found = [each for source in _sources for each in source(provider)]
    return sorted(found, key=lambda each: (each.due is None, each.due or datetime.date.max, each.words))
