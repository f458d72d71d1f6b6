"""The sources that a search looks through, which rooms register in `AppConfig.ready()`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from find.words import Words

# Of one source; more than anybody reads. Who gets that many is told to narrow the search.
LIMIT = 200


@dataclass(frozen=True)
class FacetValue:
    """What a result can be narrowed by: `key` in addresses, `label` on the page."""

    key: str
    label: str


@dataclass(frozen=True)
class Found:
    """One thing that was found: what it is called, where it is, and the part of its text that fits.

    `excerpt` has the words that were found between `highlights.START` and `highlights.END`. `rank` is PostgreSQL's:
    higher fits better. `facets` are by name: `{"area": [FacetValue("kernow", "NHS Kernow")]}`.
    """

    title: str
    url: str
    excerpt: str = ""
    rank: float = 0.0
    about: str = ""
    facets: dict[str, list[FacetValue]] = field(default_factory=dict)


@dataclass(frozen=True)
class SearchSource:
    """One kind of thing. `look_for(words, access)` gives at most `LIMIT` of what this person may see, best first.

    A source asks for rights itself: what it returns is shown. `tests/trust/test_search.py` opens every address that
    any role is given.
    """

    key: str
    label: str
    look_for: Callable[[Words, Any], Iterable[Found]]
    order: int = 100


@dataclass(frozen=True)
class Facet:
    """A way to narrow results, such as by area."""

    key: str
    label: str
    order: int = 100


_sources: dict[str, SearchSource] = {}
_facets: dict[str, Facet] = {}


def register(source: SearchSource) -> None:
    """Add a source; raises ValueError where the key is taken by another."""
    if _sources.setdefault(source.key, source) != source:
        raise ValueError(f"There is another search source called {source.key!r}.")


def register_facet(facet: Facet) -> None:
    """Add a facet; raises ValueError where the key is taken by another, or is one that the page uses itself."""
    if facet.key in {"q", "kind", "page"} or _facets.setdefault(facet.key, facet) != facet:
        raise ValueError(f"There is another facet called {facet.key!r}.")


def unregister(key: str) -> None:
    """Take a source away again; for tests that registered one."""
    _sources.pop(key, None)


def sources() -> list[SearchSource]:
    """Every source, in the order of the page's list of kinds."""
    return sorted(_sources.values(), key=lambda source: (source.order, source.key))


def facets() -> list[Facet]:
    """Every facet, in the order of the page."""
    return sorted(_facets.values(), key=lambda facet: (facet.order, facet.key))
