"""The lists in use: the starting lists, and in their place what moderators made of them.

Each line has a key. One of the starting lists' keeps its key as long as its words stay as they are, so that a new
version of the network brings its new lines to everybody, and whatever moderators changed stays theirs.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.db.models import Max

from peer_network.checks.calc import starting
from peer_network.checks.calc.phrases import Book, Phrase
from peer_network.models import PhraseEdition

List = PhraseEdition.List
USUAL_POINTS = 2  # of a hint that was written before hints had points
_KEYS = uuid.UUID("5b0b6a52-6c1e-4a53-9a52-2d6f3a6f5d11")


@dataclass(frozen=True)
class Line:
    """One line as it is now. `edition` is the moderators' newest; None: as it came with the starting lists."""

    key: uuid.UUID
    list: str
    pattern: str
    unless: str = ""
    name: str = ""
    points: int = 0
    is_active: bool = True
    edition: PhraseEdition | None = None

    @property
    def list_words(self) -> str:
        return str(List(self.list).label)


@dataclass(frozen=True)
class InUse:
    """What the checks look with."""

    book: Book
    blocked_sites: tuple[str, ...]


def lines() -> list[Line]:
    """Every line, also those switched off: the starting ones in their order, then the moderators' own. One query."""
    found = {line.key: line for line in _starting()}
    newest = PhraseEdition.objects.select_related("by").order_by("key", "-pk").distinct("key")
    for row in sorted(newest, key=lambda row: row.pk):
        facts = {"name": row.name, "points": row.points, "is_active": row.is_active}
        found[row.key] = Line(row.key, row.list, row.pattern, row.unless, **facts, edition=row)
    return list(found.values())


def line(key: uuid.UUID) -> Line | None:
    """The line of this key."""
    return next((each for each in lines() if each.key == key), None)


def in_use() -> InUse:
    """The lists in use, read once for each change of them. One query where they are known already."""
    newest = PhraseEdition.objects.aggregate(newest=Max("pk"))["newest"]
    if newest is None:
        return _as_they_came()
    if _kept.get("newest") != newest:
        _kept.update(newest=newest, in_use=read(lines()))
    kept: InUse = _kept["in_use"]
    return kept


_kept: dict = {}


def read(found: Iterable[Line]) -> InUse:
    """These lines as the checks use them. Raises PatternRefused."""
    active = [each for each in found if each.is_active]
    groups = {each.name: each.pattern for each in active if each.list == List.GROUPS}
    phrases = [phrase_of(each) for each in active if each.list in starting.KINDS]
    sites = tuple(each.pattern.lower() for each in active if each.list == List.BLOCKED_SITES)
    return InUse(Book(phrases, groups), sites)


def phrase_of(each: Line) -> Phrase:
    """A line of a list of phrases as the checks know it."""
    points = (each.points or USUAL_POINTS) if each.list == List.CRISIS_HINTS else 0
    family = each.name if each.list == List.CRISIS_HINTS else ""
    is_saying = each.list == List.CRISIS_SAYINGS
    return Phrase(each.pattern, starting.KINDS[each.list], each.unless, points, family, is_saying)


@cache
def _as_they_came() -> InUse:
    return InUse(starting.book(), ())


@cache
def _starting() -> tuple[Line, ...]:
    phrases = (
        Line(
            _key(name, row["pattern"]),
            name,
            row["pattern"],
            row["unless"],
            name=row.get("family") or "",
            points=int(row.get("points") or 0),
        )
        for name in starting.KINDS
        for row in starting.rows(name)
    )
    groups = (Line(_key("groups", name), "groups", words, name=name) for name, words in starting.groups().items())
    return (*phrases, *groups)


def _key(name: str, words: str) -> uuid.UUID:
    return uuid.uuid5(_KEYS, f"{name} {words}")
