"""The words of a text as names may be made of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from peer_network.checks.calc.known import no_surnames, surnames
from peer_network.checks.calc.same_words import MEANT
from peer_network.checks.calc.spelling import frequency

RARE = 600  # times in pyspellchecker's 1.6 thousand million words: "hoist" is more common, "Frobisher" isn't
_TITLES = "mr mrs miss mx dr prof professor rev reverend cllr councillor mister missus missis ms"
_OFFICES = "doctor nurse sister matron sir dame lord lady judge pc sergeant sgt father canon sr justice constable"
_PARTICLES = "van von der den de da del della di la le el al bin bint ap ab ter dos st mac mc ul ur"
TITLES, OFFICES, PARTICLES = (frozenset(said.split()) for said in (_TITLES, _OFFICES, _PARTICLES))
ORGANISED = frozenset({"house", "street", "place", "day", "park", "hall", "church", "lodge", "drive", "road", "cross"})
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]{0,30}")


@dataclass(frozen=True)
class NameWord:
    """One word, its place in the plain text, and how it is looked up."""

    word: str
    start: int
    end: int
    low: str
    is_capital: bool

    @classmethod
    def of(cls, found: re.Match[str]) -> "NameWord":
        low = found[0].lower().removesuffix("'s").strip("'-")
        return cls(found[0], found.start(), found.end(), low, found[0][0].isupper())

    @property
    def is_surname(self) -> bool:
        """In the list of surnames, also the first half of a double one."""
        return self.low in surnames() or ("-" in self.low and self.low.split("-")[0] in surnames())

    @property
    def is_no_name(self) -> bool:
        return self.low in no_surnames() or self.low in ORGANISED

    @property
    def is_rare(self) -> bool:
        """No word that people write for something else."""
        return _is_rare(self.low)


@cache
def _is_rare(word: str) -> bool:
    return len(word) > 2 and frequency().get(word, 0) < RARE and word not in MEANT and word not in no_surnames()


def name_words(text: str) -> list[NameWord]:
    """The words of a plain text."""
    return [NameWord.of(found) for found in _WORD.finditer(text)]


def are_beside(text: str, first: NameWord, second: NameWord, signs: str = r"[ .]{1,2}") -> bool:
    """Nothing but these signs stands between two words."""
    return bool(re.fullmatch(signs, text[first.end : second.start]))


def following(text: str, words: Sequence[NameWord], at: int) -> list[NameWord]:
    """Up to three words from here that may be one name after a title."""
    found: list[NameWord] = []
    for place in range(at, min(at + 3, len(words))):
        word, before = words[place], words[place - 1]
        if not are_beside(text, before, word):
            break
        if found and found[0].is_capital and not word.is_capital and word.low not in PARTICLES:
            break
        if found and word.is_no_name and not word.is_surname:
            break
        if found and "." in text[before.end : word.start] and len(before.word) > 1:
            break
        found.append(word)
    return found
