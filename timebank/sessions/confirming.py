"""After the session: each account says how long it was and confirms; once all say the same, the ledger posts, once."""

from typing import Any

from django.db import transaction

from config.today import today
from timebank.calc.sessions.splitting import QUARTER
from timebank.models import Account, Session, SessionPart
from timebank.sessions import notices, posting, steps
from timebank.sessions.errors import ReasonMissing, SessionRefused
from timebank.sessions.locking import locked, part_of, parts_of, save
from timebank.sessions.steps import Kind

State, How = Session.State, SessionPart.Confirmed
LONGEST = 60 * 60  # minutes in all: 60 hours are more than one session ever is


@transaction.atomic
def say(*, session: Session, account: Account, minutes: int, by: Any, confirms: bool) -> Session:
    """Say for an account how many minutes of help were given in all, and confirm them where `confirms`.

    What it said before is replaced, its confirmation too. Where all accounts have confirmed the same, the session is
    posted. Raises SessionRefused, WrongState, NotEnough; nothing is stored then.
    """
    found = locked(session, State.BOOKED, State.DELIVERED)
    part = part_of(found, account)
    _check(found, minutes)
    how = How.PERSON if confirms else How.NOT_YET
    _store(found, part, minutes, how=how, by=by)
    steps.keep(found, Kind.CONFIRMED if confirms else Kind.SAID, by=by, account=account, minutes=minutes)
    if not close_if_agreed(found, by=by):
        notices.minutes_said(found, account, minutes, confirmed=confirms, by=by)
    return found


@transaction.atomic
def on_behalf(*, session: Session, account: Account, minutes: int, reason: str, by: Any) -> Session:
    """The network manager confirms for an account that can't use the site; who and why is kept and shown.

    Raises ReasonMissing, SessionRefused, NotEnough.
    """
    if not reason.strip():
        raise ReasonMissing
    found = locked(session, State.BOOKED, State.DELIVERED)
    part = part_of(found, account)
    _check(found, minutes)
    part.on_behalf_reason = reason.strip()
    _store(found, part, minutes, how=How.ON_BEHALF, by=by)
    steps.keep(found, Kind.ON_BEHALF, by=by, account=account, minutes=minutes)
    if not close_if_agreed(found, by=by):
        notices.minutes_said(found, account, minutes, confirmed=True, by=by)
    return found


def close_if_agreed(session: Session, *, by: Any) -> bool:
    """For a session that is locked: post it where every account has confirmed the same minutes; says whether."""
    parts = parts_of(session)
    said = {part.minutes_said for part in parts}
    if len(said) > 1 or not all(part.is_confirmed for part in parts):
        return False
    posting.post(session, parts, minutes=said.pop(), by=by)
    notices.confirmed(session, by=by)
    return True


def differ(parts: list[SessionPart]) -> bool:
    """Whether accounts have said different minutes."""
    return len({part.minutes_said for part in parts if part.minutes_said}) > 1


def _store(session: Session, part: SessionPart, minutes: int, *, how: str, by: Any) -> None:
    part.minutes_said, part.said_by, part.said_on = minutes, by, today()
    part.confirmed_how = how
    part.confirmed_by, part.confirmed_on = (by, today()) if how else (None, None)
    part.save()
    if session.state == State.BOOKED or session.waits_since is None:
        session.state = State.DELIVERED
    # Whoever has not answered gets the whole time again after each new word.
    session.waits_since, session.told, session.told_on = today(), 0, None
    save(session, "state", "waits_since", "told", "told_on")
    session.dates.update(is_over=True)


def _check(session: Session, minutes: int) -> None:
    if minutes <= 0 or minutes % QUARTER:
        raise SessionRefused("Give the time in quarters of an hour. If it did not take place, cancel it and say why.")
    if minutes > LONGEST:
        raise SessionRefused(f"More than {LONGEST // 60} hours are not one session. Record the others for themselves.")
    if session.starts_on and session.starts_on > today():
        raise SessionRefused("The session is still to come. Say how long it was once it has taken place.")
