"""One clock for the field's dates.

The demo's programme stands in 2015, so "is this milestone late?" is asked of this clock. Sessions, tokens,
audit rows and ledger stamps use the real clock (`django.utils.timezone`).
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils import timezone

_sample_day: ContextVar[datetime.date | None] = ContextVar("sample_day", default=None)


def today() -> datetime.date:
    """The date on which the field stands: `IPC_TODAY` where it is set, else the real date in London."""
    return _sample_day.get() or settings.IPC_TODAY or timezone.localdate()


@contextmanager
def sample_day(day: datetime.date) -> Iterator[None]:
    """For the demo's made-up activity alone: it is written by the real actions, on the days on which it is to stand."""
    token = _sample_day.set(day)
    try:
        yield
    finally:
        _sample_day.reset(token)


def moment() -> datetime.datetime:
    """When something is written down: the real clock's now, or noon of a sample day."""
    day = _sample_day.get()
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12))) if day else timezone.now()


def is_sample_activity() -> bool:
    """True while made-up activity is written: what it publishes says so."""
    return _sample_day.get() is not None


def is_moved() -> bool:
    """True where the field's date is set by hand, so that pages can say so in a banner."""
    return settings.IPC_TODAY is not None
