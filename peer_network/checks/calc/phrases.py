"""Lists of phrases, and finding them in the words of a text.

Every step of a pattern is looked up by its word, and only ways whose every word is in the text are followed; so the
effort grows with the text, and no pattern can make it explode.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from peer_network.checks.calc.findings import Kind
from peer_network.checks.calc.patterns import Gap, Way, ways
from peer_network.checks.calc.spelling import Spelling
from peer_network.checks.calc.words import Word

UNLESS_WITHIN = 8  # words before and after a phrase in which its "unless" counts
HINTS_TOGETHER = 2  # different hints in one text that count as oblique words of crisis


@dataclass(frozen=True)
class Phrase:
    """One line of a list.

    `unless` are patterns, parted by `;`: where one of them stands within eight words of the phrase, it isn't meant.
    A hint alone says nothing; two different ones in one text count as oblique words of crisis.
    """

    text: str
    kind: Kind
    unless: str = ""
    is_hint: bool = False


@dataclass(frozen=True)
class Met:
    """A phrase that was found, and from which word to which."""

    phrase: Phrase
    first: int
    last: int


@dataclass(frozen=True)
class _Line:
    phrase: Phrase
    ways: tuple[tuple[Way, frozenset[frozenset[str]]], ...]  # each with the steps that have to be in the text
    unless: tuple[tuple[Way, frozenset[frozenset[str]]], ...]


class _Steps:
    """Every step of the lists by its words, to know quickly which of them a text holds."""

    def __init__(self, lines: Iterable[_Line]) -> None:
        self.by_word: dict[str, list[frozenset[str]]] = defaultdict(list)
        self.by_beginning: dict[str, list[frozenset[str]]] = defaultdict(list)
        steps = {step for line in lines for _, needed in (*line.ways, *line.unless) for step in needed}
        for step in steps:
            for word in step:
                if word.endswith("*"):
                    self.by_beginning[word[:-1]].append(step)
                else:
                    self.by_word[word].append(step)

    def places(self, words: Sequence[Word]) -> dict[frozenset[str], set[int]]:
        """Where each step that the text holds may stand."""
        places: dict[frozenset[str], set[int]] = defaultdict(set)
        for word, at in _by_word(words).items():
            for step in self.by_word.get(word, ()):
                places[step].update(at)
            for length in range(len(word) + 1):
                for step in self.by_beginning.get(word[:length], ()):
                    places[step].update(at)
        return places


def _by_word(words: Sequence[Word]) -> dict[str, list[int]]:
    by_word: dict[str, list[int]] = defaultdict(list)
    by_word["^"], by_word["$"] = [-1], [len(words)]
    for place, word in enumerate(words):
        for meant in word.meant:
            by_word[meant].append(place)
            if meant.isdigit() and int(meant[:4]) >= 5:
                by_word["#"].append(place)
    return by_word


@dataclass(frozen=True)
class _Text:
    words: Sequence[Word]
    places: Mapping[frozenset[str], set[int]]
    held: frozenset[frozenset[str]]

    def are_together(self, first: int, second: int) -> bool:
        """Stand in one sentence; the text's two ends belong to every sentence."""
        ends = (-1, len(self.words))
        return first in ends or second in ends or self.words[first].sentence == self.words[second].sentence


class Book:
    """The lists in use, read once and used for many texts.

    Raises PatternRefused where a pattern can't be read: lists are checked when somebody edits them.
    """

    def __init__(self, phrases: Iterable[Phrase], groups: Mapping[str, str] | None = None) -> None:
        self.lines = [_line(phrase, groups or {}) for phrase in phrases]
        self.spelling = Spelling(_sought(self.lines))
        self._steps = _Steps(self.lines)
        self.steps = 0  # words compared, for the tests of effort

    def met(self, words: Sequence[Word]) -> list[Met]:
        """The phrases that the words meet, each once, in the order of the text."""
        places = self._steps.places(words)
        text = _Text(words, places, frozenset(places))
        found = [met for line in self.lines if (met := self._line_met(text, line))]
        return sorted(found, key=lambda met: (met.first, met.last))

    def _line_met(self, text: _Text, line: _Line) -> Met | None:
        for first, last in self._stretches(text, line.ways):
            if text.words and not self._is_excused(text, line, first, last):
                return Met(line.phrase, max(first, 0), min(last, len(text.words) - 1))
        return None

    def _is_excused(self, text: _Text, line: _Line, first: int, last: int) -> bool:
        return any(
            start <= last + UNLESS_WITHIN and end >= first - UNLESS_WITHIN and text.are_together(start, first)
            for start, end in self._stretches(text, line.unless)
        )

    def _stretches(
        self, text: _Text, found: Iterable[tuple[Way, frozenset[frozenset[str]]]]
    ) -> Iterator[tuple[int, int]]:
        for way, needed in found:
            if needed <= text.held:
                yield from self._followed(text, way)

    def _followed(self, text: _Text, way: Way) -> list[tuple[int, int]]:
        """Stretches from first to last word, all ways followed at once."""
        first, *rest = way
        assert isinstance(first, frozenset)
        begun = {place: place for place in sorted(text.places[first])}
        gap = 0
        for step in rest:
            if isinstance(step, Gap):
                gap = step.most
                continue
            begun = self._next(text, begun, text.places[step], gap)
            gap = 0
            if not begun:
                break
        return sorted((start, end) for end, start in begun.items())

    def _next(self, text: _Text, begun: dict[int, int], places: set[int], gap: int) -> dict[int, int]:
        after: dict[int, int] = {}
        for end, start in begun.items():
            for place in range(end + 1, end + gap + 2):
                self.steps += 1
                if place in places and text.are_together(start, place):
                    after[place] = start
        return after


def _line(phrase: Phrase, groups: Mapping[str, str]) -> _Line:
    unless = [way for one in phrase.unless.split(";") if one.strip() for way in ways(one, groups)]
    return _Line(phrase, _needing(ways(phrase.text, groups)), _needing(unless))


def _needing(found: Iterable[Way]) -> tuple[tuple[Way, frozenset[frozenset[str]]], ...]:
    return tuple((way, frozenset(step for step in way if not isinstance(step, Gap))) for way in found)


def _sought(lines: Iterable[_Line]) -> set[str]:
    words = {word for line in lines for _, needed in (*line.ways, *line.unless) for step in needed for word in step}
    return {word.rstrip("*") for word in words if word.rstrip("*") and word != "#"}
