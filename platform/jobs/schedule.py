"""What the scheduler sends by itself: registered by rooms, kept in PostgreSQL for `django_celery_beat`.

A person may change a row there (its times, whether it is on): it is left alone until the code's own times change.
"""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from celery.schedules import crontab
from django.conf import settings
from django.db import transaction
from django_tenants.utils import get_public_schema_name, get_tenant_model

from jobs.area_task import SCHEMA_HEADER

MARK = "From the code: "


@dataclass(frozen=True)
class Entry:
    """One task that is sent again and again: `every` so long, or `at` times of the clock in Europe/London."""

    name: str
    task: str
    every: datetime.timedelta | None = None
    at: crontab | None = None
    area_wide: bool = False

    @property
    def words(self) -> str:
        """Says the times; a change of these is a change of the code."""
        return f"{MARK}every {self.every}" if self.every else f"{MARK}{self.at!r}"


_entries: dict[str, Entry] = {}


def register(
    name: str,
    task: str,
    *,
    every: datetime.timedelta | None = None,
    at: crontab | None = None,
    area_wide: bool = False,
) -> None:
    """Have `task` (its full name) sent, once for the network or, `area_wide`, once for each active area.

    Raises ValueError unless exactly one of `every` and `at` is given.
    """
    if (every is None) == (at is None):
        raise ValueError(f"{name}: say either every=… or at=….")
    _entries[name] = Entry(name, task, every, at, area_wide)


def unregister(name: str) -> None:
    """Take an entry away again; for tests that registered one."""
    _entries.pop(name, None)


def ensure_schedule() -> list[str]:
    """Make the scheduler's rows what is registered; returns the names of rows added, changed or removed.

    Safe to run again: where nothing differs, nothing is written. To be run after migrations, and when an area is
    made, suspended or opened again.
    """
    from django_celery_beat.models import PeriodicTask

    wanted = dict(_wanted())
    with transaction.atomic():
        changed = [name for name, (entry, schema) in wanted.items() if _ensure(name, entry, schema)]
        for row in PeriodicTask.objects.filter(description__startswith=MARK).exclude(name__in=wanted):
            changed.append(row.name)
            row.delete()
    return changed


def _wanted() -> Iterable[tuple[str, tuple[Entry, str]]]:
    areas = list(get_tenant_model().objects.active())
    for entry in _entries.values():
        if not entry.area_wide:
            yield entry.name, (entry, get_public_schema_name())
            continue
        for area in areas:
            yield f"{entry.name} {area.slug}", (entry, area.schema_name)


def _ensure(name: str, entry: Entry, schema: str) -> bool:
    from django_celery_beat.models import PeriodicTask

    row = PeriodicTask.objects.filter(name=name).first()
    facts: dict[str, Any] = {"task": entry.task, "headers": json.dumps({SCHEMA_HEADER: schema})}
    if row is None or row.description != entry.words:
        facts |= _times(entry) | {"description": entry.words}
    if row is not None and all(getattr(row, field) == value for field, value in facts.items()):
        return False
    row = row or PeriodicTask(name=name)
    for field, value in facts.items():
        setattr(row, field, value)
    row.save()
    return True


def _times(entry: Entry) -> dict[str, Any]:
    from django_celery_beat.models import CrontabSchedule, IntervalSchedule

    if entry.every:
        seconds = int(entry.every.total_seconds())
        interval, _ = IntervalSchedule.objects.get_or_create(every=seconds, period=IntervalSchedule.SECONDS)
        # While no worker runs the messages would pile up: one that is late is worth nothing.
        return {"interval": interval, "crontab": None, "expire_seconds": max(seconds, 10)}
    clock, _ = CrontabSchedule.objects.get_or_create(
        minute=_text(entry.at, "minute"),
        hour=_text(entry.at, "hour"),
        day_of_week=_text(entry.at, "day_of_week"),
        day_of_month=_text(entry.at, "day_of_month"),
        month_of_year=_text(entry.at, "month_of_year"),
        timezone=settings.TIME_ZONE,
    )
    return {"interval": None, "crontab": clock, "expire_seconds": None}


def _text(clock: Any, field: str) -> str:
    return str(getattr(clock, f"_orig_{field}"))
