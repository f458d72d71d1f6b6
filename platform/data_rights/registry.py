"""What each package and room knows of a person: handed out, erased, or kept by law.

    registry.register(Part("notices", "Messages to you", models=("notify.Notice",), export=…, erase=…, keeps=…))

A test holds that every model with personal fields belongs to exactly one part.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Section:
    """One list of a person's copy: `head` and `rows` in plain words, `records` the same for a machine.

    `rows` are texts in the order of `head`; `records` are JSON. Names of other people stand in neither.
    """

    key: str
    title: str
    head: list[str]
    rows: list[list[str]]
    records: list[dict[str, Any]]
    words: str = ""


@dataclass(frozen=True)
class Kept:
    """Something that stays when a person is erased: what, why (the law or the need), and until when, in words."""

    what: str
    why: str
    until: str
    count: int = 0


def _nothing_kept(user: Any) -> list[Kept]:
    return []


def _nothing_to_warn(user: Any) -> list[str]:
    return []


@dataclass(frozen=True)
class Part:
    """One part of what is known of a person.

    `models` are the labels ("notify.Notice") it answers for. `export(user)` gives the person's sections.
    `erase(user, by)` runs inside the one transaction of the whole erasure and returns a sentence for each thing done;
    files and caches go after commit. `keeps(user)` lists what stays. `warns(user)` are sentences to say before, and
    `refuses(user)` reasons why it can't be done yet. Lower orders are shown first and erased first; the account itself
    is 90.
    """

    key: str
    title: str
    models: tuple[str, ...]
    export: Callable[[Any], Iterable[Section]]
    erase: Callable[[Any, Any], Iterable[str]]
    keeps: Callable[[Any], list[Kept]] = field(default=_nothing_kept)
    warns: Callable[[Any], list[str]] = field(default=_nothing_to_warn)
    refuses: Callable[[Any], list[str]] = field(default=_nothing_to_warn)
    order: int = 50


_parts: dict[str, Part] = {}


def register(part: Part) -> None:
    """Add a part; raises ValueError where the key or one of its models is another's already."""
    for other in _parts.values():
        taken = set(other.models) & set(part.models)
        if other.key != part.key and taken:
            raise ValueError(f"{', '.join(sorted(taken))} belongs to the part {other.key!r} already.")
    if _parts.setdefault(part.key, part) != part:
        raise ValueError(f"There is another part called {part.key!r}.")


def unregister(key: str) -> None:
    """Take a part away again; for tests that registered one."""
    _parts.pop(key, None)


def parts() -> list[Part]:
    """Every part, in order."""
    return sorted(_parts.values(), key=lambda part: (part.order, part.key))
