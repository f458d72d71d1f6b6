"""An area's overview for its own people: what is late, how its returns stand, and how many people have a budget."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from tenants.models import Area
from tenants.returns import late as returns
from tenants.returns.notices import return_address
from tenants.rollout import overview, queries
from tenants.rollout.models import GroupPlan
from tenants.rollout.parts import Due
from tenants.rollout.trajectory import reading
from ui import formats

MOST_SHOWN = 5
RETURNS_SHOWN = 2  # the newest quarters, beside every one that is late or in dispute


def late_ones(area: Area, plans: Sequence[GroupPlan], day: datetime.date) -> dict[str, Any]:
    """The first things that are late or missing in any part of the roll-out, and how many more there are."""
    late = [due for due in overview.all_dues(area, plans) if due.is_late(day)]
    shown = [{"words": due.words, "href": due.href, "when": _when(due)} for due in late[:MOST_SHOWN]]
    return {"shown": shown, "more": len(late) - len(shown), "href": reverse("rollout:plans", args=[area.slug])}


def returns_rows(area: Area, day: datetime.date) -> list[list[Any]]:
    """Cells: quarter, state, due or signed. The newest quarters, and every older one that is late or in dispute."""
    told = returns.told(day, area=area)
    open_ones = [each for each in told[RETURNS_SHOWN:] if each.state != returns.RECEIVED]
    return [_return_row(area, each) for each in (*told[:RETURNS_SHOWN], *open_ones)]


def people(area: Area) -> dict[str, Any] | None:
    """People with a budget: of the newest signed return, a true figure for the own team; before it the baseline."""
    signed = reading.actuals(area, "phb")
    if signed:
        quarter = max(signed)
        source = f"{area.name}’s signed return; the true figure, for your own team"
        return {"figure": signed[quarter].total, "as_at": quarter.last_day, "source": source}
    row = queries.baseline(area)
    return {"figure": row.in_place, "as_at": row.as_at, "source": row.source} if row else None


def _return_row(area: Area, each: returns.Told) -> list[Any]:
    when = f"Signed on {formats.date(each.signed.signed_on)}" if each.signed else ""
    name = {"text": str(each.quarter), "href": return_address(area, each.quarter)}
    return [name, {"status": each.state}, when or f"Due on {formats.date(each.quarter.return_due)}"]


def _when(due: Due) -> str:
    return f"due on {formats.date(due.by)}" if due.by else "missing"
