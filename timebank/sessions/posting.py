"""From a session to the ledger: one transfer under one key, whatever happens at the same moment."""

from collections.abc import Sequence
from typing import Any

from config.today import today
from timebank.calc.sessions.splitting import in_quarters
from timebank.ledger import transfers
from timebank.models import Session, SessionPart
from timebank.sessions import requests_kept, steps
from timebank.sessions.errors import within_limits
from timebank.sessions.locking import save
from timebank.sessions.steps import Kind

Side = SessionPart.Side


def key(session: Session) -> str:
    """The one key of a session's transfer; the database knows it too (`session_rules`)."""
    return f"session:{session.reference}:v1"


def shares(parts: Sequence[SessionPart], minutes: int) -> dict[int, int]:
    """Each part's minutes, by its number: all the minutes on each side, shared out as was planned."""
    found: dict[int, int] = {}
    for side in (Side.GIVES, Side.RECEIVES):
        of_side = [part for part in parts if part.side == side]
        split = in_quarters(minutes, [part.minutes for part in of_side])
        found |= {part.pk: share for part, share in zip(of_side, split, strict=True)}
    return found


def post(session: Session, parts: Sequence[SessionPart], *, minutes: int, by: Any) -> None:
    """For a session that is locked: post its minutes, spend what was reserved, and close it. Raises NotEnough."""
    share = shares(parts, minutes)
    legs = [
        (transfers.gave if part.side == Side.GIVES else transfers.had)(part.account, share[part.pk])
        for part in parts
        if share[part.pk]
    ]
    with within_limits():
        transfers.post(
            key=key(session),
            legs=legs,
            # The ledger never forgets a word, so it gets none that somebody has typed.
            note=f"Session: {session.get_topic_display()}",
            by=by,
            session_ref=session.reference,
            spend_holds_of=session.reference,
        )
    for part in parts:
        part.minutes_posted = share[part.pk]
        part.minutes_reserved = 0
        part.save(update_fields=["minutes_posted", "minutes_reserved"])
    session.state, session.minutes_confirmed, session.confirmed_on = Session.State.CONFIRMED, minutes, today()
    save(session, "state", "minutes_confirmed", "confirmed_on")
    steps.keep(session, Kind.POSTED, by=by, minutes=minutes)
    requests_kept.after_confirming(session)
