"""The queue, decisions and alarms, as pages list them."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from peer_network.models import Act, Alarm, QueueItem

MINE, FREE, TAKEN = "mine", "free", "taken"


def queue(chosen: dict[str, Any], me: Any) -> QuerySet[QueueItem]:
    """Open items, the most urgent first, narrowed by kind, urgency and who has them."""
    rows = QueueItem.objects.open_now().select_related("claimed_by").annotate(reported=Count("reports"))
    if kind := chosen.get("kind"):
        rows = rows.filter(kind=kind)
    if chosen.get("urgency"):
        rows = rows.filter(urgency=chosen["urgency"])
    whose = {MINE: Q(claimed_by=me), FREE: Q(claimed_by__isnull=True), TAKEN: ~Q(claimed_by=me) & ~Q(claimed_by=None)}
    return rows.filter(whose[chosen["whose"]]) if chosen.get("whose") in whose else rows


def acts(chosen: dict[str, Any]) -> QuerySet[Act]:
    """Decisions, the newest first, narrowed by kind."""
    rows = Act.objects.select_related("by").order_by("-at", "-pk")
    return rows.filter(kind=chosen["kind"]) if chosen.get("kind") else rows


def acts_about(public_id: Any) -> list[Act]:
    """The last decisions about a member."""
    rows = Act.objects.filter(about=public_id).select_related("by", "letter").order_by("-at", "-pk")
    return list(rows[:10])


def alarms() -> QuerySet[Alarm]:
    """Alarms, the newest first."""
    return Alarm.objects.select_related("item").order_by("-at", "-pk")
