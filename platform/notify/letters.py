"""The texts of our own e-mails: the kind's fixed words, links that tell nothing, and the way to leave."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from typing import Any

from django.conf import settings
from django.urls import reverse

from notify import registry, sealing
from notify.models import Notification
from ui import branding, formats

WIDTH = 72  # letters in a line


@dataclass(frozen=True)
class Letter:
    """An e-mail before it has an address: plain text only."""

    subject: str
    body: str
    headers: dict[str, str] = field(default_factory=dict)


def of_notification(notification: Notification, *, number: int | None = None, date: Date | None = None) -> Letter:
    """The e-mail that tells of one notification at once. Of the notification itself only its opaque id is used."""
    kind = registry.get(notification.kind)
    words = kind.mail_words.format(number=_number(number), date=_date(date))
    lines = [words]
    if kind.mail_may_name:
        lines.append(notification.title)
    lines += ["Read it here, after you have signed in:", link(notification.get_absolute_url())]
    why = "You get this e-mail because you chose to hear of this at once."
    return _letter(kind.label, lines, why, notification.to, kind.key)


def of_digest(user: Any, counts: Mapping[str, int]) -> Letter:
    """The summary for one person: how many there are of each kind (key → number), each with a link to its list."""
    total = sum(counts.values())
    lines = [f"There {'is one new thing' if total == 1 else f'are {total} new things'} for you."]
    for key, count in sorted(counts.items(), key=lambda pair: registry.label_of(pair[0])):
        lines.append(f"{registry.label_of(key)}: {count}\n{link(reverse('notify:list'))}?kind={key}")
    why = "You get this summary because you chose it."
    return _letter("Your summary", lines, why, user, registry.EVERY_DIGEST)


def to_an_address(*, subject: str, lines: list[str], why: str, leave: str) -> Letter:
    """A letter to an address without an account: fixed words and opaque links only, like every other.

    `leave` is the whole address at which its reader stops these letters with one click.
    """
    parts = ["Hello", *lines, f"{why} To get no more of them, open this link and press the button:", leave]
    return _put_together(subject, parts, leave)


def link(path: str) -> str:
    """The whole address of a path."""
    return settings.SITE_URL.rstrip("/") + path


def leaving_link(user: Any, kind: str) -> str:
    """The address at which this person leaves these e-mails, without signing in."""
    return link(reverse("notify:leave", args=[sealing.leaving_token(user.public_id, kind)]))


def _letter(subject: str, lines: list[str], why: str, user: Any, kind: str) -> Letter:
    leave = leaving_link(user, kind)
    parts = ["Hello", *lines, f"{why} To get no more of them, open this link and press the button:", leave]
    parts += ["To choose for each kind of news:", link(reverse("notify:choices"))]
    return _put_together(subject, parts, leave)


def _put_together(subject: str, parts: list[str], leave: str) -> Letter:
    network = branding.network()
    headers = {"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    body = "\n\n".join(map(_wrapped, [*parts, network.name])) + "\n"
    return Letter(f"{subject} – {network.short_name}", body, headers)


def _wrapped(part: str) -> str:
    """Short lines; an address is never broken."""
    lines = part.split("\n")
    return "\n".join(textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False) for line in lines)


def _number(value: int | None) -> str:
    if value is None:
        return "some"
    if type(value) is not int:
        raise TypeError("The slot {number} of an e-mail takes a whole number.")
    return formats.number(value)


def _date(value: Date | None) -> str:
    if value is None:
        return "soon"
    if not isinstance(value, Date):
        raise TypeError("The slot {date} of an e-mail takes a date.")
    return formats.date(value)
