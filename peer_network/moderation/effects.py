"""What each decision changes, in the transaction of the decision."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from config.today import moment
from peer_network.models import Act, Member, SpaceEntry
from peer_network.moderation.matters import Matter
from ui import formats

Kind = Act.Kind


@dataclass(frozen=True)
class Said:
    """What goes with a decision: why, the words to the member, and what this kind of decision needs besides."""

    reason: str
    words: str = ""
    note: str = ""
    until: datetime.datetime | None = None
    standing: str = ""


def carry_out(kind: str, matter: Matter, member: Member | None, said: Said, by: Any) -> None:
    """Do what the decision says; does nothing where the thing is gone."""
    if effect := OF_CONTENT.get(Act.Kind(kind)):
        if matter.row is not None and matter.subject is not None:
            effect(matter.subject)(matter.row)
    elif change := OF_MEMBER.get(Act.Kind(kind)):
        if member is not None:
            change(member, said)
    elif kind in (Kind.LET_IN, Kind.NOT_LET_IN) and matter.row is not None:
        _answer_entry(matter.row, kind, said, by)


def _pause(member: Member, said: Said) -> None:
    reason = Act.Reason(said.reason).label
    until = f"You can write again on {formats.date_and_time(said.until)}." if said.until else ""
    waits = "You can write again when a moderator has looked at it." if not said.until else ""
    _set(member, Member.State.PAUSED, f"Why: {reason}. {until or waits}", until=said.until)


def _close(member: Member, said: Said) -> None:
    _set(member, Member.State.CLOSED, f"Why: {Act.Reason(said.reason).label}.")


def _open(member: Member, said: Said) -> None:
    _set(member, Member.State.ACTIVE, "")


def _set(member: Member, state: str, reason: str, until: datetime.datetime | None = None) -> None:
    member.state, member.state_reason, member.paused_until = state, reason, until
    member.save(update_fields=["state", "state_reason", "paused_until"])


def _stand(member: Member, said: Said) -> None:
    member.standing = said.standing
    member.save(update_fields=["standing"])


def _answer_entry(entry: SpaceEntry, kind: str, said: Said, by: Any) -> None:
    is_in = kind == Kind.LET_IN
    entry.state = SpaceEntry.State.IN if is_in else SpaceEntry.State.REFUSED
    entry.reason = "" if is_in else said.words[:500]
    entry.answered_by, entry.answered_at = by, moment()
    entry.save(update_fields=["state", "reason", "answered_by", "answered_at"])


OF_CONTENT: dict[Act.Kind, Callable[[Any], Any]] = {
    Kind.SHOW: lambda subject: subject.show,
    Kind.RESTORE: lambda subject: subject.show,
    Kind.HIDE: lambda subject: subject.hide,
    Kind.ASK_CHANGE: lambda subject: subject.ask_change or subject.hide,
    Kind.REMOVE: lambda subject: subject.remove,
}
OF_MEMBER: dict[Act.Kind, Callable[[Member, Said], None]] = {
    Kind.PAUSE: _pause,
    Kind.UNPAUSE: _open,
    Kind.CLOSE: _close,
    Kind.REOPEN: _open,
    Kind.STANDING: _stand,
}
