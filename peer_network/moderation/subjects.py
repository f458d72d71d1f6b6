"""What can be reported and moderated. Each part of the room registers its own kind in its `registrations.py`.

The queue knows a subject by its kind and public id alone, so that posts, messages, files, profiles and events are
moderated by the same code, and no part imports another's models.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Subject:
    """One kind of thing that members write.

    `find(public_id)` gives the row or None. `words(row)` is what a moderator reads: a list of (heading, text).
    `author(row)` is the member whose it is, or None. `address(row)` is where a member reads it, or "".
    `show`, `hide` and `remove` change what members see of it, in the caller's transaction. `ask_change`, where it can
    be changed, hides it until its writer has changed it. `can_be_reported(row, member)`: whether this member (None for
    somebody who isn't signed in) may see it, and so report it.
    """

    kind: str
    noun: str  # "post": in sentences such as "This post was removed"
    find: Callable[[uuid.UUID], Any]
    words: Callable[[Any], list[tuple[str, str]]]
    author: Callable[[Any], Any]
    address: Callable[[Any], str]
    show: Callable[[Any], Any]
    hide: Callable[[Any], Any]
    remove: Callable[[Any], Any]
    ask_change: Callable[[Any], Any] | None = None
    can_be_reported: Callable[[Any, Any], bool] = lambda row, member: member is not None


class UnknownSubject(LookupError):
    """No part registered this kind of subject."""


_subjects: dict[str, Subject] = {}


def register(subject: Subject) -> None:
    """Add a kind; raises ValueError where the name is taken by another."""
    if _subjects.setdefault(subject.kind, subject) != subject:
        raise ValueError(f"There is another subject called {subject.kind!r}.")


def of_kind(kind: str) -> Subject:
    """The kind of this name; raises UnknownSubject."""
    try:
        return _subjects[kind]
    except KeyError:
        raise UnknownSubject(kind) from None


def all_kinds() -> list[Subject]:
    """Every kind, by name."""
    return sorted(_subjects.values(), key=lambda subject: subject.kind)
