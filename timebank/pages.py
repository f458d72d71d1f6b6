"""Parts of the time bank's own pages, which its packages register: next sessions on an area's page, for example."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class Part:
    """A piece of a page: a template that is included, and its context as `part`."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


# Gives the part for a request and an account (None: whoever reads acts for none); None where there is nothing.
Maker = Callable[[HttpRequest, Any], Part | None]
_makers: dict[str, list[tuple[int, Maker]]] = {}


def register(page: str, order: int, maker: Maker) -> None:
    """Add a part to the page `start` or `giving`; lower orders come first. Registered again, nothing changes."""
    makers = _makers.setdefault(page, [])
    if (order, maker) not in makers:
        makers.append((order, maker))
        makers.sort(key=lambda each: each[0])


def parts(page: str, request: HttpRequest, account: Any) -> list[Part]:
    """The parts of a page, in their order."""
    found = (maker(request, account) for _, maker in _makers.get(page, []))
    return [part for part in found if part is not None]
