"""What sharing registers."""

from typing import Any

from django.urls import reverse

from data_rights import registry as data_registry
from peer_network import pages
from peer_network.registrations import may_take_part
from peer_network.sharing import data_part
from ui.navigation import NavigationItem


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from peer_network.forum import links
    from peer_network.moderation import subjects
    from peer_network.sharing import files, retention, subject

    files.register()
    links.register(of_topic)
    retention.register_all()
    subjects.register(subject.FILE)
    data_registry.register(data_part.PART)
    pages.register(NavigationItem("files", "Shared files", "peers:files", order=45, is_visible=may_take_part))


def of_topic(topic: Any, member: Any, access: Any) -> list[Any]:
    """The files that were attached to a topic, and the way to attach one. One query."""
    from peer_network.forum.links import TopicLink
    from peer_network.sharing import presenters, queries

    found = [
        TopicLink(f"File: {row.title} ({presenters.kind_of(row)})", reverse("peers:file", args=[row.public_id]), 20)
        for row in queries.of_topic(topic)
    ]
    return [*found, TopicLink("Attach a file", f"{reverse('peers:file-new')}?topic={topic.public_id}", 90)]
