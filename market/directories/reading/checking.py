"""Is a document what the standard says? Every fault is told with its place, and how to mend it."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from market.directories import ids, moments
from market.directories.reports import Fault
from market.directories.shapes import Is, Shape

MOST_BYTES = 1024 * 1024  # of one document
DEEPEST = 24
FAULTS_OF_ONE = 20
# PostgreSQL keeps no NUL, and half of a character pair is no character.
UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_is_email = EmailValidator()


def faults(document: Any, shape: Shape, where: str) -> list[Fault]:
    """The first FAULTS_OF_ONE faults of a document; none where it can be taken as it is."""
    if not isinstance(document, dict):
        return [Fault(where, f"This is {_kind(document)} and not a {shape.name}.", "Send a JSON object.")]
    if fault := _unkeepable(document, where):
        return [fault]
    found = []
    for fault in _of(document, shape, where):
        found.append(fault)
        if len(found) == FAULTS_OF_ONE:
            break
    return found


def _unkeepable(document: dict[str, Any], where: str) -> Fault | None:
    if _depth_over(document, DEEPEST):
        return Fault(where, f"It is nested more than {DEEPEST} deep.", "Send it as the standard nests it.")
    text = json.dumps(document, ensure_ascii=False, default=str)
    if len(text) > MOST_BYTES:
        return Fault(where, "It is over a megabyte long.", "Shorten it, or leave it out.")
    if UNKEEPABLE.search(text) or "\\u0000" in text:
        return Fault(where, "It has a character that no text has (such as NUL).", "Take the character out.")
    return None


def _of(document: dict[str, Any], shape: Shape, where: str) -> Iterator[Fault]:
    for name in shape.needed:
        if document.get(name) in (None, ""):
            yield Fault(f"{where}.{name}", "This is missing.", f"Every {shape.name} needs it.")
    for name, value in document.items():
        # Feeds leave a field out, or send null: both say that there is nothing.
        if value is None or (value == "" and name in shape.needed):
            continue
        place = f"{where}.{name}"
        if name in shape.plain:
            yield from _plain(value, shape.plain[name], place)
        elif name in (shape.words or {}):
            yield from _words(value, (shape.words or {})[name], place)
        elif name in (shape.one or {}):
            yield from _one(value, (shape.one or {})[name], place)
        elif name in (shape.many or {}):
            yield from _many(value, (shape.many or {})[name], place)


def _one(value: Any, shape: Shape, place: str) -> Iterator[Fault]:
    if isinstance(value, dict):
        yield from _of(value, shape, place)
    else:
        yield Fault(place, f"This is {_kind(value)} and not a {shape.name}.", "Send a JSON object.")


def _many(value: Any, shape: Shape, place: str) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(place, f"This is {_kind(value)} and not a list.", "Send a list, also for one.")
        return
    for number, each in enumerate(value):
        yield from _one(each, shape, f"{place}[{number}]")


def _words(value: Any, known: tuple[str, ...], place: str) -> Iterator[Fault]:
    if value not in known:
        yield Fault(place, f"{_short(value)} is not one of the standard’s words.", f"Write one of: {', '.join(known)}.")


def _plain(value: Any, kind: Is, place: str) -> Iterator[Fault]:
    if kind == Is.NUMBER:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            yield Fault(place, f"This is {_kind(value)} and not a number.", "Send a number without quotation marks.")
        return
    if not isinstance(value, str):
        yield Fault(place, f"This is {_kind(value)} and not text.", "Send it in quotation marks.")
    elif value and not _is_written_as(value, kind):
        yield Fault(place, f"{_short(value)} is not {WRITTEN[kind][0]}.", WRITTEN[kind][1])


WRITTEN = {
    Is.UUID: ("a UUID", "Write it as ac148810-d857-441c-9679-408f346de14b."),
    Is.ADDRESS: ("a web address", "Begin it with https:// or http://."),
    Is.EMAIL: ("an e-mail address", "Write it as name@example.org."),
    Is.MOMENT: ("a date and time", "Write it as 2023-03-15T10:30:45.123Z."),
}


def _is_written_as(value: str, kind: Is) -> bool:
    if kind == Is.UUID:
        return ids.parsed(value) is not None
    if kind == Is.MOMENT:
        return moments.read(value) is not None
    if kind == Is.ADDRESS:
        return _is_address(value)
    return _is_an_email(value) if kind == Is.EMAIL else True


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"\s", value)


def _is_an_email(value: str) -> bool:
    try:
        _is_email(value)
    except ValidationError:
        return False
    return True


def _depth_over(document: Any, most: int) -> bool:
    """Without recursion: a document may be nested to break one."""
    level = [document]
    for _ in range(most):
        level = [
            child
            for each in level
            for child in (each.values() if isinstance(each, dict) else each)
            if isinstance(child, (dict, list))
        ]
        if not level:
            return False
    return True


def _kind(value: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return names.get(type(value), "nothing")


def _short(value: Any) -> str:
    text = str(value)
    return f"“{text}”" if len(text) <= 60 else f"“{text[:50]}…”"
