"""How long an area keeps what people said of being refused. Carried out in each area's schema in turn.

Days are the field's (`config.today`), like those on the reports: in the demonstration time stands still.
"""

import datetime
from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from config.today import today
from data_rights.retention import Rule, register

CONTACT_KEPT_DAYS = 365
WORDS_KEPT_DAYS = 3 * 365
HERE = "tenants/rollout/retention.py"


def register_all() -> None:
    """Called once, when the applications load."""
    register(
        Rule(
            "refusal-contacts",
            "How to reach somebody who said that they were refused, after it was dealt with",
            CONTACT_KEPT_DAYS,
            "To answer them, and to ask once more whether it came right. After a year nobody does.",
            HERE,
            count=lambda before: across_areas(lambda: contacts_over().count()),
            delete=lambda before: across_areas(lambda: contacts_over().update(contact="")),
        )
    )
    register(
        Rule(
            "refusals",
            "What people said of being refused, from the day on which they said it",
            WORDS_KEPT_DAYS,
            "To see for what people are refused while the programme runs. Counts without words stay.",
            HERE,
            count=lambda before: across_areas(lambda: words_over().count()),
            delete=lambda before: across_areas(lambda: words_over().delete()[0]),
        )
    )


def contacts_over() -> QuerySet[Any]:
    """In an area's schema: reports dealt with over a year ago that still say how to reach somebody."""
    from tenants.rollout.models import Refusal

    last = today() - datetime.timedelta(days=CONTACT_KEPT_DAYS)
    return Refusal.objects.filter(~Q(contact=""), answered_on__lt=last)


def words_over() -> QuerySet[Any]:
    """In an area's schema: reports made over three years ago, dealt with or not."""
    from tenants.rollout.models import Refusal

    return Refusal.objects.filter(said_on__lt=today() - datetime.timedelta(days=WORDS_KEPT_DAYS))


def across_areas(work: Callable[[], int]) -> int:
    """The sum of `work()` over each area's schema."""
    from tenants.data_part import around_areas

    return sum(work() for _ in around_areas())
