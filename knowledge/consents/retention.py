"""How long addresses of people who told their story are kept, and stories that were taken down."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from data_rights.retention import Rule, register

ADDRESS_DAYS = 30  # after the consent is over: long enough to answer a question about it
STORY_DAYS = 365  # after it was taken down: the person may wish to tell it again


def register_all() -> None:
    """Called once, when the applications load."""
    register(
        Rule(
            "consents-addresses",
            "E-mail addresses of people who told their story, and why they took it back",
            ADDRESS_DAYS,
            "Afterwards nobody has to be written to. That somebody agreed, and until when, stays.",
            "knowledge/consents/retention.py",
            past=addresses,
            delete=lambda before: addresses(before).update(email="", withdrawn_why=""),
        )
    )
    register(
        Rule(
            "stories-taken-down",
            "Stories that nobody agrees to any more, with all their drafts",
            STORY_DAYS,
            "They are kept for a while so that the person can change their mind, and then deleted.",
            "knowledge/consents/retention.py",
            past=stories,
            delete=delete_stories,
        )
    )


def addresses(before: datetime) -> Any:
    """Consents that were over before this moment and still have an address or a reason."""
    from knowledge.models import Consent

    over = Consent.objects.filter(Q(withdrawn_at__lt=before) | Q(ended_at__lt=before))
    return over.exclude(email="", withdrawn_why="")


def stories(before: datetime) -> Any:
    """Stories with consents that are all over, the last of them before this moment."""
    from knowledge.models import Consent, Story

    later = Consent.objects.exclude(Q(withdrawn_at__lt=before) | Q(ended_at__lt=before)).values("story_id")
    return Story.objects.filter(live=False, consents__isnull=False).exclude(pk__in=later).distinct()


def delete_stories(before: datetime) -> int:
    """Delete them, with their versions, revisions and consents; returns how many."""
    found = list(stories(before))
    for story in found:
        story.delete()
    return len(found)
