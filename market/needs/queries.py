"""What pages of needs look up: a person's own, and whether figures hold sample data."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from market.models import UnmetNeed
from tenants.models import Area


def own(user: Any) -> QuerySet[UnmetNeed]:
    """What the person could not find, the newest first. What came of a club that failed is among it."""
    return UnmetNeed.objects.filter(said_by=user).select_related("area").order_by("-said_at", "-pk")


def has_sample(areas: Iterable[Area]) -> bool:
    """Whether made-up needs are counted in these areas. One query."""
    return UnmetNeed.objects.filter(area__in=list(areas), is_sample=True).exists()
