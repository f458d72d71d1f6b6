"""Limits on how often somebody does a thing: by account where signed in, by address else.

allauth's own counter does the counting, so that one piece of code reads the visitor's address (with as many proxies
as TRUSTED_PROXY_COUNT says: a forged X-Forwarded-For changes nothing). The numbers are `settings.RATE_LIMITS`.
"""

import math
import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

from ui import errors

View = TypeVar("View", bound=Callable[..., Any])
APP = "ipc"


def limited(name: str, *, methods: tuple[str, ...] | None = None) -> Callable[[View], View]:
    """Answer 429, with the time to wait, to somebody who opens the view more often than `RATE_LIMITS[name]`.

    Stands below the declaration of access. With `methods`, other methods are not counted: showing a form is free.
    Raises ImproperlyConfigured for a name that has no limit.
    """
    _rates(name, "account")

    def decorate(view: Any) -> Any:
        @wraps(view)
        def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if methods is None or request.method in methods:
                wait = count(request, name)
                if wait:
                    return errors.too_many(request, wait=wait)
            return view(request, *args, **kwargs)

        return counted

    return decorate


def count(request: HttpRequest, name: str, *, user: Any = None) -> int:
    """Count one use, of `user` or of who is signed in, else of the address; returns 0, or the seconds to wait."""
    if user is None and request.user.is_authenticated:
        user = request.user
    config = {name: _rates(name, "account" if user else "address")}
    if ratelimit.consume(request, app=APP, action=name, config=config, user=user, limit_get=True):
        return 0
    return _seconds_to_wait(request, name, config, user)


def _rates(name: str, who: str) -> str:
    """The limit in allauth's words: `60/m/user`."""
    if name not in settings.RATE_LIMITS:
        raise ImproperlyConfigured(f"There is no rate limit “{name}”. Add it to config/integrations/limits.py.")
    per = {"account": "user", "address": "ip"}[who]
    return ",".join(f"{rate.strip()}/{per}" for rate in settings.RATE_LIMITS[name][who].split(","))


def _seconds_to_wait(request: HttpRequest, name: str, config: dict[str, str], user: Any) -> int:
    """Until the oldest use that fills a limit no longer counts; at least a second."""
    now, longest = time.time(), 1.0
    for rate in ratelimit.get_rates(app=APP, action=name, config=config):
        key = ratelimit.get_cache_key(request, app=APP, action=name, rate=rate, user=user)
        uses = [used for used in cache.get(key, []) if used > now - rate.duration]  # the newest first
        if len(uses) >= rate.amount:
            longest = max(longest, uses[rate.amount - 1] + rate.duration - now)
    return math.ceil(longest)
