"""Minutes of those who are helped, reserved while a session is booked."""

from collections.abc import Sequence
from typing import Any

from timebank.calc.hours import in_words
from timebank.ledger import holds, limits
from timebank.models import Session, SessionPart
from timebank.sessions.errors import within_limits

Side = SessionPart.Side


def reserve(session: Session, parts: Sequence[SessionPart], *, by: Any) -> None:
    """Reserve the planned minutes of these receiving parts, all or none. Raises NotEnough."""
    if not parts:
        return
    wanted = {part.account: part.minutes for part in parts}
    with within_limits():
        holds.reserve_all(minutes=wanted, session_ref=session.reference, by=by)
    for part in parts:
        part.minutes_reserved = part.minutes
        part.save(update_fields=["minutes_reserved"])


def release(session: Session) -> None:
    """Give back all that is reserved for the session."""
    holds.release(session_ref=session.reference)
    session.parts.update(minutes_reserved=0)


def warnings(session: Session, parts: Sequence[SessionPart]) -> list[str]:
    """A sentence for each account that the session brings near its limit, or over it. The parts have their balances."""
    found = []
    for part in parts:
        if part.side == Side.RECEIVES and not part.minutes_reserved and session.is_open:
            words = _warning(part)
            found += [words] if words else []
    return found


def _warning(part: SessionPart) -> str:
    balance = part.account.balance
    after = balance.minutes - balance.reserved - part.minutes
    if after < balance.floor:
        return (
            f"{part.account.name} can’t book this now: it would be at {in_words(after)}, and its limit is "
            f"{in_words(balance.floor)}."
        )
    near = limits.warning_for(part.account, spending=part.minutes)
    return f"With this session {near}" if near else ""
