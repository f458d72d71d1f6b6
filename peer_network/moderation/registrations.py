"""What moderating registers with the platform and with the room."""

import datetime

from celery.schedules import crontab

from audit import registry as audit_registry
from data_rights import registry as data_registry
from embedded import demo_data
from jobs import schedule
from peer_network import pages
from peer_network.moderation import data_part, retention
from peer_network.registrations import may_moderate
from tenants import registering
from ui import navigation

EVERY_MINUTE = datetime.timedelta(minutes=1)
AT_NIGHT = crontab(minute="40", hour="3")
AUDIT_WORDS = (
    ("peers_moderation.decide", "Decided about something in the peer network"),
    ("peers_appeals.decide", "Decided an appeal in the peer network"),
    ("peers_queue.take_over", "Took an item of the moderators’ queue over"),
    ("peers_messages.change", "Changed a ready-written message of the moderators"),
    ("peers_rota.change", "Changed the rota of the peer network"),
)
TAGS = (
    ("peers_urgent", "Urgent", "red"),
    ("peers_soon", "Within a day", "blue"),
    ("peers_late", "Late", "red"),
    ("peers_free", "Free", "grey"),
    ("peers_mine", "You look at it", "green"),
    ("peers_taken", "Taken up", "yellow"),
)


ENTRIES = (
    ("queue", "Queue", 70),
    ("decided", "Decisions", 71),
    ("alarms", "Alarms", 72),
    ("rota", "Rota", 73),
    ("messages", "Messages", 74),
    ("words", "Word lists", 75),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from peer_network.moderation import duty, home_cards, matters, notices, own_decisions, rota_notices, subjects
    from ui import home

    # Somebody's name may stand in a title that moderators write.
    audit_registry.register_thing("peer_network.ReadyMessage", lambda message: f"Ready-written message {message.pk}")
    registering.register(actions=AUDIT_WORDS, tags=TAGS, kinds=(*notices.KINDS, rota_notices.KIND))
    data_registry.register(data_part.PART)
    pages.register_promise(duty.promise)
    pages.register_part("me", 10, own_decisions.part)
    retention.register_all()
    home.register(home_cards.cards)
    item = navigation.NavigationItem
    navigation.register(item("peers-queue", "Moderation", "peers:queue", order=62, is_visible=may_moderate))
    for key, words, order in ENTRIES:
        pages.register_for_moderators(item(key, words, f"peers:{key}", order=order, is_visible=may_moderate))
    subjects.register(matters.MEMBER)
    subjects.register(matters.REPORT)
    schedule.register(
        "Watch the moderators’ queue", "peer_network.moderation.tasks.watch_the_queue", every=EVERY_MINUTE
    )
    schedule.register(
        "Look after the peer network’s members", "peer_network.moderation.tasks.look_after_members", at=AT_NIGHT
    )
    demo_data.register("Sample rota and reports of the peer network", make_sample, order=53)


def make_sample() -> None:
    """A rota, so that posting is open, and something in the queue."""
    from peer_network.moderation import sample

    sample.make()
