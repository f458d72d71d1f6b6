"""The frame of the room's pages: its own entries, and the way for people who would rather ring or write."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ui.navigation import Link, NavigationItem, links_of

_entries: dict[str, NavigationItem] = {}


@dataclass(frozen=True)
class Room:
    """What `market/page.html` draws around a page. `telephone` and `address` are empty where the network set none."""

    links: list[Link]
    telephone: str = ""
    address: str = ""


def register(item: NavigationItem) -> None:
    """Add an entry to the room's own navigation; the same key again replaces it."""
    _entries[item.key] = item


def room_for(request: HttpRequest) -> Room:
    """The frame as this person may see it."""
    return Room(links_of(request, _entries), settings.MARKET_TELEPHONE, settings.MARKET_ADDRESS)


def page(request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """Answer with a page of the room."""
    return render(request, template, {"room": room_for(request), **(context or {})}, status=status)
