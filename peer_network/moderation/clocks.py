"""How much time is left for an item, in words."""

import datetime

from config.today import moment
from peer_network.models import QueueItem
from ui import formats

MINUTE, HOUR = 60, 3600


def words(item: QueueItem, now: datetime.datetime | None = None) -> str:
    """`Look at by 2:30pm, 12 minutes left`; `late by 5 minutes`; the day too where it isn't today."""
    now = now or moment()
    by = formats.time(item.look_by)
    if formats.date(item.look_by) != formats.date(now):
        by = formats.date_and_time(item.look_by)
    if item.first_claimed_at is not None:
        return f"First looked at on {formats.date_and_time(item.first_claimed_at)}"
    if item.is_sample:
        return f"Look at by {formats.date_and_time(item.look_by)}"
    left = (item.look_by - now).total_seconds()
    if left <= 0:
        return f"Look at by {by}: late by {length(-left)}"
    return f"Look at by {by}, {length(left)} left"


def length(seconds: float) -> str:
    """`12 minutes`, `3 hours`, `2 days`; less than a minute counts as one."""
    if seconds < 2 * HOUR:
        return formats.plural(max(1, int(seconds // MINUTE)), "minute")
    if seconds < 48 * HOUR:
        return formats.plural(int(seconds // HOUR), "hour")
    return formats.plural(int(seconds // (24 * HOUR)), "day")


def is_late(item: QueueItem, now: datetime.datetime | None = None) -> bool:
    """Whether its time has passed and nobody has looked."""
    return item.first_claimed_at is None and item.look_by <= (now or moment()) and not item.is_sample
