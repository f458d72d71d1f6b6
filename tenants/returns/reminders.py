"""Reminders of returns that are not signed: 14 and 3 days before they are due, on the day after, then each week."""

import datetime
from itertools import groupby

from django.db import transaction

from config.today import today
from tenants import quarters
from tenants.quarters import Quarter
from tenants.returns import late, notices

BEFORE_DAYS = (14, 3)
AGAIN_AFTER_DAYS = 7
# A year's returns. Older ones stay on the pages as late; a letter for each of them every week would hide the newest.
QUARTERS_REMINDED_OF = 4


def step_on(day: datetime.date, quarter: Quarter) -> str | None:
    """The last reminder whose day has come: `before-14`, `before-3`, `late-0`, `late-1`…; None while it is too early.

    A day on which the schedule didn't run is made good on the next: the step is the same, and each is told once.
    """
    left = (quarter.return_due - day).days
    if left < 0:
        return f"late-{(-left - 1) // AGAIN_AFTER_DAYS}"
    near = [days for days in BEFORE_DAYS if left <= days]
    return f"before-{min(near)}" if near else None


@transaction.atomic
def remind_of_returns() -> int:
    """Tell the leads of active areas, and the network's managers of those that are late; how many people were told."""
    day = today()
    asked = quarters.finished_by(day)[:QUARTERS_REMINDED_OF]
    open_ones = [each for each in late.standing(day) if each.state in (late.DUE, late.LATE)]
    open_ones = [each for each in open_ones if each.area.is_active and each.quarter in asked]
    told = 0
    for quarter, rows in groupby(open_ones, key=lambda each: each.quarter):
        step = step_on(day, quarter)
        if step is None:
            continue
        areas = [row.area for row in rows]
        is_late = day > quarter.return_due
        told += sum(notices.remind(area=area, quarter=quarter, step=step, is_late=is_late) for area in areas)
        if is_late:
            told += notices.late_ones(areas=areas, quarter=quarter, step=step)
    return told
