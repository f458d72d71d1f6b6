"""Changing the word lists: moderators alone, each change with its reason, none ever lost."""

import re
import uuid
from typing import Any

from django.db import transaction

import audit
from peer_network.checks import lists
from peer_network.checks.calc import starting
from peer_network.checks.calc.findings import CRISIS, Kind
from peer_network.checks.calc.looking import look
from peer_network.checks.calc.patterns import PatternRefused, ways
from peer_network.checks.calc.phrases import Book, Phrase
from peer_network.checks.errors import LineRefused, WouldHoldOrdinaryPosts
from peer_network.checks.lists import Line, List
from peer_network.models import PhraseEdition

MOST_POINTS = 3
WORDS_OF_A_SAYING = 2
_SITE = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}")
_GROUP_NAME = re.compile(r"[a-z]+(?: [a-z]+){0,3}")


@transaction.atomic
def write(
    *,
    key: uuid.UUID | None,
    list: str,  # noqa: A002 - the field's word
    pattern: str,
    why: str,
    by: Any,
    unless: str = "",
    name: str = "",
    points: int = 0,
    is_active: bool = True,
    anyway: bool = False,
) -> PhraseEdition:
    """Keep a new state of a line, or a new line where `key` is None.

    Raises LineRefused where it can't be read or breaks another line, and WouldHoldOrdinaryPosts where it is met by
    ordinary sentences and `anyway` doesn't say that this is meant.
    """
    words = {"pattern": " ".join(pattern.split()), "unless": _tidy(unless), "name": name.strip().lower()}
    made = Line(key or uuid.uuid4(), list, **words, points=points, is_active=is_active)
    _check(made)
    if is_active and not anyway and (ordinary := met_by_ordinary(made)):
        raise WouldHoldOrdinaryPosts(ordinary)
    facts = {"list": made.list, **words, "points": made.points}
    kept = PhraseEdition.objects.create(key=made.key, **facts, is_active=is_active, why=why.strip(), by=by)
    audit.record(action="peers_words.change", by=by, object=kept, detail={"list": list, "in_use": is_active})
    return kept


def met_by_ordinary(made: Line) -> list[str]:  # type: ignore[valid-type]
    """The ordinary sentences that this line alone would be met by."""
    if made.list not in (List.CRISIS_EXPLICIT, List.CRISIS_OBLIQUE):
        return []
    groups = {each.name: each.pattern for each in lists.lines() if each.list == List.GROUPS and each.is_active}
    book = Book([lists.phrase_of(made)], groups)
    return [each for each in starting.ordinary() if any(one.kind in CRISIS for one in look(each, phrases=book))]


def _check(made: Line) -> None:
    """Raises LineRefused."""
    if made.list == List.BLOCKED_SITES:
        if not _SITE.fullmatch(made.pattern.lower()):
            raise LineRefused("Write the site’s name alone, for example: example.com")
        return
    others = [each for each in lists.lines() if each.is_active and each.key != made.key]
    if made.list == List.GROUPS:
        _check_group(made, others)
        return
    _check_points(made)
    groups = {each.name: each.pattern for each in others if each.list == List.GROUPS}
    try:
        found = ways(made.pattern, groups)
    except PatternRefused as error:
        raise LineRefused(str(error)) from error
    try:
        Book([Phrase("any", Kind.UNKIND, made.unless)], groups)
    except PatternRefused as error:
        raise LineRefused(str(error), "unless") from error
    if made.list == List.CRISIS_SAYINGS and any(len(way) < WORDS_OF_A_SAYING for way in found):
        raise LineRefused("A saying has at least two words, or it would hide words of crisis. Add another word.")


def _check_points(made: Line) -> None:  # type: ignore[valid-type]
    """Hints have points, and nothing else has."""
    if made.list != List.CRISIS_HINTS and made.points:
        raise LineRefused("Only a hint has points. Choose the list of hints, or leave this empty.", "points")
    if made.list == List.CRISIS_HINTS and not 1 <= abs(made.points) <= MOST_POINTS:
        raise LineRefused("Give a hint one to three points. Below nought, it speaks against a crisis.", "points")


def _check_group(made: Line, others: list[Line]) -> None:  # type: ignore[valid-type]
    """A group has a name of its own, and every line that uses it can still be read."""
    if not _GROUP_NAME.fullmatch(made.name):
        raise LineRefused("Name the group in one to four small words, for example: family members", "name")
    if any(each.list == List.GROUPS and each.name == made.name for each in others):
        raise LineRefused("There is a group of this name already. Change that one, or choose another name.", "name")
    users = [each for each in others if f"{{{made.name}}}" in each.pattern + each.unless]
    try:
        if made.is_active:
            ways(f"({made.pattern})", {each.name: each.pattern for each in others if each.list == List.GROUPS})
        groups = [each for each in others if each.list == List.GROUPS]
        lists.read([*users, *groups, made])
    except PatternRefused as error:
        words = f"{len(users)} lines use this group and could no longer be read." if users else str(error)
        raise LineRefused(words) from error


def _tidy(unless: str) -> str:
    """`a;b` on one line, from one pattern a line or `;` between them."""
    return ";".join(" ".join(each.split()) for each in re.split(r"[;\n]", unless) if each.strip())
