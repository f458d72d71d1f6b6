"""Answers that are the same for everybody on every page, kept in this process for some seconds.

What the frame of a page asks (the network's name, the links at its foot) changes a few times a year, and was asked of
the database for each page. A change made in this process is seen at once; one made in another, within `SECONDS`.
"""

import time
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db.models.signals import post_delete, post_save

SECONDS = 10
P, T = ParamSpec("P"), TypeVar("T")

_kept: dict[Hashable, tuple[float, Any]] = {}


def shortly(*models: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep what the function answers to the same arguments, until a row of these models ("tenants.Network") is saved.

    For answers that hang on no person and no area. What it raises is not kept.
    """
    for label in models:
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=label, dispatch_uid=f"ui.shortly.{label}")

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @wraps(function)
        def answer(*args: P.args, **options: P.kwargs) -> T:
            key, now = (function, args, tuple(sorted(options.items()))), time.monotonic()
            until, value = _kept.get(key, (0.0, None))
            if until <= now:
                value = function(*args, **options)
                _forget_the_old(now)
                _kept[key] = now + SECONDS, value
            return value

        return answer

    return decorate


def forget() -> None:
    """Ask anew from now on."""
    _kept.clear()


def _forget_the_old(now: float) -> None:
    """Answers to arguments that nobody asks with any more would pile up."""
    for key in [key for key, (until, _) in list(_kept.items()) if until <= now]:
        _kept.pop(key, None)


def _changed(**facts: Any) -> None:
    forget()
