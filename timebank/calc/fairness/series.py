"""Fair shares over time: where areas stood at the end of each month."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timebank.calc.fairness import measures


@dataclass(frozen=True)
class Received:
    """Minutes that an account had on a day; below 0 where it was reversed."""

    account: str
    on: datetime.date
    minutes: int


@dataclass(frozen=True)
class Point:
    """How equally help had been shared by the end of a day."""

    day: datetime.date
    ratios: Mapping[str, float]
    gini: float | None
    minimum: float | None


def standing(received: Mapping[str, int], shares: Mapping[str, float], day: datetime.date) -> Point:
    """Received ÷ entitled by that day. An area is entitled to its share of all that the areas have had by then."""
    total = sum(received.get(account, 0) for account in shares)
    ratios = measures.ratios(received, {account: share * total for account, share in shares.items()})
    values = list(ratios.values())
    return Point(day, ratios, measures.gini(values), measures.minimum(values))


def over_time(rows: Iterable[Received], shares: Mapping[str, float], days: Iterable[datetime.date]) -> list[Point]:
    """The standing at the end of each of the days, which ascend."""
    ordered = sorted(rows, key=lambda row: row.on)
    had: dict[str, int] = dict.fromkeys(shares, 0)
    place, points = 0, []
    for day in days:
        while place < len(ordered) and ordered[place].on <= day:
            row = ordered[place]
            if row.account in had:
                had[row.account] += row.minutes
            place += 1
        points.append(standing(had, shares, day))
    return points
