"""Lists of phrases, and finding them in the words of a text.

Every step of a pattern is looked up by its word, and only ways whose every word is in the text are followed; so the
effort grows with the text, and no pattern can make it explode.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from peer_network.checks.calc.findings import CRISIS, Kind
from peer_network.checks.calc.patterns import Gap, Way, ways
from peer_network.checks.calc.spelling import Spelling
from peer_network.checks.calc.steps import Steps, Text, Words
from peer_network.checks.calc.words import Word

UNLESS_WITHIN = 8  # words before and after a phrase in which its "unless" counts
ANYWHERE = "anywhere:"  # before an "unless" that counts wherever it stands in the text


@dataclass(frozen=True)
class Phrase:
    """One line of a list.

    `unless` are patterns, parted by `;`: where one of them stands within eight words of the phrase, in its sentence,
    it isn't meant; one after `anywhere:` counts wherever it stands.
    `points` make it a hint, which is weighed together with others of other families (`hints`); points below nought
    speak against a crisis. A saying (`is_saying`) means no harm: words of crisis that are a part of it aren't meant.
    """

    text: str
    kind: Kind
    unless: str = ""
    points: int = 0
    family: str = ""
    is_saying: bool = False

    @property
    def is_hint(self) -> bool:
        """It is weighed together with others."""
        return self.points != 0

    @property
    def is_everywhere(self) -> bool:
        """Every place where it stands matters, and not the first alone."""
        return self.is_hint or self.is_saying


@dataclass(frozen=True)
class Met:
    """A phrase that was found, and from which word to which."""

    phrase: Phrase
    first: int
    last: int


@dataclass(frozen=True)
class _Unless:
    """One way of an "unless", with the steps that have to be in the text."""

    way: Way
    needed: frozenset[Words]
    is_anywhere: bool


@dataclass(frozen=True)
class _Line:
    phrase: Phrase
    ways: tuple[Way, ...]
    unless: tuple[_Unless, ...]


class Book:
    """The lists in use, read once and used for many texts.

    Raises PatternRefused where a pattern can't be read: lists are checked when somebody edits them.
    """

    def __init__(self, phrases: Iterable[Phrase], groups: Mapping[str, str] | None = None) -> None:
        self.lines = [_line(phrase, groups or {}) for phrase in phrases]
        steps = {step for line in self.lines for step in _steps(line)}
        self.spelling = Spelling({word.rstrip("*") for step in steps for word in step} - {"", "#"})
        self._steps = Steps(steps)
        self._by_rarest = _by_rarest(self.lines)
        self.steps = 0  # words compared, for the tests of effort

    def met(self, words: Sequence[Word]) -> list[Met]:
        """The phrases that the words meet, in the order of the text: each once, hints and sayings at every place."""
        places = self._steps.places(words)
        text = Text(words, places, frozenset(places))
        found = [met for line, possible in self._possible(text) for met in self._line_met(text, line, possible)]
        said = [met for met in found if met.phrase.is_saying]
        meant = [met for met in found if met.phrase.is_saying or not _is_part_of(met, said)]
        return _each_once(sorted(meant, key=lambda met: (met.first, met.last)))

    def _possible(self, text: Text) -> Iterator[tuple[_Line, list[Way]]]:
        """The lines that the text may meet, each with the ways whose every word it holds."""
        possible: dict[int, list[int]] = defaultdict(list)
        for step in text.held:
            for number, way, needed in self._by_rarest.get(step, ()):
                if needed <= text.held:
                    possible[number].append(way)
        for number, found in sorted(possible.items()):
            line = self.lines[number]
            yield line, [line.ways[way] for way in sorted(found)]

    def _line_met(self, text: Text, line: _Line, possible: Iterable[Way]) -> Iterator[Met]:
        begun = set()
        for first, last in (stretch for way in possible for stretch in self._followed(text, way)):
            if text.words and first not in begun and not self._is_excused(text, line, first, last):
                begun.add(first)
                yield Met(line.phrase, max(first, 0), min(last, len(text.words) - 1))

    def _is_excused(self, text: Text, line: _Line, first: int, last: int) -> bool:
        return any(
            one.is_anywhere
            or (start <= last + UNLESS_WITHIN and end >= first - UNLESS_WITHIN and text.are_together(start, first))
            for one in line.unless
            if one.needed <= text.held
            for start, end in self._followed(text, one.way)
        )

    def _followed(self, text: Text, way: Way) -> list[tuple[int, int]]:
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

    def _next(self, text: Text, begun: dict[int, int], places: set[int], gap: int) -> dict[int, int]:
        after: dict[int, int] = {}
        for end, start in begun.items():
            for place in range(end + 1, end + gap + 2):
                self.steps += 1
                if place in places and text.are_together(start, place):
                    after[place] = start
        return after


def _is_part_of(met: Met, sayings: Iterable[Met]) -> bool:
    """Words of crisis that a saying shares a word with."""
    return met.phrase.kind in CRISIS and any(met.first <= said.last and said.first <= met.last for said in sayings)


def _each_once(found: Iterable[Met]) -> list[Met]:
    """The first place of each phrase, and every place of hints and sayings."""
    kept: dict[tuple[Phrase, int], Met] = {}
    for met in found:
        kept.setdefault((met.phrase, met.first if met.phrase.is_everywhere else 0), met)
    return list(kept.values())


def _line(phrase: Phrase, groups: Mapping[str, str]) -> _Line:
    unless = tuple(_unless(one.strip(), groups) for one in phrase.unless.split(";") if one.strip())
    return _Line(phrase, ways(phrase.text, groups), tuple(one for found in unless for one in found))


def _unless(written: str, groups: Mapping[str, str]) -> list[_Unless]:
    pattern = written.removeprefix(ANYWHERE)
    return [_Unless(way, _needed(way), pattern != written) for way in ways(pattern, groups)]


def _needed(way: Way) -> frozenset[Words]:
    """The steps that have to be in a text."""
    return frozenset(step for step in way if not isinstance(step, Gap))


def _steps(line: _Line) -> Iterator[Words]:
    for way in (*line.ways, *(one.way for one in line.unless)):
        yield from _needed(way)


def _by_rarest(lines: Sequence[_Line]) -> dict[Words, list[tuple[int, int, frozenset[Words]]]]:
    """Each way under that of its steps which the fewest ways have, so that few are looked at for any text."""
    found = [
        (number, way, _needed(line.ways[way])) for number, line in enumerate(lines) for way in range(len(line.ways))
    ]
    used = Counter(step for _, _, needed in found for step in needed)
    by_rarest: dict[Words, list[tuple[int, int, frozenset[Words]]]] = defaultdict(list)
    for one in found:
        by_rarest[min(one[2], key=lambda step: (used[step], sorted(step)))].append(one)
    return by_rarest
