"""A change of a published plan as a sentence with its reason."""

import datetime

from tenants.groups import BY_KEY
from tenants.presenters.your_turn import STATUS_WORDS
from tenants.returns.models import PublishedPlan
from tenants.returns.queries import Change
from ui import formats


def change_in_words(change: Change) -> str:
    """`Kernow moved people with significant mental health needs from phase 3 to phase 2, because: …`."""
    row, before = change.row, change.before
    name = BY_KEY[row.group].name
    whom = name[0].lower() + name[1:]
    parts = []
    if before.phase != row.phase:
        parts.append(f"moved {whom} from {_lower(before.phase_words)} to {_lower(row.phase_words)}")
    if _start(before) != _start(row):
        parts.append(f"changed the start from {_date(before)} to {_date(row)}")
    if before.ask_from != row.ask_from:
        parts.append(
            f"moved the day from which people can ask from {day_words(before.ask_from)} to {day_words(row.ask_from)}"
        )
    if before.status != row.status:
        parts.append(f"changed the status from {_status(before)} to {_status(row)}")
    if before.available_now != row.available_now:
        parts.append("changed what people can ask for today")
    if not parts:
        parts.append(f"changed its plan for {whom}")
    return f"{row.area.short_name} {' and '.join(parts)}, because: {row.reason.rstrip('.')}."


# What people who follow a page are told of: dates, the status, what is available. Whom to ask is no news.
NEWS = ("phase", "planned_start", "actual_start", "ask_from", "status", "available_now")


def tells_followers(change: Change) -> bool:
    """Whether a change is one that whoever follows the page wants to hear of."""
    return any(getattr(change.row, name) != getattr(change.before, name) for name in NEWS)


def _start(row: PublishedPlan) -> datetime.date | None:
    return row.actual_start or row.planned_start


def _date(row: PublishedPlan) -> str:
    return day_words(_start(row))


def day_words(day: datetime.date | None) -> str:
    """`1 April 2016`, or `no date`."""
    return formats.date(day) if day else "no date"


def _status(row: PublishedPlan) -> str:
    return _lower(STATUS_WORDS[row.status])


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
