"""Figures and short lists for the front page, from whichever package or room has one to show.

A room can't import the room that draws the front page; so both meet here.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

# More than six and none is looked at.
FIGURES_SHOWN = 6
ENTRIES_SHOWN = 4  # of a list; the rest is a click away


@dataclass(frozen=True)
class FrontPageFigure:
    """One figure for the public, drawn by `ui.stat`: 198, "people have a personal health budget", its day, its source.

    A figure about people must be public already, or published by `disclosure`. `figure` is a whole number or words.
    """

    figure: int | str
    label: str
    as_at: datetime.date
    source: str
    note: str = ""
    href: str | None = None
    order: int = 100


Provider = Callable[[], list[FrontPageFigure]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Ask `provider` for its figures whenever the front page is drawn; called from an AppConfig's `ready()`."""
    if provider not in _providers:
        _providers.append(provider)


def unregister(provider: Provider) -> None:
    """Take a provider away again; for tests that registered one."""
    _providers.remove(provider)


def figures() -> list[FrontPageFigure]:
    """At most six figures, by their order."""
    found = [figure for provider in _providers for figure in provider()]
    return sorted(found, key=lambda figure: (figure.order, figure.label))[:FIGURES_SHOWN]


@dataclass(frozen=True)
class FrontPageEntry:
    """A line of a list: its words, where they lead (empty: nowhere), and a few words more, such as a day."""

    text: str
    href: str
    about: str = ""


@dataclass(frozen=True)
class FrontPageList:
    """A short list: what is new, what is needed, what comes next. `more_href` leads to all of it."""

    title: str
    entries: tuple[FrontPageEntry, ...]
    more_text: str = ""
    more_href: str | None = None
    order: int = 100


ListProvider = Callable[[HttpRequest], FrontPageList | None]
_lists: list[ListProvider] = []


def register_list(provider: ListProvider) -> None:
    """Ask `provider` for its list whenever the front page is drawn for somebody; None where there is nothing for them.

    It asks for the reader's rights itself.
    """
    if provider not in _lists:
        _lists.append(provider)


def unregister_list(provider: ListProvider) -> None:
    """Take a provider away again; for tests that registered one."""
    _lists.remove(provider)


def lists(request: HttpRequest) -> list[FrontPageList]:
    """What there is for this reader, by order; lists without an entry are left out."""
    found = [given for provider in _lists if (given := provider(request)) and given.entries]
    return sorted(found, key=lambda given: (given.order, given.title))
