"""Where one room's finding becomes another room's work: a lesson of the time bank, a proposal for the knowledge base.

Rooms don't know each other. The room that takes suggestions registers how; the others suggest, and don't ask who
takes it. While none does, nothing happens: the room that suggests keeps what it has.
"""

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Suggestion:
    """What is suggested. `source` names the row that it comes from ("timebank.lesson:…"), and suggests once.

    `by` is who wrote it, or None; `area` is the area that it comes from, or None; `came_from` says it in words.
    """

    source: str
    title: str
    words: str
    came_from: str
    by: Any = None
    area: Any = None


class Taker(Protocol):
    """The room that takes suggestions."""

    def take(self, suggestion: Suggestion) -> None:
        """Keep it, in the caller's transaction; the same source again changes nothing."""

    def addresses(self, sources: list[str]) -> dict[str, str]:
        """Source -> where whoever wrote it sees what came of it; without those that were never taken."""


_taker: Taker | None = None


def register(taker: Taker) -> None:
    """Called once, by the room that takes suggestions. Raises ValueError where another has done so."""
    global _taker
    if _taker not in (None, taker):
        raise ValueError("Another room takes suggestions already.")
    _taker = taker


def suggest(suggestion: Suggestion) -> None:
    """Hand it over; in the caller's transaction."""
    if _taker:
        _taker.take(suggestion)


def addresses(sources: list[str]) -> dict[str, str]:
    """Source -> where its writer sees what came of it; nothing while no room takes suggestions."""
    return _taker.addresses(sources) if _taker and sources else {}
