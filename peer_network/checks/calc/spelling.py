"""What a written word may stand for: misspelt, stretched, starred, in figures, run together.

Only words that the lists use are sought, and a word that English has is left alone: `hanging` is never `banging`.
`pyspellchecker` holds what English has, `rapidfuzz` measures how far two spellings are apart.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from rapidfuzz.distance import OSA

_LETTER_FOR = {
    "0": "o",
    "1": "il",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "9": "g",
    "@": "a",
    "$": "s",
    "!": "il",
    "€": "e",
    "£": "l",
    "|": "il",
    "+": "t",
    "2": "z",
}
_SMALL_WORDS = "i a am an as at be by do go he if im in is it me my no of on or so to up us we"
_SMALL = frozenset(_SMALL_WORDS.split())
_RUN_WORDS = "the and wanna gonna gotta cant dont wont ive was you are want going"
_RUN = frozenset(_RUN_WORDS.split())
LONGEST = 40  # letters of a word that is looked into
SWAP_ONLY, ONE_EDIT, TWO_EDITS = 3, 4, 7  # letters of the meant word from which so much is forgiven


@cache
def frequency() -> Mapping[str, int]:
    """How often each English word is met, about 160,000 of them, from pyspellchecker's list."""
    from spellchecker import SpellChecker  # read when the first text is looked at, not at start

    return SpellChecker(language="en").word_frequency.dictionary


@cache
def english() -> frozenset[str]:
    """The words that English has."""
    return frozenset(frequency())


class Spelling:
    """Finds what written words may stand for, among the words that the lists use."""

    def __init__(self, sought: Iterable[str]) -> None:
        self.sought = frozenset(sought)
        self.steps = 0  # comparisons made, for the tests of effort
        self._known: dict[str, tuple[str, ...]] = {}
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.sought):
            if len(word) >= SWAP_ONLY:
                self._by_first[word[0]].append(word)

    def meant(self, written: str) -> tuple[str, ...]:
        """The word or words that it stands for (`one|other` where it may be either); itself, where nothing is known."""
        if written in self.sought or written in english():
            return (written,)
        if written not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            self._known[written] = self._found(written[:LONGEST]) or (written,)
        return self._known[written]

    def _found(self, written: str) -> tuple[str, ...]:
        if written.isdigit():
            return (written,)
        if "*" in written:
            return self._starred(written) or tuple(
                one for part in written.split("*") if part for one in self.meant(part)
            )
        for way in _ways(written):
            if way in self.sought or way in english():
                return (way,)
        for way in _ways(written):
            if silent := next((letter + way for letter in "wkhg" if letter + way in self.sought), None):
                return (silent,)  # "rists", "nife"
            if near := self._near(way):
                return (near,)
        return next((parts for way in _ways(written) if (parts := self._apart(way))), ())

    def _starred(self, written: str) -> tuple[str, ...]:
        """`k*ll` and `s***ide`: the sought word whose other letters are the same."""
        if sum(letter.isalpha() for letter in written) < 2 or not written[0].isalpha():
            return ()
        pattern = re.compile(re.sub(r"(?:\\\*)+", "[a-z]{1,6}?", re.escape(written)))
        same = [word for word in self._by_first[written[0]] if pattern.fullmatch(word)]
        return tuple(sorted(same, key=lambda word: (len(word) != len(written), word))[:1])

    def _near(self, written: str) -> str | None:
        """The sought words with the fewest letters changed, dropped, added or swapped."""
        best: list[str] = []
        least = LONGEST
        for word in self._by_first[written[0]]:
            self.steps += 1
            forgiven = _forgiven(word, written)
            if forgiven and abs(len(word) - len(written)) <= forgiven:
                far = OSA.distance(written, word, score_cutoff=forgiven)
                if far <= min(forgiven, least):
                    best = [*best, word] if far == least else [word]
                    least = far
        return "|".join(best) or None

    def _apart(self, written: str) -> tuple[str, ...]:
        """`iwanttodie` as the fewest sought words; nothing, where it can't be cut so."""
        cuts: list[tuple[str, ...] | None] = [()] + [None] * len(written)
        for end in range(1, len(written) + 1):
            for start in range(max(0, end - 14), end):
                self.steps += 1
                before, word = cuts[start], written[start:end]
                if before is None or not self._stands_alone(word):
                    continue
                if cuts[end] is None or len(before) + 1 < len(cuts[end] or ()):
                    cuts[end] = (*before, word)
        parts = cuts[-1] or ()
        return parts if len(parts) > 1 and max(map(len, parts)) >= 3 else ()

    def _stands_alone(self, word: str) -> bool:
        """May be a part of words run together."""
        return word in _SMALL if len(word) < 3 else word in self.sought or word in _RUN


def _forgiven(word: str, written: str) -> int:
    if len(word) >= TWO_EDITS:
        return 2
    if len(word) >= ONE_EDIT:
        return 1 if len(written) >= 3 else 0
    return int(sorted(word) == sorted(written))  # `dei` for `die`


@cache
def _squeezes() -> tuple[re.Pattern[str], ...]:
    return re.compile(r"(.)\1{2,}"), re.compile(r"(.)\1+")


def _ways(written: str) -> list[str]:
    """The word as letters, then with stretched letters made two or one: `diiie`, `k1ll`, `5uicide`."""
    stretched, doubled = _squeezes()
    ways: dict[str, None] = {}
    for letters in _as_letters(written):
        for way in (
            letters,
            stretched.sub(r"\1\1", letters),
            stretched.sub(r"\1", letters),
            doubled.sub(r"\1", letters),
        ):
            if way:
                ways[way] = None
    return list(ways)


def _as_letters(written: str) -> list[str]:
    if not any(letter.isalpha() for letter in written) and not any(letter in "@$!€£|+" for letter in written):
        return [written]
    choices = [_LETTER_FOR.get(letter, letter) for letter in written if letter != "'"]
    if sum(len(choice) > 1 for choice in choices) > 4:
        choices = [choice[:1] for choice in choices]
    return ["".join(way) for way in itertools.product(*choices)] or [written]
