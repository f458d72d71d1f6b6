"""Events in calendars: public ones for everybody, and a member's own by a secret address. Nobody is named in them."""

import datetime
from collections.abc import Iterable

from django.urls import reverse

from accounts.access import Access
from accounts.permissions import Permission
from api import calendars
from peer_network.models import GroupEvent
from peer_network.support.gatherings import queries

KEPT_DAYS = 90  # events that are over stay in a subscribed calendar for so long
TITLE = "Peer support groups and events"


def event(row: GroupEvent) -> calendars.Event:
    """One event. One that is cancelled says so: a telephone that has it would go on showing it otherwise."""
    where = "Online" if row.is_online else f"{row.place}, {row.group.town}".strip(", ")
    return calendars.Event(
        key=f"peers-event-{row.public_id}",
        title=f"Cancelled: {row.title}" if row.cancelled_at else row.title,
        start=row.starts_at,
        end=row.ends_at,
        changed_at=row.changed_at,
        about=f"{row.group.title}. {where}.",
        address=reverse("peers:event", args=[row.public_id]),
        sequence=row.version,
    )


def public_events() -> list[calendars.Event]:
    """What everybody may know of."""
    return _lately(queries.shown_events(is_member=False))


def events_of(access: Access) -> list[calendars.Event]:
    """Those that a person said they come to."""
    rows = queries.shown_events(is_member=True).filter(comers__member__user=access.user)
    return _lately(rows)


def _lately(rows: Iterable[GroupEvent]) -> list[calendars.Event]:
    since = queries.start_of_today() - datetime.timedelta(days=KEPT_DAYS)
    return [event(row) for row in rows.filter(ends_at__gte=since)]  # type: ignore[attr-defined]


def may_read(access: Access) -> bool:
    """Whoever may be a member."""
    return access.can(Permission.PEERS_TAKE_PART)


MINE = calendars.Calendar(
    key="peers-events",
    title="Events of the peer network that I come to",
    about="Meetings of local groups that you said you come to. Nobody’s name.",
    events_of=events_of,
    may_read=may_read,
)
