"""Hours as spans of time, without Django: what is covered, until when, and when cover begins again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ui import formats

LONDON = ZoneInfo("Europe/London")
SOON = timedelta(hours=20)  # nobody takes the morning for another morning
EVENING_FROM, NIGHT_UNTIL = 17, 6  # hours


@dataclass(frozen=True)
class Span:
    """From a moment until another, without the last."""

    starts_at: datetime
    ends_at: datetime

    def holds(self, at: datetime) -> bool:
        """Whether the moment is within."""
        return self.starts_at <= at < self.ends_at


def until(spans: Iterable[Span], at: datetime) -> datetime | None:
    """Until when the spans cover without a gap from `at` on; None where none covers it."""
    end = None
    for span in sorted(spans, key=lambda span: span.starts_at):
        if span.starts_at <= (end or at) and span.ends_at > (end or at):
            end = span.ends_at
    return end


def next_start(spans: Iterable[Span], at: datetime) -> datetime | None:
    """When the next span begins after `at`; None where none does."""
    return min((span.starts_at for span in spans if span.starts_at > at), default=None)


def time_in_words(at: datetime) -> str:
    """`8 in the morning`, `half past 9 in the evening`, `midday`, in London."""
    local = at.astimezone(LONDON)
    if local.minute == 0 and local.hour in (0, 12):
        return "midnight" if local.hour == 0 else "midday"
    hour = local.hour % 12 or 12
    clock = {0: str(hour), 30: f"half past {hour}"}.get(local.minute, f"{hour}:{local.minute:02}")
    part = "morning" if local.hour < 12 else "afternoon" if local.hour < EVENING_FROM else "evening"
    return f"{clock} {'at night' if local.hour >= 22 else f'in the {part}'}"


def moment_in_words(at: datetime, now: datetime) -> str:
    """`8 in the morning` where that is soon after `now`, else `Monday at 8 in the morning`, or with its date."""
    days = (at.astimezone(LONDON).date() - now.astimezone(LONDON).date()).days
    if days == 0 or at - now <= SOON:
        return time_in_words(at)
    day = f"{at.astimezone(LONDON):%A}" if days < 7 else formats.date(at)
    return f"{day} at {time_in_words(at)}"


def is_night(at: datetime) -> bool:
    """Whether it is evening or night then, in London."""
    return not NIGHT_UNTIL <= at.astimezone(LONDON).hour < EVENING_FROM
