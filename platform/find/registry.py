"""The sources that a search looks through, which rooms register in `AppConfig.ready()`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Found:
    """One thing that was found: what it is called, where it is, and a line about it."""

    title: str
    url: str
    summary: str = ""


@dataclass(frozen=True)
class SearchSource:
    """One kind of thing. `look_for(words, access)` gives at most `LIMIT` of what this person may see, best first.

    A source asks for rights itself: what it returns is shown.
    """

    key: str
    label: str
    look_for: Callable[[str, Any], Iterable[Found]]
    order: int = 100


LIMIT = 50

_sources: dict[str, SearchSource] = {}


def register(source: SearchSource) -> None:
    """Add a source; raises ValueError where the key is taken by another."""
    if _sources.setdefault(source.key, source) != source:
        raise ValueError(f"There is another search source called {source.key!r}.")


def unregister(key: str) -> None:
    """Take a source away again; for tests that registered one."""
    _sources.pop(key, None)


def sources() -> list[SearchSource]:
    """Every source, in the order of the results."""
    return sorted(_sources.values(), key=lambda source: (source.order, source.key))


def look_for(words: str, access: Any) -> dict[str, list[Found]]:
    """What each source finds for this person, by its key; nothing for a search without words."""
    if not words.strip():
        return {}
    return {source.key: list(source.look_for(words.strip(), access))[:LIMIT] for source in sources()}
