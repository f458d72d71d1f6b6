"""The kinds of notification, which rooms register in `AppConfig.ready()`.

An e-mail is made of its kind's own fixed words and nothing else: what a room says in `title`, `body` and `url` is
shown on the page after sign-in, and never leaves it. That way no mail can tell of anybody's health.
"""

import string
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from notify.errors import UnknownKind


class Way(StrEnum):
    """How a person wants to hear of a kind."""

    PAGE = "page"
    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    NONE = "none"


DIGESTS = (Way.DAILY, Way.WEEKLY)
# What a kind's words may leave open: a whole number, a day. Nothing that could name a person or a condition.
SLOTS = {"number", "date"}
# Stands for "all summaries" where a kind's key is expected.
EVERY_DIGEST = "digest"

Concerns = Callable[[Any], bool]


def everybody(access: Any) -> bool:
    """A kind that concerns everybody who signs in."""
    return True


@dataclass(frozen=True)
class NotificationKind:
    """One kind of news.

    `label` names it where people choose ("Plans of your area"), `describes` is the sentence below. `mail_words` is
    the whole text of its e-mail: fixed, but for `{number}` and `{date}`. `may_be_off`: people may have none of it,
    not even on the page. `concerns(access)`: whether it is offered to this person. `mail_may_name` puts the
    notification's title into the e-mail too; it needs `because`, and is never right for rooms in which people tell
    of themselves.
    """

    key: str
    label: str
    describes: str
    mail_words: str
    default: Way = Way.PAGE
    may_be_off: bool = True
    concerns: Concerns = everybody
    mail_may_name: bool = False
    because: str = ""

    def __post_init__(self) -> None:
        slots = {name for _, name, _, _ in string.Formatter().parse(self.mail_words) if name is not None}
        if slots - SLOTS:
            raise ValueError(f"{self.key}: an e-mail's words may leave open {sorted(SLOTS)} only, not {sorted(slots)}.")
        if self.mail_may_name != bool(self.because):
            raise ValueError(f"{self.key}: say because=… exactly where the e-mail may name things.")
        if self.default == Way.NONE or self.key == EVERY_DIGEST:
            raise ValueError(
                f"{self.key}: a kind has a key of its own, and is heard of unless somebody says otherwise."
            )

    @property
    def ways(self) -> tuple[Way, ...]:
        """What people can choose from."""
        return tuple(Way) if self.may_be_off else tuple(way for way in Way if way is not Way.NONE)


_kinds: dict[str, NotificationKind] = {}


def register(kind: NotificationKind) -> None:
    """Add a kind; raises ValueError where the key is taken by another."""
    if _kinds.setdefault(kind.key, kind) != kind:
        raise ValueError(f"There is another kind of notification called {kind.key!r}.")


def unregister(key: str) -> None:
    """Take a kind away again; for tests that registered one."""
    _kinds.pop(key, None)


def get(key: str) -> NotificationKind:
    """The kind of this key; raises UnknownKind."""
    try:
        return _kinds[key]
    except KeyError:
        raise UnknownKind(key) from None


def label_of(key: str) -> str:
    """The kind's label; the bare key where its room is no longer installed."""
    return _kinds[key].label if key in _kinds else key


def all_kinds() -> list[NotificationKind]:
    """Every kind, by label."""
    return sorted(_kinds.values(), key=lambda kind: kind.label)
