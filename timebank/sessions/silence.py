"""Each morning: sessions whose day is over wait for confirmation, people are reminded, and silence confirms.

Nobody pays by silence more than was reserved with their agreement. Where somebody would, and where minutes differ, the
session goes to the network manager as a dispute instead.
"""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from config.today import today
from timebank.models import Session, SessionPart
from timebank.sessions import confirming, disputes, notices, posting, steps
from timebank.sessions.errors import NotEnough, SessionRefused
from timebank.sessions.locking import locked, parts_of, save
from timebank.sessions.steps import Kind

State, Side = Session.State, SessionPart.Side
MORE_THAN_AGREED = (
    "Nobody has answered for 14 days, and silence confirms no more than was booked. The network manager decides."
)
DIFFERENT = "The two sides have said different minutes and left it so for 14 days. The network manager decides."


@dataclass
class Done:
    """What a morning did, in sessions."""

    reminded: int = 0
    told: int = 0
    confirmed: int = 0
    referred: int = 0


def keep(among: QuerySet[Session] | None = None) -> Done:
    """Do what is due today, each session by itself; run again on the same day, nothing more happens.

    `among` limits it to these, for sample activity.
    """
    done, rows = Done(), Session.objects.all() if among is None else among
    for session in _happened(rows):
        _wait(session)
    for session in rows.filter(state=State.DELIVERED).order_by("pk"):
        _look_after(session, done)
    done.reminded = remind_of_tomorrow(rows)
    return done


def remind_of_tomorrow(rows: QuerySet[Session]) -> int:
    """Tell everybody concerned of sessions of tomorrow, once; returns how many sessions there are."""
    start = timezone.make_aware(datetime.datetime.combine(today() + datetime.timedelta(days=1), datetime.time.min))
    soon = rows.filter(state=State.BOOKED, starts_at__gte=start, starts_at__lt=start + datetime.timedelta(days=1))
    for session in soon:
        with transaction.atomic():
            notices.tomorrow(session)
    return len(soon)


def _happened(rows: QuerySet[Session]) -> QuerySet[Session]:
    midnight = timezone.make_aware(datetime.datetime.combine(today(), datetime.time.min))
    return rows.filter(state=State.BOOKED, starts_at__lt=midnight).order_by("pk")


@transaction.atomic
def _wait(session: Session) -> None:
    """Its day is over: from the day of the session on it waits for both sides."""
    try:
        found = locked(session, State.BOOKED)
    except SessionRefused:
        return  # somebody was quicker
    found.state, found.waits_since, found.told, found.told_on = State.DELIVERED, found.starts_on, 0, None
    save(found, "state", "waits_since", "told", "told_on")
    found.dates.update(is_over=True)


@transaction.atomic
def _look_after(session: Session, done: Done) -> None:
    try:
        found = locked(session, State.DELIVERED)
    except SessionRefused:
        return
    clock = found.clock
    if clock is None:
        return
    if clock.may_confirm:
        _end(found, done)
    elif clock.notice_due:
        found.told, found.told_on = clock.notice_due, today()
        save(found, "told", "told_on")
        steps.keep(found, Kind.NOTICE, by=None)
        notices.silence_ahead(found, parts_of(found), told=found.told)
        done.told += 1


def _end(session: Session, done: Done) -> None:
    """Confirm by silence what was said, or booked; refer to the network manager what silence may not settle."""
    parts = parts_of(session)
    minutes = next((part.minutes_said for part in parts if part.minutes_said), session.minutes)
    if why := _why_not(parts, minutes):
        disputes.open_one(session=session, account=None, reason=why, by=None)
        done.referred += 1
        return
    try:
        _confirm(session, parts, minutes)
        done.confirmed += 1
    except NotEnough as refused:
        found = locked(session, State.DELIVERED)  # as it was before
        disputes.open_one(session=found, account=None, reason=str(refused), by=None)
        done.referred += 1


@transaction.atomic
def _confirm(session: Session, parts: list[SessionPart], minutes: int) -> None:
    for part in parts:
        if not part.is_confirmed:
            part.minutes_said = part.minutes_said or minutes
            part.said_on = part.said_on or today()
            part.confirmed_how, part.confirmed_on = SessionPart.Confirmed.SILENCE, today()
            part.save()
    steps.keep(session, Kind.SILENCE, by=None, minutes=minutes)
    confirming.close_if_agreed(session, by=None)


def _why_not(parts: list[SessionPart], minutes: int) -> str:
    """Why silence may not confirm; empty where it may."""
    if confirming.differ(parts):
        return DIFFERENT
    share = posting.shares(parts, minutes)
    silent = [part for part in parts if part.side == Side.RECEIVES and not part.is_confirmed]
    # Who said so but did not confirm has agreed to the minutes; who said nothing has agreed to what was reserved.
    beyond = [part for part in silent if part.minutes_said is None and share[part.pk] > part.minutes_reserved]
    return MORE_THAN_AGREED if beyond else ""
