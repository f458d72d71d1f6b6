"""Figures for the front page, from whichever package or room has one to show.

A room can't import the room that draws the front page; so both meet here.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

# More than six and none is looked at.
FIGURES_SHOWN = 6


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
