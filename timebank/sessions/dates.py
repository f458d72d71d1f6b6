"""Dates back and forth. Once every account says yes to one, the session is booked and its minutes are reserved."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from config.today import today
from timebank.models import Account, DateAnswer, ProposedDate, Session, SessionPart
from timebank.sessions import notices, requests_kept, reserving, steps
from timebank.sessions.errors import SessionRefused
from timebank.sessions.locking import check_words, locked, part_of, parts_of, save
from timebank.sessions.steps import Kind

State = Session.State
MOST_AT_ONCE = 6  # dates that wait for answers; more and nobody compares them


@transaction.atomic
def propose(*, session: Session, account: Account, starts_at: list[datetime.datetime], by: Any) -> list[ProposedDate]:
    """Propose dates for an account, which can then on each of them. Also for a session that is booked: to move it.

    Raises SessionRefused, WrongState.
    """
    found = locked(session, State.DATES, State.BOOKED)
    part_of(found, account)
    asked = set(found.dates.filter(is_over=False).values_list("starts_at", flat=True))
    new = [when for when in dict.fromkeys(starts_at) if when not in asked]
    if not new:
        raise SessionRefused("These dates are proposed already. Propose another one, or answer those that there are.")
    if any(timezone.localdate(when) < today() for when in new):
        raise SessionRefused("Propose dates from today on.")
    if len(asked) + len(new) > MOST_AT_ONCE:
        raise SessionRefused(f"At most {MOST_AT_ONCE} dates can wait for an answer. Answer some of them first.")
    made = []
    for when in new:
        date = ProposedDate.objects.create(session=found, account=account, by=by, starts_at=when, made_on=today())
        DateAnswer.objects.create(date=date, account=account, by=by, can=True, made_on=today())
        steps.keep(found, Kind.PROPOSED, by=by, account=account, starts_at=when)
        made.append(date)
    notices.dates_proposed(found, account, by=by)
    return made


@transaction.atomic
def answer(*, date: ProposedDate, account: Account, can: bool, by: Any) -> Session:
    """Say whether an account can on a proposed date. The last yes books the session.

    Raises SessionRefused; NotEnough where an account that is helped would be below its limit: nothing is stored then.
    """
    session = locked(date.session, State.DATES, State.BOOKED)
    asked = session.dates.filter(pk=date.pk, is_over=False).first()
    if asked is None:
        raise SessionRefused("Nobody asks about this date any more. Open the session's page again.")
    part_of(session, account)
    DateAnswer.objects.update_or_create(
        date=asked, account=account, defaults={"can": can, "by": by, "made_on": today()}
    )
    steps.keep(session, Kind.CAN if can else Kind.CAN_NOT, by=by, account=account, starts_at=asked.starts_at)
    can_all = asked.answers.filter(can=True).count() == session.parts.count()
    if can_all:
        _book(session, asked.starts_at, by=by)
    else:
        notices.date_answered(session, account, can=can, by=by)
    return session


@transaction.atomic
def change(*, session: Session, values: dict[str, Any], account: Account, by: Any) -> Session:
    """Change what a session to come is about, how and where it is. Raises WrongState, SessionRefused."""
    found = locked(session, State.DATES, State.BOOKED)
    part_of(found, account)
    changed = [name for name, value in values.items() if getattr(found, name) != value]
    if not changed:
        raise SessionRefused("Nothing has changed. Change a field first, or leave the page.")
    for name in changed:
        setattr(found, name, values[name])
    check_words(found)
    save(found, *changed)
    steps.keep(found, Kind.CHANGED, by=by, account=account)
    notices.changed(found, account, by=by)
    return found


def _book(session: Session, starts_at: datetime.datetime, *, by: Any) -> None:
    """Every account can: the date holds, and the minutes of those who are helped are reserved."""
    was = session.state
    if was == State.DATES:
        helped = [part for part in parts_of(session) if part.side == SessionPart.Side.RECEIVES]
        reserving.reserve(session, helped, by=by)
    session.state, session.starts_at = State.BOOKED, starts_at
    save(session, "state", "starts_at")
    session.dates.update(is_over=True)
    requests_kept.after_booking(session)
    kind = Kind.BOOKED if was == State.DATES else Kind.MOVED
    steps.keep(session, kind, by=by, minutes=session.minutes, starts_at=starts_at)
    notices.booked(session, moved=kind == Kind.MOVED, by=by)
