"""Reading notifications and choices."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Func, IntegerField, Q, QuerySet
from django.db.models.functions import Now

from config.prepared import Prepared
from notify import registry
from notify.models import Mail, Notification, Preference
from notify.registry import DIGESTS, EVERY_DIGEST, Way


def visible_to(access: Any) -> QuerySet[Notification]:
    """A person's notifications, without those of areas that they are no longer of, or that are suspended."""
    return _those_of(access.user.pk, ["", *_slugs(access)])


def _slugs(access: Any) -> list[str]:
    return [area.slug for area in access.areas()]


def _those_of(person: int, slugs: list[str]) -> QuerySet[Notification]:
    return Notification.objects.filter(to=person, area_slug__in=slugs)


def listed(access: Any, *, state: str = "", kind: str = "") -> QuerySet[Notification]:
    """For the page: what isn't read first, then the newest. `state` is "unread", "read" or empty."""
    found = visible_to(access)
    if state:
        found = found.filter(read_at__isnull=state == "unread")
    if kind:
        found = found.filter(kind=kind)
    is_read = ExpressionWrapper(Q(read_at__isnull=False), output_field=BooleanField())
    return found.annotate(is_read=is_read).order_by("is_read", "-created_at", "-pk")


def unread_count(access: Any) -> int:
    """How many the header names."""
    return _unread(access.user.pk, ["", *_slugs(access)])[0]


def kinds_of(access: Any) -> list[str]:
    """The kinds of which this person has anything."""
    return list(visible_to(access).order_by("kind").values_list("kind", flat=True).distinct())


def ways_of(user: Any) -> dict[str, Way]:
    """How a person hears of every registered kind. One query."""
    chosen = {row.kind: Way(row.way) for row in Preference.objects.filter(user=user)}
    return {kind.key: _way(kind, chosen) for kind in registry.all_kinds()}


def _way(kind: registry.NotificationKind, chosen: dict[str, Way]) -> Way:
    if kind.key in chosen:
        return chosen[kind.key]
    return Way.PAGE if kind.default in DIGESTS and EVERY_DIGEST in chosen else kind.default


def late_mails(user: Any) -> int:
    """E-mails to this person that were tried, or should have been, and wait."""
    return Mail.objects.filter(to=user, state=Mail.State.QUEUED).filter(Q(tries__gt=0) | ~Q(last_error="")).count()


def mails_to(address: str, kind: str, since: datetime.datetime) -> int:
    """How many e-mails of a kind were recorded for an address since then, sent or not."""
    return Mail.objects.filter(address__iexact=address, kind=kind, created_at__gte=since).count()


def due_mails(limit: int) -> Iterable[Mail]:
    """E-mails whose time has come, the oldest first."""
    return Mail.objects.filter(state=Mail.State.QUEUED, due_at__lte=Now()).order_by("due_at", "pk")[:limit]


def _unread_of(person: int, slugs: list[str]) -> QuerySet[Notification, int]:
    # Not an aggregate of Django's: `count()` is no query that can be prepared.
    count = Func(template="count(*)", output_field=IntegerField())
    return _those_of(person, slugs).filter(read_at__isnull=True).order_by().values_list(count, flat=True)


_unread: Prepared[int] = Prepared(_unread_of)
