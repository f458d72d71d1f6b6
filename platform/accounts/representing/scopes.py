"""What somebody may do for another. Rooms register their own; nothing can be done that no scope names.

scopes.register(Scope("details.read", "See their name and roles", "Not their e-mail address…", section=rows))
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

# person -> (label, text) pairs for the page of whoever acts
Section = Callable[[Any], list[tuple[str, str]]]


@dataclass(frozen=True)
class Scope:
    """One thing that can be allowed. `section` draws it on the page of whoever acts; `url_name` is its own page.

    The view of such a page says `@acting_in("slug")` (`accounts.access`), and finds the person in `request.acting`.
    """

    slug: str
    label: str
    hint: str = ""
    section: Section | None = None
    url_name: str = ""
    order: int = 100


_scopes: dict[str, Scope] = {}


def register(scope: Scope) -> None:
    """Offer a scope. The same slug again replaces it."""
    _scopes[scope.slug] = scope


def every() -> list[Scope]:
    """All scopes, in the order of lists."""
    return sorted(_scopes.values(), key=lambda scope: (scope.order, scope.label))


def of(slugs: list[str]) -> list[Scope]:
    """The scopes with these slugs; one that its room no longer registers is left out, and allows nothing."""
    return [scope for scope in every() if scope.slug in slugs]


def unknown(slugs: list[str]) -> list[str]:
    """The slugs that no room registered."""
    return [slug for slug in slugs if slug not in _scopes]
