"""Reading an area's risks and issues, in the area's own schema."""

import datetime

from django.db.models import F, QuerySet

from tenants.rollout.models import Risk


def risks() -> QuerySet[Risk]:
    """All of them: open ones first, the highest rated after mitigation first."""
    rating = F("likelihood_after") * F("impact_after")
    return Risk.objects.order_by(F("closed_on").desc(nulls_first=True), -rating, "pk")


def find(number: int) -> Risk | None:
    """The risk or issue of a number."""
    return Risk.objects.filter(pk=number).first()


def to_review(on: datetime.date) -> list[Risk]:
    """Open ones whose review date has passed, the longest ago first."""
    return list(Risk.objects.filter(closed_on__isnull=True, review_on__lt=on).order_by("review_on", "pk"))
