"""The frame of the room's pages: its own entries, the way out, and who looks after it now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ui.navigation import Link, NavigationItem, href_or_none, mark_current


@dataclass(frozen=True)
class Room:
    """What `peer_network/page.html` draws around a page. `promise` says in words who looks after the room and when."""

    links: list[Link]
    way_out: str
    promise: str


_entries: dict[str, NavigationItem] = {}
_promises: list[Callable[[], str]] = []


def register(item: NavigationItem) -> None:
    """Add an entry to the room's own navigation; the same key again replaces it."""
    _entries[item.key] = item


def register_promise(words: Callable[[], str]) -> None:
    """Say from where the room's promise comes: one function, of the moderators' part."""
    _promises[:] = [words]


def room_for(request: HttpRequest) -> Room:
    """The frame as this person may see it."""
    shown = [item for item in sorted(_entries.values(), key=lambda item: item.order) if item.is_visible(request)]
    links = [Link(item.key, item.label, href) for item in shown if (href := href_or_none(item.url_name))]
    promise = _promises[0]() if _promises else ""
    return Room(mark_current(request, links), settings.PEERS_WAY_OUT, promise)


def page(request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """Answer with a page of the room."""
    return render(request, template, {"room": room_for(request), **(context or {})}, status=status)
