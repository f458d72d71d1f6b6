"""A change of a published plan as a sentence with its reason."""

import datetime

from tenants.groups import BY_KEY
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
    if not parts:
        parts.append(f"changed its plan for {whom}")
    return f"{row.area.short_name} {' and '.join(parts)}, because: {row.reason.rstrip('.')}."


def _start(row: PublishedPlan) -> datetime.date | None:
    return row.actual_start or row.planned_start


def _date(row: PublishedPlan) -> str:
    day = _start(row)
    return formats.date(day) if day else "no date"


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
