"""Links at the foot of every page, from rooms that keep such pages (accessibility statement, privacy)."""

from collections.abc import Callable

from django.db import DatabaseError

from ui.navigation import Link

Provider = Callable[[], list[Link]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Ask `provider` for its links on each page; called from an AppConfig's `ready()`."""
    if provider not in _providers:
        _providers.append(provider)


def unregister(provider: Provider) -> None:
    """Take a provider away again; for tests that registered one."""
    _providers.remove(provider)


def links() -> list[Link]:
    """Every link, in the order in which they were registered; none of a provider whose database doesn't answer."""
    found: list[Link] = []
    for provider in _providers:
        try:
            found += provider()
        except DatabaseError:
            continue
    return found
