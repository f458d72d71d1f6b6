"""Sessions in calendars: one as a file, and a person's own by a secret address. Nobody's name stands in them."""

import datetime
from collections.abc import Iterable

from django.urls import reverse

from accounts.access import Access
from accounts.permissions import Permission
from api import calendars
from config.today import today
from timebank.exchange import whose
from timebank.models import Session, SessionMentor, SessionPart
from timebank.sessions import acting

KEPT_DAYS = 90  # sessions that are over stay in a subscribed calendar for so long


def event(session: Session, parts: Iterable[SessionPart], address: str) -> calendars.Event:
    """The session as an event. It lasts as long as the longest share of somebody who gives."""
    assert session.starts_at is not None  # noqa: S101 - whoever asks has looked
    parts = list(parts)
    given = [part.minutes for part in parts if part.side == SessionPart.Side.GIVES]
    where = session.place or ("The link for joining is on the session's page." if session.link else "")
    return calendars.Event(
        key=f"timebank-session-{session.public_id}",
        title=f"Time bank: {session.get_topic_display()}",
        start=session.starts_at,
        end=session.starts_at + datetime.timedelta(minutes=max(given, default=session.minutes)),
        changed_at=session.changed_at,
        about=f"{who_helps_whom(parts)} {where}".strip(),
        address=address,
        sequence=session.version,
    )


def events_of(access: Access) -> list[calendars.Event]:
    """A person's own sessions: of the accounts for which they act, and those in which they are the mentor."""
    accounts = whose.accounts_of(access)
    mentoring = SessionMentor.objects.filter(person=access.user).values_list("part__session", flat=True)
    mine = Session.objects.filter(acting.of_accounts(accounts)) | Session.objects.filter(pk__in=mentoring)
    since = today() - datetime.timedelta(days=KEPT_DAYS)
    rows = mine.exclude(state=Session.State.CANCELLED).filter(starts_at__date__gte=since).distinct()
    rows = rows.prefetch_related("parts__account__area", "parts__account__organisation").order_by("starts_at", "pk")
    route = "timebank:session" if access.can(Permission.TIMEBANK_READ) else "timebank:giving-session"
    return [event(row, row.parts.all(), reverse(route, args=[row.public_id])) for row in rows]


def who_helps_whom(parts: Iterable[SessionPart]) -> str:
    """`NHS Bristol helps NHS Kernow.`"""
    parts = list(parts)
    giving = [part.account.name for part in parts if part.side == SessionPart.Side.GIVES]
    helped = [part.account.name for part in parts if part.side == SessionPart.Side.RECEIVES]
    return f"{listed(giving)} {'helps' if len(giving) == 1 else 'help'} {listed(helped)}."


def listed(names: list[str]) -> str:
    """`NHS Kernow, NHS Bristol and NHS Dorset`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def may_read(access: Access) -> bool:
    """Whoever acts in the time bank, or gives time."""
    return access.can(Permission.TIMEBANK_ACT) or access.can(Permission.TIMEBANK_GIVE)


MINE = calendars.Calendar(
    key="timebank-sessions",
    title="My time bank sessions",
    about="Sessions that are booked for the areas and partners you act for, and those in which you are the mentor. "
    "Nobody's name.",
    events_of=events_of,
    may_read=may_read,
)
