"""Working days of England and Wales: Monday to Friday, without bank holidays."""

import datetime
import functools

A_DAY = datetime.timedelta(days=1)
FIRST_DAY_OF_WEEKEND = 5  # Monday is 0


def is_working_day(day: datetime.date) -> bool:
    """Whether offices work on this day. England and Wales have the same bank holidays."""
    return day.weekday() < FIRST_DAY_OF_WEEKEND and day not in _bank_holidays(day.year)


def after(day: datetime.date, count: int) -> datetime.date:
    """The last of `count` working days after a day, which itself doesn't count: 1 after a Friday is Monday."""
    found = day
    for _ in range(count):
        found += A_DAY
        while not is_working_day(found):
            found += A_DAY
    return found


def between(day: datetime.date, later: datetime.date) -> int:
    """How many working days come after `day`, up to `later` and with it; below 0 where it is past."""
    if later < day:
        return -between(later, day)
    days = (day + A_DAY * number for number in range(1, (later - day).days + 1))
    return sum(is_working_day(each) for each in days)


@functools.lru_cache(maxsize=8)
def _bank_holidays(year: int) -> frozenset[datetime.date]:
    # Imported here: its calendars take a third of a second, and only a theme that reaches the board needs them.
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
