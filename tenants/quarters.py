"""Calendar quarters as the programme counts them: `2015Q1` is January to March 2015, the fourth of 2014/15."""

import datetime
import re
from dataclasses import dataclass

MONTHS = {1: "January to March", 2: "April to June", 3: "July to September", 4: "October to December"}
# The quarter in which the application was made: nothing is known before it.
FIRST_YEAR, FIRST_NUMBER = 2014, 4
# A return is due on the 30th day of the month that follows its quarter (January, April, July, October).
DAYS_FOR_A_RETURN = 29


@dataclass(frozen=True, order=True)
class Quarter:
    """A calendar quarter."""

    year: int
    number: int

    @property
    def key(self) -> str:
        """`2015Q1`, as in addresses and files."""
        return f"{self.year}Q{self.number}"

    @property
    def last_day(self) -> datetime.date:
        """31 March, 30 June, 30 September or 31 December."""
        following = Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)
        return datetime.date(following.year, following.number * 3 - 2, 1) - datetime.timedelta(days=1)

    @property
    def first_day(self) -> datetime.date:
        """1 January, 1 April, 1 July or 1 October."""
        return datetime.date(self.year, self.number * 3 - 2, 1)

    @property
    def previous(self) -> "Quarter":
        """The quarter before this one."""
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)

    @property
    def return_due(self) -> datetime.date:
        """The day by which an area's return is due: the 30th of the month that follows the quarter."""
        return self.next.first_day + datetime.timedelta(days=DAYS_FOR_A_RETURN)

    @property
    def next(self) -> "Quarter":
        """The quarter after this one."""
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    def __str__(self) -> str:
        """`January to March 2015 (Q4 2014/15)`: the financial year starts in April."""
        start = self.year - 1 if self.number == 1 else self.year
        financial = 4 if self.number == 1 else self.number - 1
        return f"{MONTHS[self.number]} {self.year} (Q{financial} {start}/{(start + 1) % 100:02d})"


def of(day: datetime.date) -> Quarter:
    """The quarter in which a day lies."""
    return Quarter(day.year, (day.month - 1) // 3 + 1)


def parse(key: str) -> Quarter | None:
    """The quarter of a key such as `2015Q1`, or None where it is none."""
    match = re.fullmatch(r"(20[0-9]{2})Q([1-4])", key)
    return Quarter(int(match[1]), int(match[2])) if match else None


def finished_by(day: datetime.date) -> list[Quarter]:
    """The quarters that had ended by that day, the newest first, back to the application's own."""
    found, quarter = [], Quarter(FIRST_YEAR, FIRST_NUMBER)
    while quarter.last_day <= day:
        found.append(quarter)
        quarter = quarter.next
    return found[::-1]
