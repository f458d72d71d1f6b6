"""Calling a session off: before it, or because it did not take place. What is reserved is free again."""

from typing import Any

from django.db import transaction

from config.today import today
from timebank.models import Account, Session
from timebank.sessions import notices, requests_kept, reserving, steps
from timebank.sessions.errors import ReasonMissing, SessionRefused
from timebank.sessions.locking import locked, part_of, save
from timebank.sessions.steps import Kind

State = Session.State


@transaction.atomic
def cancel(*, session: Session, account: Account, reason: str, by: Any) -> Session:
    """Cancel for an account that has a part in it, with a reason that the others read.

    Once another side has said how long it was, it can't be cancelled any more: that side would lose its hours. Then
    there is the dispute. Whoever recorded one afterwards may take it back while nobody else has said anything.
    Raises ReasonMissing, WrongState, SessionRefused.
    """
    if not reason.strip():
        raise ReasonMissing
    found = locked(session, State.DATES, State.BOOKED, State.DELIVERED)
    part_of(found, account)
    if found.parts.filter(minutes_said__isnull=False).exclude(account=account).exists():
        raise SessionRefused(
            "The other side has said how long it was, so the session can’t be cancelled. Say what you think, or "
            "raise a dispute: “it did not take place” is one."
        )
    end(found, reason.strip(), by=by)
    steps.keep(found, Kind.CANCELLED, by=by, account=account)
    notices.cancelled(found, account, by=by)
    return found


def end(session: Session, reason: str, *, by: Any) -> None:
    """For a session that is locked: it is over without a transfer, and what was reserved is free."""
    reserving.release(session)
    session.state, session.reason, session.ended_by, session.ended_on = State.CANCELLED, reason[:500], by, today()
    save(session, "state", "reason", "ended_by", "ended_on")
    session.dates.update(is_over=True)
    requests_kept.after_cancelling(session, by=by)
