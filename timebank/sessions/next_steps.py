"""What has to happen next in a session, who has to do it, and by when. One place for pages, lists and Home."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from config.today import today
from timebank.calc.hours import in_words
from timebank.models import Account, ProposedDate, ProposedHours, Session, SessionPart
from timebank.sessions.calendar import listed
from ui import formats

State = Session.State


@dataclass(frozen=True)
class Next:
    """What is next. `waits_for` are the accounts that have to do something; empty while nobody has to."""

    words: str
    waits_for: tuple[Account, ...] = ()
    by: datetime.date | None = None

    @property
    def who(self) -> str:
        """`NHS Kernow and NHS Bristol`."""
        return listed([account.name for account in self.waits_for]) if self.waits_for else ""


def of(session: Session, parts: Iterable[SessionPart], dates: Iterable[ProposedDate] = ()) -> Next:
    """What is next in this session. `dates` are those that are still asked, with their answers."""
    parts, open_dates = list(parts), [date for date in dates if not date.is_over]
    match session.state:
        case State.DATES:
            return _date(parts, open_dates)
        case State.BOOKED:
            return _meeting(session, parts, open_dates)
        case State.DELIVERED:
            return _confirmation(session, parts)
        case State.DISPUTED:
            return Next("The network manager settles the dispute. Until then everything is held.")
        case State.CONFIRMED:
            return Next("Nothing: the hours are in the ledger. You can still say how useful it was.")
        case _:
            return Next("Nothing: it is cancelled, and no hours are reserved for it.")


def on_hours(asked: ProposedHours, parts: Iterable[SessionPart]) -> Next:
    """What is next while other hours are proposed."""
    agreed = {account.pk for account in asked.agreed.all()}
    missing = tuple(part.account for part in parts if part.account_id not in agreed)
    return Next(f"{in_words(asked.minutes)} are proposed in place of the hours planned. Agree, or not.", missing)


def _date(parts: list[SessionPart], dates: list[ProposedDate]) -> Next:
    everybody = tuple(part.account for part in parts)
    if not dates:
        return Next("Propose one or more dates.", everybody)
    missing = _without_answer(parts, dates)
    if missing:
        return Next("Say which of the dates you can make.", missing)
    return Next("No date suits everybody. Propose others.", everybody)


def _meeting(session: Session, parts: list[SessionPart], dates: list[ProposedDate]) -> Next:
    if dates and (missing := _without_answer(parts, dates)):
        return Next("Another date is proposed. Say whether you can make it; until all can, the old one holds.", missing)
    if session.starts_on and session.starts_on <= today():
        return Next("Say how long it was.", tuple(part.account for part in parts), session.starts_on)
    return Next(f"Meet on {formats.date_and_time(session.starts_at)}.", (), session.starts_on)


def _confirmation(session: Session, parts: list[SessionPart]) -> Next:
    ends = session.clock.ends_on if session.clock else None
    said = {part.minutes_said for part in parts if part.minutes_said}
    if len(said) > 1:
        words = "The sides have said different times. Look at what the others say: change yours, or raise a dispute."
        return Next(words, tuple(part.account for part in parts), ends)
    missing = tuple(part.account for part in parts if not part.is_confirmed)
    if not said:
        return Next("Say how long it was.", missing, ends)
    return Next(f"Confirm that it was {in_words(next(iter(said)))}, or say how long it was.", missing, ends)


def _without_answer(parts: list[SessionPart], dates: list[ProposedDate]) -> tuple[Account, ...]:
    """Accounts that have not answered every date yet."""
    missing = []
    for part in parts:
        if any(part.account_id not in {answer.account_id for answer in date.answers.all()} for date in dates):
            missing.append(part.account)
    return tuple(missing)
