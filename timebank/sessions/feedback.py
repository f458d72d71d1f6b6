"""What people say after a session: how useful it was, what they have learnt, and lessons for others."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Avg, Count

from config.today import today
from timebank import lessons
from timebank.models import Account, Feedback, Lesson, Session, SessionPart
from timebank.sessions import notices, steps
from timebank.sessions.errors import SessionRefused, WrongState
from timebank.sessions.locking import locked, part_of
from timebank.sessions.steps import Kind

State = Session.State
# An average of fewer sessions would tell what a single area thinks of another.
ENOUGH_FOR_AN_AVERAGE = 5


@transaction.atomic
def give(*, session: Session, account: Account, useful: int | None, words: str, by: Any) -> Feedback:
    """Say how useful a session was (1 to 5, whoever was helped), or what one has learnt; written again, it is replaced.

    Raises SessionRefused, WrongState before the session has taken place.
    """
    found = locked(session, State.DELIVERED, State.DISPUTED, State.CONFIRMED)
    part = part_of(found, account)
    helped = part.side == SessionPart.Side.RECEIVES
    if helped and useful not in range(1, 6):
        raise SessionRefused("Choose how useful it was, from 1 to 5.")
    if not helped and not words.strip():
        raise SessionRefused("Write a few words about what you have learnt.")
    values = {"useful": useful if helped else None, "words": words.strip(), "by": by, "made_on": today()}
    made, is_new = Feedback.objects.update_or_create(session=found, account=account, defaults=values)
    steps.keep(found, Kind.FEEDBACK, by=by, account=account)
    if is_new:
        notices.feedback_given(found, account, by=by)
    return made


@transaction.atomic
def write_lesson(*, session: Session, account: Account, title: str, words: str, by: Any) -> Lesson:
    """Keep a lesson for others; the knowledge room gets it as a proposal. Raises WrongState, SessionRefused."""
    if not title.strip() or not words.strip():
        raise SessionRefused("Give the lesson a title and some words.")
    found = locked(session)
    if found.state not in (State.DELIVERED, State.CONFIRMED):
        raise WrongState(str(found.get_state_display()))
    part_of(found, account)
    made = Lesson.objects.create(
        session=found, account=account, by=by, title=title.strip(), words=words.strip(), made_on=today()
    )
    steps.keep(found, Kind.LESSON, by=by, account=account)
    lessons.suggest(made)
    return made


@dataclass(frozen=True)
class Average:
    """How useful sessions were, on average of so many; without names."""

    useful: float
    sessions: int


def average(topic: str = "") -> Average | None:
    """The network's average of confirmed sessions; None where there are too few to tell."""
    rows = Feedback.objects.filter(useful__isnull=False, session__state=State.CONFIRMED)
    if topic:
        rows = rows.filter(session__topic=topic)
    found = rows.aggregate(mean=Avg("useful"), sessions=Count("session", distinct=True))
    if found["sessions"] < ENOUGH_FOR_AN_AVERAGE:
        return None
    return Average(float(found["mean"]), found["sessions"])
