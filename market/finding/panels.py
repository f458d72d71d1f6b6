"""What other parts of the room add to an offer's page: asking, feedback, clubbing together.

    panels.register("feedback", maker, order=60)

`maker(request, listing)` gives a `Panel`, or None where it has nothing to show to this person.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from market.models import Listing


@dataclass(frozen=True)
class Panel:
    """A template that is included in the page; it finds `context` as `panel`."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


Maker = Callable[[HttpRequest, Listing], Panel | None]
_makers: dict[str, tuple[int, Maker]] = {}


def register(key: str, maker: Maker, *, order: int = 100) -> None:
    """Add a panel; the same key again replaces it."""
    _makers[key] = (order, maker)


def of(request: HttpRequest, listing: Listing) -> list[Panel]:
    """The panels of an offer's page, in their order."""
    made = (maker(request, listing) for _, maker in sorted(_makers.values(), key=lambda each: each[0]))
    return [panel for panel in made if panel is not None]
