"""The next events of local groups, for the front page: public ones."""

from django.http import HttpRequest
from django.urls import reverse

from peer_network.models import GroupEvent
from peer_network.support.gatherings import queries
from ui import formats
from ui.front_page import ENTRIES_SHOWN, FrontPageEntry, FrontPageList


def next_events(request: HttpRequest) -> FrontPageList | None:
    """The soonest first."""
    rows = queries.to_come(queries.shown_events(is_member=False)).filter(cancelled_at__isnull=True)[:ENTRIES_SHOWN]
    entries = tuple(_entry(row) for row in rows)
    return FrontPageList("Peer support near you", entries, "All groups and events", reverse("peers:events"), order=16)


def _entry(row: GroupEvent) -> FrontPageEntry:
    where = "online" if row.is_online else row.group.town
    words = f"{formats.date_and_time(row.starts_at)}, {where}{', a sample' if row.is_sample else ''}"
    return FrontPageEntry(row.title, reverse("peers:event", args=[row.public_id]), words)
