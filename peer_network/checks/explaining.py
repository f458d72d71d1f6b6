"""Why a text is taken for what it is: the lines that it meets, and what its hints come to. For moderators who try."""

from dataclasses import dataclass

from peer_network.checks import lists
from peer_network.checks.calc.hints import Weighed, weigh
from peer_network.checks.calc.phrases import Met
from peer_network.checks.calc.plain import plain
from peer_network.checks.calc.starting import KINDS
from peer_network.checks.calc.words import words
from peer_network.checks.lists import Line


@dataclass(frozen=True)
class Why:
    """A line that is met, by which words; `counts` where a hint is one of those that are weighed together."""

    quoted: str
    line: Line
    points: int
    counts: bool


@dataclass(frozen=True)
class Explained:
    """The lines met, in the order of the text, and the points of the hints that stand closest."""

    lines: tuple[Why, ...]
    points: int


def explained(text: str) -> Explained:
    """Every line that the text meets with the lists as they are now. Nothing is kept; two queries."""
    book = lists.in_use().book
    shown = plain(text)
    read = words(shown, book.spelling)
    met = book.met(read)
    weighed = weigh(met)
    by_phrase = {lists.phrase_of(each): each for each in lists.lines() if each.is_active and each.list in KINDS}

    def why(one: Met) -> Why:
        line = by_phrase[one.phrase]
        start, end = shown.span(read[one.first].start, read[one.last].end)
        return Why(text[start:end], line, one.phrase.points, _counts(one, weighed))

    return Explained(tuple(why(one) for one in met), weighed.points)


def _counts(one: Met, weighed: Weighed) -> bool:
    return not one.phrase.is_hint or one in weighed.hints
