"""Notifications, ready for a page or a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from files.tables import Table
from notify import registry
from notify.models import Notification
from ui import formats

FILE_HEAD = ["When", "About", "Title", "Text", "Area", "Read"]


@dataclass(frozen=True)
class Shown:
    """One notification as the list draws it."""

    title: str
    body: str
    about: str
    href: str
    is_new: bool
    read_href: str


def shown(notifications: Iterable[Notification], access: Any) -> list[Shown]:
    """In the order given. The address of each is its own; it leads on to what it tells of."""
    names = {area.slug: area.name for area in access.areas()}
    return [_one(each, names) for each in notifications]


def _one(each: Notification, names: dict[str, str]) -> Shown:
    facts = [registry.label_of(each.kind), names.get(each.area_slug, ""), formats.date_and_time(each.created_at)]
    return Shown(
        title=each.title,
        body=each.body,
        about=" · ".join(filter(None, facts)),
        href=each.get_absolute_url(),
        is_new=each.read_at is None,
        read_href=reverse("notify:read", args=[each.public_id]),
    )


def file_table(notifications: Iterable[Notification]) -> Table:
    """The list for a file, under FILE_HEAD."""
    day, rows = timezone.localdate(), tuple(file_rows(notifications))
    return Table("notifications", "Notifications", tuple(FILE_HEAD), rows, as_at=day, source="this site")


def file_rows(notifications: Iterable[Notification]) -> list[list[Any]]:
    """One line each for a file, under FILE_HEAD."""
    return [
        [
            formats.date_and_time(each.created_at),
            registry.label_of(each.kind),
            each.title,
            each.body,
            each.area_slug,
            formats.date_and_time(each.read_at) if each.read_at else "No",
        ]
        for each in notifications
    ]
