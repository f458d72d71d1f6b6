"""Reading themes."""

import datetime
import uuid
from typing import Any

from django.db.models import F, QuerySet

from config.prepared import Prepared
from config.today import today
from peer_network.models import Member, Theme, ThemeRule, ThemeSupport, Topic

GATHERING, AGENDA, ANSWERED = "gathering", "agenda", "answered"


def stage_of(theme: Theme, day: datetime.date | None = None) -> str:
    """Whether it gathers support, is on the agenda, or answered, as at a day."""
    at = day or today()
    if theme.answered_on is not None and theme.answered_on <= at:
        return ANSWERED
    return AGENDA if theme.agenda_on is not None and theme.agenda_on <= at else GATHERING


def for_members(stage: str = "") -> QuerySet[Theme]:
    """What members see: what waits for an answer first, then what gathers support, then what is answered."""
    found = Theme.objects.shown().select_related("topic__space")
    if stage == GATHERING:
        found = found.filter(agenda_on=None)
    elif stage == AGENDA:
        found = found.filter(agenda_on__isnull=False, answered_on=None)
    elif stage == ANSWERED:
        found = found.filter(answered_on__isnull=False)
    waits_first = F("answered_on").desc(nulls_first=True)
    return found.order_by(waits_first, F("due_on").asc(nulls_last=True), "-shown_at", "-pk")


def shown_of_topic(topic: Topic) -> uuid.UUID | None:
    """The id of the newest theme that members read and that came of this topic. Every page of the topic asks this."""
    return next(iter(_of_topic(topic.pk)), None)


def _shown_of(topic: int) -> QuerySet[Theme, uuid.UUID]:
    return Theme.objects.shown().filter(topic=topic).values_list("public_id", flat=True)[:1]


_of_topic: Prepared[uuid.UUID] = Prepared(_shown_of)


def own(member: Member) -> list[Theme]:
    """What this member proposed and others can't read yet, or no longer. What they took back is gone for them too."""
    gone = (Theme.State.SHOWN, Theme.State.TAKEN_BACK)
    return list(Theme.objects.filter(proposed_by=member).exclude(state__in=gone))


def supported(member: Member) -> set[int]:
    """The themes that this member supports."""
    return set(ThemeSupport.objects.filter(member=member).values_list("theme", flat=True))


def for_board(day: datetime.date | None = None) -> tuple[list[Theme], list[Theme]]:
    """(what waits for an answer, the longest due first; what is answered, the newest first) as at a day. One query."""
    at = day or today()
    found = list(Theme.objects.on_agenda(at))
    waiting = [theme for theme in found if stage_of(theme, at) == AGENDA]
    answered = [theme for theme in found if stage_of(theme, at) == ANSWERED]
    return waiting, sorted(answered, key=lambda theme: (theme.answered_on, theme.pk), reverse=True)


def rules() -> list[ThemeRule]:
    """Every number that the board set, the newest first."""
    return list(ThemeRule.objects.all())


def whole(theme: Theme) -> dict[str, Any]:
    """The board's answers, the newest first, and what came of them. Two queries."""
    answers = list(theme.answers.order_by("-number"))
    return {"answer": answers[0] if answers else None, "earlier": answers[1:], "updates": list(theme.updates.all())}
