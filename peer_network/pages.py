"""The frame of the room's pages: its own entries, the way out, and who looks after it now."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ui.navigation import Link, NavigationItem, links_of


@dataclass(frozen=True)
class Room:
    """What `peer_network/page.html` draws around a page. `promise` says in words who looks after the room and when.

    `moderators` are the entries of the moderators' own pages, which have them in the place of the room's.
    """

    links: list[Link]
    way_out: str
    promise: str
    moderators: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    """A piece of a page that another part of the room adds: a template that is included, its context as `part`."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


# Gives the piece for a request, or None where there is nothing to show.
Maker = Callable[[HttpRequest], Part | None]
_makers: dict[str, list[tuple[int, Maker]]] = {}
_entries: dict[str, NavigationItem] = {}
_of_moderators: dict[str, NavigationItem] = {}
_promises: list[Callable[[], str]] = []


def register(item: NavigationItem) -> None:
    """Add an entry to the room's own navigation; the same key again replaces it."""
    _entries[item.key] = item


def register_for_moderators(item: NavigationItem) -> None:
    """Add an entry to the navigation of the moderators' pages; the same key again replaces it."""
    _of_moderators[item.key] = item


def register_promise(words: Callable[[], str]) -> None:
    """Say from where the room's promise comes: one function, of the moderators' part."""
    _promises[:] = [words]


def register_part(page_name: str, order: int, maker: Maker) -> None:
    """Add a piece to the page `start` or `me`; lower orders come first. Registered again, nothing changes."""
    makers = _makers.setdefault(page_name, [])
    if (order, maker) not in makers:
        makers.append((order, maker))
        makers.sort(key=lambda each: each[0])


def parts_of(page_name: str, request: HttpRequest) -> list[Part]:
    """The pieces of a page, in their order."""
    found = (maker(request) for _, maker in _makers.get(page_name, []))
    return [part for part in found if part is not None]


def room_for(request: HttpRequest) -> Room:
    """The frame as this person may see it."""
    promise = _promises[0]() if _promises else ""
    return Room(links_of(request, _entries), settings.PEERS_WAY_OUT, promise, links_of(request, _of_moderators))


def page(request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """Answer with a page of the room."""
    return render(request, template, {"room": room_for(request), **(context or {})}, status=status)
