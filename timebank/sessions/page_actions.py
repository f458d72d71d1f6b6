"""What somebody can do with a session now: the first is the page's button, the others are links below it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from config.today import today
from timebank.models import Session, SessionPart
from timebank.sessions import acting

State, Side = Session.State, SessionPart.Side


@dataclass(frozen=True)
class Action:
    """A link to a form; `posts` where it is done at once."""

    words: str
    href: str
    posts: bool = False


def actions_of(
    access: Any, session: Session, parts: list[SessionPart], own: list[SessionPart], *, other_hours_asked: bool = False
) -> list[Action]:
    """The most useful first; empty for whoever only reads."""
    found: list[Action] = []
    if own:
        found += _before(session, own, other_hours_asked) if session.state in (State.DATES, State.BOOKED) else []
        found += _after(session, own)
    if acting.coordinates(access):
        found += _of_the_coordinator(session, parts)
    return found


def _before(session: Session, own: list[SessionPart], other_hours_asked: bool) -> list[Action]:
    found = [_to("Propose dates" if session.state == State.DATES else "Propose another date", "dates", session)]
    if session.state == State.BOOKED and session.starts_on and session.starts_on <= today():
        found.insert(0, _to("Say how long it was", "minutes", session))
    found.append(_to("Change what it is about, or where", "change", session))
    if not other_hours_asked and (not session.starts_on or session.starts_on >= today()):
        found.append(_to("Propose other hours", "hours", session))
    found += _naming(session, own)
    found.append(_to("Cancel it", "cancel", session))
    return found


def _after(session: Session, own: list[SessionPart]) -> list[Action]:
    if session.state == State.DELIVERED:
        waits = any(not part.is_confirmed for part in own)
        words = "Say how long it was, or confirm it" if waits else "Change what you have said"
        found = [_to(words, "minutes", session), _to("Raise a dispute", "dispute", session)]
        others = {part.account_id for part in session.parts.all() if part.minutes_said} - {p.account_id for p in own}
        if not others:
            found.append(_to("It did not take place: cancel it", "cancel", session))
        return [*found, *_said_afterwards(session, own)]
    if session.state == State.DISPUTED:
        raised = session.disputes.filter(outcome="", account__in=[part.account_id for part in own]).exists()
        return [_to("Take the dispute back", "dispute-back", session, posts=True)] if raised else []
    return _said_afterwards(session, own) if session.state == State.CONFIRMED else []


def _said_afterwards(session: Session, own: list[SessionPart]) -> list[Action]:
    helped = any(part.side == Side.RECEIVES for part in own)
    words = "Say how useful it was" if helped else "Say what you have learnt"
    naming = _naming(session, own) if session.is_open else []
    return [_to(words, "feedback", session), _to("Write down a lesson for others", "lesson", session), *naming]


def _naming(session: Session, own: list[SessionPart]) -> list[Action]:
    """Whoever gives says who it is."""
    gives = any(part.side == Side.GIVES for part in own)
    return [_to("Say who gives the time", "mentors", session)] if gives else []


def _of_the_coordinator(session: Session, parts: list[SessionPart]) -> list[Action]:
    if session.state == State.DISPUTED:
        return [_to("Settle the dispute", "settle", session)]
    has_happened = session.starts_on is not None and session.starts_on <= today()
    if session.state not in (State.BOOKED, State.DELIVERED) or not has_happened:
        return []
    return [
        Action(
            f"Confirm on behalf of {part.account.name}",
            reverse("timebank:session-on-behalf", args=[session.public_id, part.account.slug]),
        )
        for part in parts
        if not part.is_confirmed
    ]


def _to(words: str, what: str, session: Session, *, posts: bool = False) -> Action:
    return Action(words, reverse(f"timebank:session-{what}", args=[session.public_id]), posts)
