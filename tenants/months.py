"""Counting in whole calendar months."""

import calendar
import datetime


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day some months later, or the last day of a month that is shorter (31 January: 28 February)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def whole_months(start: datetime.date, day: datetime.date) -> int:
    """How many whole months have passed from `start` to `day`; below 0 where `day` lies before it."""
    months = (day.year - start.year) * 12 + day.month - start.month
    return months if months_later(start, months) <= day else months - 1
