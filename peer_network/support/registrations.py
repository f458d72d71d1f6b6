"""What support registers: entries of the room, subjects for moderators, kinds of news, calendars, data, cards."""

from typing import Any

from celery.schedules import crontab
from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from data_rights import registry as data_registry
from jobs import schedule
from peer_network import pages
from peer_network.registrations import may_take_part
from peer_network.support import data_part
from tenants import registering
from ui.navigation import NavigationItem

KEEP_AT = crontab(minute="25", hour="5")
TAGS = (
    ("peers_draft", "Not sent yet", "grey"),
    ("peers_waiting", "Waits for a moderator", "yellow"),
    ("peers_shown", "Shown", "green"),
    ("peers_change_asked", "Please change it", "orange"),
    ("peers_hidden", "Hidden just now", "grey"),
    ("peers_removed", "Taken away by a moderator", "grey"),
    ("peers_taken_back", "Taken back", "grey"),
    ("peers_cancelled", "Cancelled", "red"),
    ("peers_taking", "Takes new people", "green"),
    ("peers_full", "Takes no new people just now", "grey"),
    ("peers_new", "New for you", "blue"),
    ("peers_live", "Yes", "green"),
    ("peers_over", "Over", "grey"),
    ("peers_conversation_asked", "Waits for an answer", "yellow"),
    ("peers_conversation_open", "Open", "green"),
    ("peers_conversation_paused", "Paused", "grey"),
    ("peers_conversation_declined", "Not just now", "grey"),
    ("peers_conversation_ended", "Ended", "grey"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from api import calendars
    from peer_network.forum import links
    from peer_network.moderation import subjects as kinds_of_subject
    from peer_network.support import home_cards, notices, retention, subjects
    from peer_network.support.gatherings import calendar, front_list
    from ui import front_page, home

    registering.register(tags=TAGS, kinds=notices.KINDS)
    for subject in subjects.ALL:
        kinds_of_subject.register(subject)
    links.register(write_for_somebody)
    data_registry.register(data_part.PART)
    retention.register_all()
    schedule.register("Peer support: what nobody answered", "peer_network.support.tasks.keep_support", at=KEEP_AT)
    calendars.register(calendar.MINE)
    front_page.register_list(front_list.next_events)
    home.register(home_cards.cards)
    for item in (
        NavigationItem("find-support", "Find support", "peers:find-support", order=30, is_visible=everybody),
        NavigationItem("groups", "Groups and events", "peers:groups", order=35, is_visible=everybody),
        NavigationItem("conversations", "Conversations", "peers:conversations", order=40, is_visible=may_take_part),
    ):
        pages.register(item)


def everybody(request: HttpRequest) -> bool:
    """Shown to whoever opens the room's public pages."""
    return True


def write_for_somebody(topic: Any, member: Any, access: Any) -> list[Any]:
    """For a supporter: to write a reply down for each member who lets them. One query, and none for anybody else."""
    from peer_network.forum.links import TopicLink
    from peer_network.support.writing import consents

    if not access.can(Permission.PEERS_WELCOME):
        return []
    return [
        TopicLink(
            f"Write for {row.member.display_name}",
            f"{reverse('peers:writing-write', args=[row.public_id])}?topic={topic.public_id}",
            95,
        )
        for row in consents.held_by(member)
    ]
