"""A text as words: each with its place, its sentence and what it may stand for, after the spelling is tolerated."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from peer_network.checks.calc.plain import Plain
from peer_network.checks.calc.same_words import MEANT, OR_MEANT, PASSED_OVER, TOGETHER
from peer_network.checks.calc.spelling import Spelling

# Letters, with the signs that people put in the place of letters.
_WORD = re.compile(r"[a-z0-9$@*][a-z0-9'$@*!€£|+]{0,60}")
_SPACED_OUT = re.compile(r"(?<![a-z0-9'*])[a-z0-9*$@!](?:[ .\-_/,*]{1,3}[a-z0-9*$@!](?![a-z0-9'*$@])){3,40}")
_ENDS = re.compile(r"(?<![.])[.?!]+(?=\s)(?<!\.\.)|\n\s*\n|[;:](?=\s)")
SHORT_SENTENCE = 2  # "Kill. Myself." is one sentence to us


@dataclass(frozen=True)
class Word:
    """One word as it is taken: what it may stand for, its place in the plain text, and the number of its sentence."""

    meant: frozenset[str]
    start: int
    end: int
    sentence: int


def words(plain: Plain, spelling: Spelling) -> list[Word]:
    """The words of a text, without those that change nothing."""
    found: list[Word] = []
    taken: dict[str, tuple[str, ...]] = {}
    sentence, since, before = 0, 0, 0
    for start, end, written in _written(_lowered(plain.text)):
        if since >= SHORT_SENTENCE and _ENDS.search(plain.text, before, start + 1):
            sentence, since = sentence + 1, 0
        before = end
        since += 1
        if written not in taken:
            taken[written] = taken_as(written, spelling)
        for one in taken[written]:
            if one not in PASSED_OVER or (found and any((last, one) in TOGETHER for last in found[-1].meant)):
                meant = one.split("|")
                found.append(
                    Word(frozenset(meant).union(*(OR_MEANT.get(each, ()) for each in meant)), start, end, sentence)
                )
    return _joined(found)


def taken_as(written: str, spelling: Spelling) -> tuple[str, ...]:
    """The words that one written word stands for: `can't` is `can not`, `killmyself` is `kill myself`."""
    bare = written.rstrip("!|+'@").lstrip("@") or written
    for way in (written, bare):
        if way in MEANT:
            return MEANT[way]
    if bare.endswith("'s"):
        bare = bare[:-2]
    return tuple(one for word in spelling.meant(bare.strip("'")) for one in MEANT.get(word, (word,)))


def _written(text: str) -> Iterable[tuple[int, int, str]]:
    """Each word as it stands, in order; letters that were spaced out come as one word."""
    at = 0
    for apart in _SPACED_OUT.finditer(text):
        yield from ((one.start(), one.end(), one[0]) for one in _WORD.finditer(text, at, apart.start()))
        yield apart.start(), apart.end(), re.sub(r"[^a-z0-9$@!]", "", apart[0])
        at = apart.end()
    yield from ((one.start(), one.end(), one[0]) for one in _WORD.finditer(text, at))


def _lowered(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(letter.lower()[:1] for letter in text)


def _joined(found: list[Word]) -> list[Word]:
    joined: list[Word] = []
    for word in found:
        if joined and (one := _together(joined[-1], word)):
            last = joined.pop()
            word = Word(frozenset({one}), last.start, word.end, last.sentence)
        joined.append(word)
    return joined


def _together(first: Word, second: Word) -> str | None:
    return next((TOGETHER[a, b] for a in first.meant for b in second.meant if (a, b) in TOGETHER), None)
