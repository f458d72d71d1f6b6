"""A person's own plans; another's answer like ones that are not there."""

import uuid
from typing import Any

from django.db.models import QuerySet

from market.models import Listing, PlanLine, YearPlan


def plans(user: Any) -> QuerySet[YearPlan]:
    """The person's plans, the last changed first, with their lines."""
    return YearPlan.objects.filter(user=user).prefetch_related("lines")


def plan(user: Any, public_id: uuid.UUID) -> YearPlan | None:
    """One of the person's plans."""
    return plans(user).filter(public_id=public_id).first()


def line(plan: YearPlan, public_id: uuid.UUID) -> PlanLine | None:
    """A line of this plan."""
    return plan.lines.filter(public_id=public_id).select_related("plan").first()


def listings_of(plan: YearPlan) -> dict[int, Listing]:
    """The offers of the plan's lines that are shown now, by the offer's number. One query."""
    wanted = [each.offer_id for each in plan.lines.all() if each.offer_id]
    rows = Listing.objects.defer("details", "vector").filter(offer__in=wanted) if wanted else []
    return {row.offer_id: row for row in rows}
