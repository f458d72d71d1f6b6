"""What Heard registers with the platform, the board, and the rest of the room."""

from typing import Any

from celery.schedules import crontab
from django.urls import reverse

from data_rights import registry as data_rights
from data_rights.retention import Rule
from data_rights.retention import register as keep
from jobs import schedule
from peer_network import pages
from peer_network.registrations import may_take_part
from tenants import registering
from ui import home
from ui.navigation import NavigationItem

ACTIONS = (
    ("heard.rule_set", "Set how many supporters a theme needs"),
    ("heard.answer", "Answered members for the board"),
    ("heard.update", "Told members what came of an answer"),
)

UNSEEN_KEPT_DAYS = 365


def register_all() -> None:
    """Called once, when the applications load."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from peer_network.forum import links
    from peer_network.heard import board_section, data_part, home_cards, notices, presenters, subject
    from peer_network.moderation import subjects
    from tenants.programme import sections

    registering.register(actions=ACTIONS, tags=presenters.TAGS, kinds=notices.KINDS)
    subjects.register(subject.THEME)
    links.register(ask_the_board)
    sections.register(board_section.SECTION, after="milestones")
    pages.register(NavigationItem("heard", "Ask the board", "peers:themes", order=40, is_visible=may_take_part))
    home.register(home_cards.cards)
    data_rights.register(data_part.PART)
    keep(
        Rule(
            "peers-themes",
            "What somebody asked the programme board and others can’t read",
            UNSEEN_KEPT_DAYS,
            "A year is enough to ask again, or to appeal. What an open report, appeal or case is about stays, and what "
            "went before the board stays, without names.",
            "peer_network/heard/registrations.py",
            past=_unseen,
        )
    )
    schedule.register(
        "Remind of answers to members",
        "peer_network.heard.tasks.remind_of_answers",
        at=crontab(minute="15", hour="7"),
    )


def _unseen(before: Any) -> Any:
    from peer_network.heard.subject import THEME
    from peer_network.models import Theme
    from peer_network.needed import needed

    found = Theme.objects.exclude(state=Theme.State.SHOWN).filter(agenda_on=None, proposed_at__lt=before)
    return found.exclude(public_id__in=needed(THEME.kind, found.values_list("public_id", flat=True)))


def ask_the_board(topic: Any, member: Any, access: Any) -> list[Any]:
    """The link of a topic: to what is asked of the board about it, or to asking. One query."""
    from peer_network.forum.links import TopicLink
    from peer_network.heard import queries

    there = queries.shown_of_topic(topic)
    if there is not None:
        return [TopicLink("What members ask the board about this", reverse("peers:theme", args=[there]))]
    return [TopicLink("Ask the board about this", reverse("peers:theme-propose", args=[topic.public_id]))]
