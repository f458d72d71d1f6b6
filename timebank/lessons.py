"""A lesson from a session can start a draft in the knowledge room, which registers here how.

While no room takes lessons, pages draw no link; the lesson itself is kept (`timebank.models.Lesson`).
"""

from collections.abc import Callable
from typing import Any

# Gives the address of a form for a draft with this lesson filled in; None where the room can't take this one.
Maker = Callable[[Any], str | None]

_maker: Maker | None = None


def register(maker: Maker) -> None:
    """Called once, by the room that takes lessons. Raises ValueError where another has done so."""
    global _maker
    if _maker not in (None, maker):
        raise ValueError("Another room takes lessons already.")
    _maker = maker


def unregister() -> None:
    """Take the room away again; for tests."""
    global _maker
    _maker = None


def address(lesson: Any) -> str | None:
    """Where a draft can be begun from this lesson; None while no room takes them."""
    return _maker(lesson) if _maker else None
