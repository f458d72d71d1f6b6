"""Asking another area for help with what is late: the time bank says where, once there is one.

A room registers a maker; roll-out and board pages ask for an address and draw no link while there is none.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# Gives the address of a form with topic, group (a key, or "") and area filled in; None where it can't take this one.
Maker = Callable[[str, str, Any], str | None]

_maker: Maker | None = None


def register(maker: Maker) -> None:
    """Called once, by the room that takes requests. Raises ValueError where another has done so."""
    global _maker
    if _maker not in (None, maker):
        raise ValueError("Another room takes requests for help already.")
    _maker = maker


@contextmanager
def instead(maker: Maker | None) -> Iterator[None]:
    """Another maker, or none, for a while; for tests."""
    global _maker
    before, _maker = _maker, maker
    try:
        yield
    finally:
        _maker = before


def address(topic: str, group: str, area: Any) -> str | None:
    """Where to ask for help with a topic, for a group and an area; None while no room takes requests."""
    return _maker(topic, group, area) if _maker else None
