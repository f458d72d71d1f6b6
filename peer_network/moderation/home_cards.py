"""What the queue asks of a moderator today."""

from django.db.models import Count, Min, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission
from ui import formats
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """One card: what is urgent, else how many wait. One query for moderators, none for others."""
    if not request.access.can(Permission.PEERS_MODERATE):
        return []
    from peer_network.models import QueueItem

    urgent = Q(urgency=QueueItem.Urgency.URGENT)
    found = QueueItem.objects.filter(closed_at__isnull=True).aggregate(
        waiting=Count("pk"), urgent=Count("pk", filter=urgent), first=Min("look_by")
    )
    if not found["waiting"]:
        return []
    address, first = reverse("peers:queue"), timezone.localtime(found["first"]).date()
    if found["urgent"]:
        title = f"{formats.plural(found['urgent'], 'urgent thing waits', 'urgent things wait')} in the peer network"
        return [HomeCard(title, "Somebody may be in danger.", "Open the queue", address, due=first, order=1)]
    title = f"{formats.plural(found['waiting'], 'thing waits', 'things wait')} for a moderator"
    return [HomeCard(title, "In the peer network.", "Open the queue", address, due=first)]
