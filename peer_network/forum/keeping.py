"""Keeping the spaces: moderators add, change and close them, pin topics and close them. It stands in the audit."""

from typing import Any

from django.db import transaction

import audit
from config.today import moment
from peer_network.models import Space, Topic

AUDIT_WORDS = (
    ("peers.space_add", "Added a space of the peer network"),
    ("peers.space_change", "Changed a space of the peer network"),
    ("peers.topic_pin", "Put a topic of the peer network at the top of its space"),
    ("peers.topic_unpin", "Took a topic of the peer network from the top of its space"),
    ("peers.topic_close", "Closed a topic of the peer network for replies"),
    ("peers.topic_open", "Opened a topic of the peer network for replies"),
)


@transaction.atomic
def add_space(*, values: dict[str, Any], by: Any) -> Space:
    """Add a space. Raises IntegrityError for a name in addresses that is taken."""
    space = Space.objects.create(**values)
    audit.record(action="peers.space_add", by=by, object=space)
    return space


@transaction.atomic
def change_space(*, space: Space, values: dict[str, Any], is_closed: bool, by: Any) -> Space:
    """Change what a space is called and who may come in, or close it: it can be read then, and not written in."""
    for name, value in values.items():
        setattr(space, name, value)
    space.closed_at = (space.closed_at or moment()) if is_closed else None
    space.save(update_fields=[*values, "closed_at"])
    audit.record(action="peers.space_change", by=by, object=space, detail={"closed": is_closed, "entry": space.entry})
    return space


@transaction.atomic
def pin(*, topic: Topic, is_on: bool, by: Any) -> None:
    """Keep a topic at the top of its space, or no longer."""
    Topic.objects.filter(pk=topic.pk).update(is_pinned=is_on)
    audit.record(action=f"peers.topic_{'pin' if is_on else 'unpin'}", by=by, object=topic)


@transaction.atomic
def close(*, topic: Topic, is_on: bool, by: Any) -> None:
    """Close a topic for replies, or open it again."""
    Topic.objects.filter(pk=topic.pk).update(closed_at=moment() if is_on else None)
    audit.record(action=f"peers.topic_{'close' if is_on else 'open'}", by=by, object=topic)
