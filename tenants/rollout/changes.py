"""Keeping who changed what in the roll-out, and why: one row for each field that differs."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import models

from accounts.models import User
from config.today import today
from tenants.rollout.models import Change


def in_words(row: models.Model, name: str) -> str:
    """A field's value as a person reads it: `1 July 2015`, the words of a choice, `Yes`."""
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    if isinstance(value, datetime.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str("" if value is None else value)[:500]


def apply(row: models.Model, values: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Set what differs on the row (not saved); returns (field, before, after) in words for each."""
    differs = []
    for name, value in values.items():
        if getattr(row, name) != value:
            before = in_words(row, name)
            setattr(row, name, value)
            differs.append((name, before, in_words(row, name)))
    return differs


def keep(
    thing: Change.Thing,
    row: models.Model,
    differs: Iterable[tuple[str, str, str]],
    *,
    reason: str,
    by: User | None,
    on: datetime.date | None = None,
) -> list[Change]:
    """A row of history for each difference; inside the caller's transaction, after the row was saved."""
    day = on or today()
    return Change.objects.bulk_create(
        Change(thing=thing, thing_id=row.pk, field=field, before=before, after=after, reason=reason, by=by, on=day)
        for field, before, after in differs
    )


def history(thing: Change.Thing, row: models.Model) -> list[Change]:
    """A thing's changes, the newest first."""
    return list(Change.objects.filter(thing=thing, thing_id=row.pk).select_related("by"))
