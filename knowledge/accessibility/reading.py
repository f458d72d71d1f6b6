"""How hard a text is to read: Flesch-Kincaid, with syllables counted by their vowels.

Source of the formula: Kincaid, Fishburne, Rogers and Chissom (1975), Research Branch Report 8-75, Naval Air Station
Memphis. It counts years of school in the United States, where the first begins at about six. It is an estimate: a text
of short sentences in short words can still be hard to follow.
"""

import re
from dataclasses import dataclass

AGE_AT_SCHOOL_YEAR_0 = 5
VOWELS = re.compile(r"[aeiouy]+")
WORDS = re.compile(r"[A-Za-z][A-Za-z'’-]*")
SENTENCE_ENDS = re.compile(r"(?<=[.!?:])\s+")


@dataclass(frozen=True)
class Reading:
    """A text in numbers; `age` is None for a text of fewer than 30 words, which says nothing."""

    words: int
    sentences: int
    age: float | None


def of(text: str) -> Reading:
    """The reading age of a plain text whose sentences are separated by blanks or lines."""
    parts = sentences(text)
    words = [word for part in parts for word in WORDS.findall(part)]
    if len(words) < 30:
        return Reading(len(words), len(parts), None)
    sounded = sum(syllables(word) for word in words)
    school_year = 0.39 * len(words) / len(parts) + 11.8 * sounded / len(words) - 15.59
    return Reading(len(words), len(parts), round(max(school_year, 0) + AGE_AT_SCHOOL_YEAR_0, 1))


def sentences(text: str) -> list[str]:
    """The sentences of a text: each line is at least one, so that a list isn't one long sentence."""
    found = [part.strip() for line in text.splitlines() for part in SENTENCE_ENDS.split(line)]
    return [part for part in found if WORDS.search(part)]


def syllables(word: str) -> int:
    """How many syllables an English word has, by its vowels; at least one."""
    plain = word.lower().strip("'’-")
    count = len(VOWELS.findall(plain))
    # The e at the end of "care" is silent; the one of "table" is not.
    if plain.endswith("e") and not plain.endswith("le") and count > 1:
        count -= 1
    return max(count, 1)
