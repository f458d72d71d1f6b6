"""How many of the ten key actions are planned to be done by each quarter's end, against how many are."""

import datetime
from collections.abc import Iterable
from typing import Any

from tenants import quarters
from tenants.rollout.models import KeyAction
from ui.charts import LineChart, Series, Target

TEN = 10
YEARS_SHOWN = 2  # at least, so that one date alone makes a line


def chart(rows: Iterable[KeyAction], *, day: datetime.date, source: str, downloads: Any = None) -> LineChart | None:
    """Plan and done by quarter; None where no action has a date. An action that was done counts as planned too.

    A quarter that is not over shows what is done so far; later ones are left open.
    """
    dated = [row for row in rows if row.planned_by or row.done_on]
    if not dated:
        return None
    span = _quarters(dated, day)
    now = quarters.of(day)
    done = [None if quarter > now else _by(dated, min(quarter.last_day, day), "done_on") for quarter in span]
    planned = [sum(_planned(row) <= quarter.last_day for row in dated) for quarter in span]
    return LineChart(
        id="key-actions-by-quarter",
        title="Key actions done and planned, of ten",
        description=_described(dated, day),
        category="By the end of",
        labels=tuple(_short(quarter) for quarter in span),
        series=(Series("Planned", tuple(planned), "plan"), Series("Done", tuple(done), "actual")),
        target=Target(TEN, "All key actions"),
        as_at=day,
        source=source,
        downloads=downloads,
    )


def _planned(row: KeyAction) -> datetime.date:
    """The planned day; the day on which it was done where nothing was planned."""
    found = row.planned_by or row.done_on
    assert found is not None  # noqa: S101 - rows without both are left out
    return found


def _by(rows: list[KeyAction], day: datetime.date, field: str) -> int:
    return sum(getattr(row, field) is not None and getattr(row, field) <= day for row in rows)


def _quarters(rows: list[KeyAction], day: datetime.date) -> list[quarters.Quarter]:
    days = [day, *(found for row in rows for found in (row.planned_by, row.done_on) if found)]
    first, last = quarters.of(min(days)), quarters.of(max(days))
    found = [first]
    while found[-1] < last or len(found) < YEARS_SHOWN * 4:
        found.append(found[-1].next)
    return found


def _described(rows: list[KeyAction], day: datetime.date) -> str:
    done, planned = _by(rows, day, "done_on"), sum(_planned(row) <= day for row in rows)
    return f"{done} of ten are done; {planned} were planned to be done by now."


def _short(quarter: quarters.Quarter) -> str:
    return f"{quarter.last_day:%b %Y}"
