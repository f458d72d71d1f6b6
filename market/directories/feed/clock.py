"""The four times of an offer ("evenings") as days and hours of the clock, which the standard asks for.

Providers here say a time of day and no hours. The hours below are what this network means by them; each schedule says
in words that the provider knows better.
"""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from market import words
from market.directories import ids
from market.directories.shapes import DAYS

ASK = "Ask the provider for the hours: these stand for a time of day."


@dataclass(frozen=True)
class Hours:
    """Days, and from when until when; nights close on the next day."""

    days: tuple[str, ...]
    opens_at: datetime.time
    closes_at: datetime.time


def _hours(days: tuple[str, ...], opens: int, closes: int) -> Hours:
    return Hours(days, datetime.time(opens), datetime.time(closes))


HOURS = {
    words.Time.DAYTIME.value: _hours(DAYS[:5], 9, 17),
    words.Time.EVENING.value: _hours(DAYS, 17, 22),
    words.Time.NIGHT.value: _hours(DAYS, 22, 7),
    words.Time.WEEKEND.value: _hours(DAYS[5:], 9, 17),
}


def schedules(service: UUID, times: list[str], note: str) -> list[dict[str, Any]]:
    """A schedule for each time of day."""
    return [
        {
            "id": str(ids.part_of(service, f"time:{key}")),
            "freq": "WEEKLY",
            "interval": 1,
            "byday": ",".join(HOURS[key].days),
            "opens_at": HOURS[key].opens_at.isoformat(),
            "closes_at": HOURS[key].closes_at.isoformat(),
            "description": f"{words.Time(key).label}. {note}".strip(),
            "notes": ASK,
        }
        for key in times
    ]


def times_at(day: str, opens: datetime.time | None, closes: datetime.time | None) -> list[str]:
    """The times of day whose schedule is on that day ("" for any), opens not before, and closes not after."""
    return [
        key
        for key, hours in HOURS.items()
        if (not day or day in hours.days)
        and (opens is None or hours.opens_at >= opens)
        and (closes is None or hours.closes_at <= closes)
    ]
