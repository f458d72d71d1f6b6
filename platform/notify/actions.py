"""Telling people of what is new, and what they do with it."""

from collections.abc import Iterable
from datetime import date as Date
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from accounts.access import Access
from accounts.models import User
from notify import letters, mails, queries, registry
from notify.errors import AddressElsewhere, NotInTransaction, WayNotAllowed
from notify.models import Notification, Preference
from notify.registry import DIGESTS, EVERY_DIGEST, Way


def notify(
    *,
    to: User,
    kind: str,
    title: str,
    url: str = "",
    body: str = "",
    area: Any = None,
    key: str | None = None,
    by: Any = None,
    number: int | None = None,
    date: Date | None = None,
    quietly: bool = False,
) -> Notification | None:
    """Tell one person, in the caller's transaction; by e-mail too where they chose so.

    `title`, `body` and `url` (a path of this site) are for the page alone; the e-mail has the kind's fixed words,
    with `number` and `date` in their slots. The same `key` again tells nothing again. `area`: shown to its members
    only. `quietly`: on the page only, whatever they chose.

    None where nobody was told: the account is closed, they did it themselves (`by`), they aren't of the area, they
    want none, or were told before. Raises UnknownKind, NotInTransaction, AddressElsewhere.
    """
    found = registry.get(kind)
    if not connection.in_atomic_block:
        raise NotInTransaction(kind)
    if url and not is_path_of_ours(url):
        raise AddressElsewhere(url)
    if not to.is_active or to == by or (area is not None and not Access(to).is_member_of(area)):
        return None
    way = Way.PAGE if quietly else queries.ways_of(to).get(kind, found.default)
    if way == Way.NONE:
        return None
    facts = {
        "title": title[:200],
        "body": body,
        "url": url,
        "area_slug": area.slug if area else "",
        "waits_for": way if way in DIGESTS else "",
    }
    if key is None:
        made, is_new = Notification.objects.create(to=to, kind=kind, **facts), True
    else:
        made, is_new = Notification.objects.get_or_create(to=to, kind=kind, key=key[:200], defaults=facts)
    if is_new and way == Way.AT_ONCE:
        letter = letters.of_notification(made, number=number, date=date)
        made.mail = mails.record(letter, to=to, kind=kind)
        made.save(update_fields=["mail"])
    return made if is_new else None


def notify_all(*, to: Iterable[User], **facts: Any) -> list[Notification]:
    """`notify` for each of several people; the notifications that were made."""
    people = {person.pk: person for person in to}
    return [made for person in people.values() if (made := notify(to=person, **facts)) is not None]


def is_path_of_ours(url: str) -> bool:
    """True for `/areas/kernow/`; false for anything a browser would take for another site."""
    return url.startswith("/") and not url.startswith("//") and "\\" not in url and url.isprintable()


def mark_read(notifications: QuerySet[Notification]) -> int:
    """Mark what isn't read yet; returns how many."""
    return notifications.filter(read_at__isnull=True).update(read_at=Now())


@transaction.atomic
def choose(*, by: User, ways: dict[str, Way]) -> None:
    """How a person wants to hear of these kinds from now on. Raises UnknownKind, WayNotAllowed.

    What waits for a summary follows the new choice; what would now go out at once has waited, and stays in it.
    """
    for key, way in ways.items():
        kind = registry.get(key)
        if way not in kind.ways:
            raise WayNotAllowed(kind.label)
        _set(by, key, way)
        waiting = Notification.objects.filter(to=by, kind=key).exclude(waits_for="")
        if way != Way.AT_ONCE:
            waiting.update(waits_for=way if way in DIGESTS else "")


@transaction.atomic
def leave(*, by: User, kind: str) -> None:
    """No e-mails of this kind any more, or (`digest`) no summaries; the page goes on showing what is new."""
    if kind != EVERY_DIGEST:
        _set(by, kind, Way.PAGE)
        Notification.objects.filter(to=by, kind=kind).update(waits_for="")
        return
    Preference.objects.filter(user=by, way__in=DIGESTS).update(way=Way.PAGE)
    _set(by, EVERY_DIGEST, Way.PAGE)
    Notification.objects.filter(to=by).exclude(waits_for="").update(waits_for="")


def _set(user: User, kind: str, way: Way) -> None:
    Preference.objects.update_or_create(user=user, kind=kind, defaults={"way": way})
