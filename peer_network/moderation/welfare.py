"""Distressing words stay folded until a moderator opens them. Each sees how many they have opened; nobody else does."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from config.today import moment
from peer_network.models import ItemStep, QueueItem

MANY_TODAY, MANY_THIS_WEEK = 5, 15
OPENED = ItemStep.Kind.OPENED


@dataclass(frozen=True)
class Opened:
    """How many distressing items one moderator has opened."""

    today: int
    week: int

    @property
    def is_many(self) -> bool:
        """Whether it is time to say something kind."""
        return self.today >= MANY_TODAY or self.week >= MANY_THIS_WEEK


def is_distressing(item: QueueItem) -> bool:
    """Whether what is written may weigh on whoever reads it: crisis, danger, harm."""
    return item.kind == QueueItem.Kind.CRISIS or item.urgency == QueueItem.Urgency.URGENT


def has_opened(item: QueueItem, by: Any) -> bool:
    """Whether this moderator has opened its words."""
    return ItemStep.objects.filter(item=item, kind=OPENED, by=by).exists()


@transaction.atomic
def open_words(*, item: QueueItem, by: Any) -> None:
    """Note that the moderator opens the words; once for each item."""
    if is_distressing(item) and not has_opened(item, by):
        ItemStep.objects.create(item=item, kind=OPENED, by=by)


def counts(by: Any) -> Opened:
    """How many the moderator has opened today and in seven days. One query."""
    now = moment()
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    mine = ItemStep.objects.filter(kind=OPENED, by=by, at__gte=now - datetime.timedelta(days=7))
    found = mine.aggregate(today=Count("pk", filter=Q(at__gte=today)), week=Count("pk"))
    return Opened(found["today"], found["week"])
