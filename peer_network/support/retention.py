"""How long conversations, past events and what was taken back are kept."""

import datetime
from typing import Any

from data_rights.retention import Rule, register

WHERE = "peer_network/support/retention.py"
YEAR = 366


def register_all() -> None:
    """Called once, when the applications load."""
    for slug, what, days, why, past in (
        (
            "peers-conversations",
            "Conversations of two that have ended",
            YEAR,
            "Both can read them for a year. After that nobody needs words that were meant for one person.",
            old_conversations,
        ),
        (
            "peers-event-comers",
            "Who said that they come to an event of a local group",
            30,
            "It is only kept to tell them of changes.",
            old_comers,
        ),
        (
            "peers-events",
            "Events of local groups that are over, and groups that were taken back",
            2 * YEAR,
            "A calendar shows them for three months; after two years nobody asks.",
            old_events,
        ),
        (
            "peers-groups",
            "Local groups that were taken back or removed",
            2 * YEAR,
            "Long enough for an appeal and for questions.",
            old_groups,
        ),
        (
            "peers-writing-consents",
            "Consents to help with writing that have ended",
            3 * YEAR,
            "They show that each post was written down with its member’s consent.",
            old_consents,
        ),
    ):
        register(Rule(slug, what, days, why, WHERE, past=past))


def old_conversations(before: datetime.datetime) -> Any:
    """Ended or refused, and not changed since."""
    from peer_network.models import Conversation

    return Conversation.objects.filter(state__in=("ended", "declined"), changed_at__lt=before, is_sample=False)


def old_comers(before: datetime.datetime) -> Any:
    """Of events that ended."""
    from peer_network.models import EventComer

    return EventComer.objects.filter(event__ends_at__lt=before, event__is_sample=False)


def old_events(before: datetime.datetime) -> Any:
    """Events that ended."""
    from peer_network.models import GroupEvent

    return GroupEvent.objects.filter(ends_at__lt=before, is_sample=False)


def old_groups(before: datetime.datetime) -> Any:
    """Groups out of sight for good."""
    from peer_network.models import LocalGroup

    return LocalGroup.objects.filter(state__in=("taken_back", "removed"), sent_at__lt=before)


def old_consents(before: datetime.datetime) -> Any:
    """Withdrawn, or past their day."""
    from peer_network.models import WritingConsent

    return WritingConsent.objects.filter(withdrawn_at__lt=before)
