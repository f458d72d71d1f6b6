"""Stretches of time: the base year's window, financial years, and the months of a window."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

FIRST_MONTH = 4  # a financial year runs from April to March
YEAR = re.compile(r"([0-9]{4})/([0-9]{2})")


@dataclass(frozen=True)
class Window:
    """Days from `start` up to, but without, `end`."""

    start: datetime.date
    end: datetime.date

    def validate(self) -> list[str]:
        """What is wrong with it, as finished sentences."""
        if self.end <= self.start:
            return [f"The end {self.end} is not after the start {self.start}. The end is the day after the last."]
        return []

    @property
    def days(self) -> int:
        """Days in the window."""
        return (self.end - self.start).days

    @property
    def last_day(self) -> datetime.date:
        """The last day that is inside."""
        return self.end - datetime.timedelta(days=1)

    def __contains__(self, day: datetime.date) -> bool:
        return self.start <= day < self.end

    def overlap(self, first: datetime.date, last: datetime.date | None) -> int:
        """Days of the window from `first` to `last`, both inside; no last day means it goes on."""
        begin = max(first, self.start)
        finish = self.last_day if last is None else min(last, self.last_day)
        return max(0, (finish - begin).days + 1)

    def months(self) -> Iterator["Window"]:
        """The window month by month; the first and the last may be parts of a month."""
        start = self.start
        while start < self.end:
            following = (start.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
            yield Window(start, min(following, self.end))
            start = following


def financial_year(day: datetime.date) -> str:
    """`2013/14` for any day from 1 April 2013 to 31 March 2014."""
    return name_of_year(day.year - (day.month < FIRST_MONTH))


def name_of_year(starts: int) -> str:
    """`2013/14` for the financial year that starts in 2013."""
    return f"{starts:04d}/{(starts + 1) % 100:02d}"


def start_of_year(name: str) -> int:
    """2013 for `2013/14`. Raises ValueError, with a finished sentence, for anything else."""
    found = YEAR.fullmatch(name)
    if not found or int(found[2]) != (int(found[1]) + 1) % 100:
        raise ValueError(f"{name!r} is not a financial year; write it as 2013/14")
    return int(found[1])
