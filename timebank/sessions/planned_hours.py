"""Other hours than planned, by agreement: one side proposes them, and once all agree what is reserved follows."""

from typing import Any

from django.db import transaction

from config.today import today
from timebank.calc.sessions.splitting import QUARTER, in_quarters
from timebank.models import Account, ProposedHours, Session, SessionPart
from timebank.sessions import notices, requests_kept, reserving, steps
from timebank.sessions.confirming import LONGEST
from timebank.sessions.errors import SessionRefused
from timebank.sessions.locking import locked, part_of, parts_of, save
from timebank.sessions.steps import Kind

State, Side, Outcome = Session.State, SessionPart.Side, ProposedHours.Outcome


def open_for(session: Session) -> ProposedHours | None:
    """The hours that wait for an answer; None where there are none, and once the session has taken place. One query."""
    if session.state not in (State.DATES, State.BOOKED):
        return None
    rows = session.proposed_hours.filter(outcome=Outcome.OPEN).select_related("account")
    return rows.prefetch_related("agreed").first()


@transaction.atomic
def propose(*, session: Session, account: Account, minutes: int, by: Any) -> ProposedHours:
    """Propose other minutes in all for an account, which agrees to them; the plan holds until the others do, too.

    Raises SessionRefused, WrongState.
    """
    found = locked(session, State.DATES, State.BOOKED)
    part_of(found, account)
    _check(found, parts_of(found), minutes)
    made = ProposedHours.objects.create(session=found, account=account, by=by, minutes=minutes, made_on=today())
    made.agreed.add(account)
    steps.keep(found, Kind.HOURS_ASKED, by=by, account=account, minutes=minutes)
    notices.hours_proposed(found, account, minutes, by=by)
    return made


@transaction.atomic
def answer(*, proposed: ProposedHours, account: Account, agrees: bool, by: Any) -> Session:
    """Say for an account whether it agrees. The last yes makes them the plan; one no ends it, and the plan holds.

    Whoever proposed them takes them back by a no. Raises SessionRefused, WrongState; NotEnough where an account that is
    helped would be below its limit: nothing is stored then.
    """
    session = locked(proposed.session, State.DATES, State.BOOKED)
    asked = session.proposed_hours.filter(pk=proposed.pk, outcome=Outcome.OPEN).first()
    if asked is None:
        raise SessionRefused("Nobody asks about these hours any more. Open the session's page again.")
    part_of(session, account)
    kind = Kind.HOURS_YES if agrees else Kind.HOURS_NO
    steps.keep(session, kind, by=by, account=account, minutes=asked.minutes)
    if not agrees:
        _end(asked, Outcome.TAKEN_BACK if account.pk == asked.account_id else Outcome.REFUSED, by=by)
    else:
        asked.agreed.add(account)
        if asked.agreed.count() == session.parts.count():
            _end(asked, Outcome.AGREED, by=by)
            _plan(session, asked.minutes, by=by)
            return session
    notices.hours_answered(session, account, agrees=agrees, by=by)
    return session


def _plan(session: Session, minutes: int, *, by: Any) -> None:
    """Each side’s minutes are shared out anew; what is reserved of a booked session follows, or nothing does."""
    parts = parts_of(session)
    for side in Side:
        of_side = [part for part in parts if part.side == side]
        for part, share in zip(of_side, in_quarters(minutes, [1] * len(of_side)), strict=True):
            part.minutes = share
            part.save(update_fields=["minutes"])
    session.minutes = minutes
    save(session, "minutes")
    if session.state == State.BOOKED:
        # Both in one transaction, and the balances stay locked in between: nobody else can take what is freed.
        reserving.release(session)
        reserving.reserve(session, [part for part in parts if part.side == Side.RECEIVES], by=by)
        requests_kept.after_booking(session)
    steps.keep(session, Kind.HOURS_SET, by=by, minutes=minutes)
    notices.hours_agreed(session, by=by)


def _end(asked: ProposedHours, outcome: str, *, by: Any) -> None:
    asked.outcome, asked.answered_by, asked.answered_on = outcome, by, today()
    asked.save(update_fields=["outcome", "answered_by", "answered_on"])


def _check(session: Session, parts: list[SessionPart], minutes: int) -> None:
    if minutes <= 0 or minutes % QUARTER:
        raise SessionRefused("Give the time in quarters of an hour, for example 1.5 hours.")
    if minutes < QUARTER * (len(parts) - 1):
        raise SessionRefused("Everybody has a quarter of an hour at least. Choose a longer time.")
    if minutes > LONGEST:
        raise SessionRefused(f"More than {LONGEST // 60} hours are not one session. Agree on another one for the rest.")
    if minutes == session.minutes:
        raise SessionRefused("These hours are planned already. Propose others, or leave the page.")
    if session.starts_on and session.starts_on < today():
        raise SessionRefused("The session's day has passed. Say how long it was instead.")
    if session.proposed_hours.filter(outcome=Outcome.OPEN).exists():
        raise SessionRefused("Other hours are proposed already. Answer them first, or take them back.")
