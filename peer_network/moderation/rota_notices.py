"""Whoever is put on the rota, or taken off it, by somebody else hears of it."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.access import Access
from accounts.models import User
from accounts.permissions import Permission
from config.today import moment
from notify.actions import notify
from notify.registry import NotificationKind, Way
from tenants.telling import whoever_may
from ui import formats

ROTA = "peers-rota"
KIND = NotificationKind(
    key=ROTA,
    label="Your hours on the rota of the peer network",
    describes="Somebody planned hours for you, on duty or on call, changed them, or took them out.",
    mail_words="Your hours on a rota have changed. Sign in to see them.",
    default=Way.AT_ONCE,
    concerns=whoever_may(Permission.PEERS_MODERATE, Permission.PEERS_SAFEGUARD),
)
AS = {"duty": "on duty", "on-call": "on call"}


def planned(kind: str, hours: list[Any], person: User, *, by: User) -> None:
    """Hours that are new to this person: the first, and how often they come again."""
    more = len(hours) - 1
    again = f"And the same hours in the {formats.plural(more, 'week')} after it." if more else ""
    _tell(person, hours[0], f"You are {AS[kind]}: {_when(hours[0])}", again, by)


def changed(kind: str, hours: Any, person: User, *, by: User) -> None:
    """Other hours than before, of the same person."""
    _tell(person, hours, f"Your hours {AS[kind]} have changed: {_when(hours)}", "", by)


def taken_out(kind: str, hours: Any, person: User, *, by: User) -> None:
    """Hours that are no longer this person's."""
    _tell(person, hours, f"You are no longer {AS[kind]}: {_when(hours)}", "", by)


def _tell(person: User, hours: Any, title: str, body: str, by: User) -> None:
    """Nobody is told of what they did themselves, or of hours that are over."""
    if person.pk == by.pk or hours.ends_at <= moment():
        return
    may_open = Access(person).can(Permission.PEERS_MODERATE)
    week = timezone.localtime(hours.starts_at).date()
    url = f"{reverse('peers:rota')}?week={week}" if may_open else ""
    notify(to=person, kind=ROTA, title=title, body=body, url=url)


def _when(hours: Any) -> str:
    """`3 August 2015, 10am to 2pm`, or with the day on which they end."""
    starts, ends = timezone.localtime(hours.starts_at), timezone.localtime(hours.ends_at)
    until = formats.time(ends) if starts.date() == ends.date() else formats.date_and_time(ends)
    return f"{formats.date(starts)}, {formats.time(starts)} to {until}"
