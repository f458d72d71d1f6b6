"""What tests say of milestones and risks of an area, by the real actions."""

import datetime
from typing import Any

from tenants.contexts import in_area
from tenants.rollout.milestones import actions as milestones
from tenants.rollout.risks import actions as risks

TODAY = datetime.date(2015, 7, 15)
RISK = {
    "kind": "risk",
    "title": "Staff leave",
    "likelihood_before": 4,
    "impact_before": 4,
    "likelihood_after": 2,
    "impact_after": 4,
    "owner": "Project lead",
    "review_on": datetime.date(2015, 9, 1),
}


def say(area: Any, key: str, *, by: Any = None, reason: str = "", on: Any = None, **values: Any) -> Any:
    """Something of a milestone of an area."""
    with in_area(area):
        return milestones.change(area=area, key=key, values=values, reason=reason, by=by, on=on)


def own(area: Any, *, by: Any = None, on: Any = None, **values: Any) -> str:
    """A milestone of the area's own; its key."""
    facts = {"title": "Hall booked", "due": datetime.date(2015, 9, 30), **values}
    with in_area(area):
        return milestones.add(area=area, values=facts, by=by, on=on).key


def risk(area: Any, *, by: Any = None, on: Any = None, **values: Any) -> Any:
    """A risk of an area."""
    with in_area(area):
        return risks.add(area=area, values={**RISK, **values}, by=by, on=on)


def dates(name: str, day: str) -> dict[str, str]:
    """A day as the three boxes post it."""
    year, month, number = day.split("-") if day else ("", "", "")
    return {f"{name}-day": number, f"{name}-month": month, f"{name}-year": year}
