"""The months in which an offer can help a request, and what is left of the offer in each."""

import datetime
from collections.abc import Iterator

from timebank.calc.matching.inputs import STEP, Case, Help, Month, Need


def window(need: Need, help: Help, today: datetime.date) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day on which the help could be given; None where the dates never meet."""
    first = max(today, help.available_from)
    last = min(need.needed_by, help.available_until or need.needed_by)
    return (first, last) if first <= last else None


def between(first: datetime.date, last: datetime.date) -> Iterator[Month]:
    """Every calendar month that has a day from `first` to `last`."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def months(need: Need, help: Help, today: datetime.date) -> tuple[Month, ...]:
    """The months in which this offer can help with this request."""
    found = window(need, help, today)
    return tuple(between(*found)) if found else ()


def free(help: Help, month: Month) -> int:
    """Minutes of the offer that nobody has taken in a month, in whole quarters of an hour."""
    return max(0, help.minutes_a_month - help.taken.get(month, 0)) // STEP * STEP


def mentor_free(case: Case, mentor: str, month: Month) -> int:
    """Minutes that a mentor may still give in a month, over all offers of theirs."""
    taken = case.mentor_taken.get((mentor, month), 0)
    return max(0, case.settings.mentor_minutes_a_month - taken) // STEP * STEP
