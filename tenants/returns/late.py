"""Which returns have come, which are due, late or in dispute, as at a day. Read from signed returns alone."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q

from tenants import quarters
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.models import ReturnDispute, SignedReturn

RECEIVED, DUE, LATE, IN_DISPUTE = "received", "due", "late", "in_dispute"
STATES = (RECEIVED, IN_DISPUTE, DUE, LATE)


class Standing(NamedTuple):
    """One area and one quarter that a return is asked for; `state` is one of STATES."""

    area: Area
    quarter: Quarter
    state: str


@dataclass(frozen=True)
class Told:
    """The same with what is known of it: the version that stood (without its figures) and the dispute about it."""

    area: Area
    quarter: Quarter
    state: str
    signed: SignedReturn | None
    dispute: ReturnDispute | None


def standing(day: datetime.date) -> list[Standing]:
    """Every area in use and every quarter that was over on that day, the newest quarter first. Three queries."""
    return [Standing(each.area, each.quarter, each.state) for each in told(day)]


def told(day: datetime.date, *, area: Area | None = None, quarter: Quarter | None = None) -> list[Told]:
    """`standing` with versions and disputes, of all areas or of one, all quarters or one that was over by the day.

    Three queries, or two for one area.
    """
    asked = [each for each in quarters.finished_by(day) if quarter in (None, each)]
    areas = [area] if area else list(Area.objects.in_use())
    signed = {(row.area_id, row.quarter): row for row in _signed_by(day, area, quarter)}
    disputes = {row.signed_return_id: row for row in _open_on(day, area)}
    return [_tell(each, over, day, signed, disputes) for over in asked for each in areas]


def _tell(
    area: Area,
    quarter: Quarter,
    day: datetime.date,
    signed: dict[tuple[int, str], SignedReturn],
    disputes: dict[int, ReturnDispute],
) -> Told:
    row = signed.get((area.pk, quarter.key))
    if row is None:
        return Told(area, quarter, LATE if day > quarter.return_due else DUE, None, None)
    dispute = disputes.get(row.pk)
    return Told(area, quarter, IN_DISPUTE if dispute else RECEIVED, row, dispute)


def _signed_by(day: datetime.date, area: Area | None, quarter: Quarter | None) -> list[SignedReturn]:
    """The latest version signed on or before the day, of each area and quarter."""
    only = ({"area": area} if area else {}) | ({"quarter": quarter.key} if quarter else {})
    rows = SignedReturn.objects.filter(signed_on__lte=day, **only)
    latest = rows.order_by("area_id", "quarter", "-version").distinct("area_id", "quarter")
    return list(latest.defer("figures", "notes"))


def _open_on(day: datetime.date, area: Area | None) -> list[ReturnDispute]:
    """Disputes that had been raised and not yet settled."""
    is_open = Q(settled_on__isnull=True) | Q(settled_on__gt=day)
    rows = ReturnDispute.objects.filter(is_open, raised_on__lte=day)
    # The newest last, so that it is the one that is kept where two were open on the same day.
    return list(rows.filter(**({"signed_return__area": area} if area else {})).order_by("raised_on", "pk"))
