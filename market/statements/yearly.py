"""When an area's next statement is due: a year after the last was first published."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from accounts.permissions import Permission
from accounts.policy import ROLES
from config.today import today
from market.statements import notices, queries
from tenants.models import Area, Membership

REMINDED_DAYS_BEFORE = 60


def due_days(areas: Iterable[Area]) -> dict[int, datetime.date]:
    """Area's id -> the day on which its next statement is due; areas that never published one are not in it."""
    return {area: _year_after(day) for area, day in queries.last_day_of_areas(areas).items()}


def is_near(day: datetime.date) -> bool:
    """Whether somebody should begin now."""
    return day <= today() + datetime.timedelta(days=REMINDED_DAYS_BEFORE)


@transaction.atomic
def remind() -> int:
    """Remind the commissioners of areas whose statement is due soon or overdue, once for each day that it is due.

    Returns how many people were told.
    """
    shaping = [role.slug for role in ROLES.values() if Permission.MARKET_SHAPE in role.permissions]
    held = Membership.objects.live().filter(role__in=shaping, area__isnull=False)
    areas = Area.objects.active().filter(pk__in=held.values("area"))
    found = due_days(areas)
    return sum(notices.due(area, found[area.pk]) for area in areas if area.pk in found and is_near(found[area.pk]))


def _year_after(day: datetime.date) -> datetime.date:
    """The same day of the next year; of 29 February, the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
