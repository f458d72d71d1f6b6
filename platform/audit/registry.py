"""The actions that an audit row may tell of, each with the words people read."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.conf import settings

from audit.errors import UnknownAction

SHAPE = re.compile(r"^[a-z_]+\.[a-z_]+$")


class Kind(StrEnum):
    """What sort of thing was done, for narrowing the list."""

    CHANGE = "change"
    READ = "read"
    EXPORT = "export"
    SIGN_IN = "sign-in"


KIND_WORDS = {
    Kind.CHANGE: "Changes",
    Kind.READ: "Looked at personal data",
    Kind.EXPORT: "Took data out",
    Kind.SIGN_IN: "Signing in and out",
}

_words: dict[str, str] = {}
_kinds: dict[str, Kind] = {}
_things: dict[str, Callable[[Any], str]] = {}
_lookups: dict[str, Callable[[list[str]], dict[str, str]]] = {}
_details: dict[str, Callable[[str], str]] = {}


def register(action: str, words: str, kind: Kind = Kind.CHANGE) -> None:
    """Allow the action `noun.verb`; `words` say it in the past tense: "Changed a plan".

    Raises ValueError where the shape is wrong or the action has other words already.
    """
    if not SHAPE.match(action):
        raise ValueError(f"An audit action is written noun.verb in small letters, not {action!r}.")
    if _words.setdefault(action, words) != words:
        raise ValueError(f"The audit action {action!r} is registered already, as {_words[action]!r}.")
    _kinds[action] = Kind(kind)


def words_for(action: str) -> str:
    """What the action is called on a page; raises UnknownAction."""
    try:
        return _words[action]
    except KeyError:
        raise UnknownAction(action) from None


def all_actions() -> dict[str, str]:
    """Every registered action and its words, in order of the words."""
    return dict(sorted(_words.items(), key=lambda pair: pair[1]))


def kind_of(action: str) -> Kind:
    """What sort of action it is; raises UnknownAction."""
    words_for(action)
    return _kinds[action]


def actions_of(kind: str) -> list[str]:
    """The registered actions of this sort."""
    return [action for action, each in _kinds.items() if each == kind]


def register_thing(label: str, words: Callable[[Any], str]) -> None:
    """Say how a row of this model ("accounts.Invitation") is called in the audit, where `str()` would name a person."""
    _things[label.lower()] = words


def register_lookup(label: str, find: Callable[[list[str]], dict[str, str]]) -> None:
    """Say what rows of this model are called now: ids -> words, in one query. Nothing is written for them."""
    _things[label.lower()] = lambda thing: ""
    _lookups[label.lower()] = find


def lookups() -> dict[str, Callable[[list[str]], dict[str, str]]]:
    """Label -> how to find the words that are not written into rows."""
    return dict(_lookups)


def register_detail(name: str, words: Callable[[str], str]) -> None:
    """Say how pages write a detail of this name: `role` as "Area lead", where the row holds `area-lead`."""
    _details[name] = words


def words_of_detail(name: str, value: str) -> str:
    """The detail as people read it; as it was written where nobody said otherwise."""
    return _details[name](value) if name in _details else value


def words_of_thing(thing: Any) -> str:
    """A thing in words that name no person: the registered words, nothing where they are looked up, or its own."""
    label = thing._meta.label_lower
    if label == settings.AUTH_USER_MODEL.lower():
        return ""
    return str(_things.get(label, str)(thing))
