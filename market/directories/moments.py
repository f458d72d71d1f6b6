"""Moments as the standard writes them, and as feeds really write them."""

import datetime

from django.utils.dateparse import parse_date, parse_datetime


def written(moment: datetime.datetime) -> str:
    """In universal time, to the millisecond: 2023-03-15T10:30:45.123Z."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read(text: object) -> datetime.datetime | None:
    """The moment, universal time where no zone is named, midnight where no hour is; None where it is none."""
    if not isinstance(text, str):
        return None
    try:
        found = parse_datetime(text)
        if found is None and (day := parse_date(text)):
            found = datetime.datetime.combine(day, datetime.time())
    except ValueError:
        return None
    if found is None:
        return None
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
