"""Hints weighed together: a faint one says nothing alone, several of different families may be oblique words of crisis.

Somebody who hints seldom uses one decisive phrase. They say that they are tired, that the dog has a new home, and
that nobody needs to worry. Each hint has points and a family; a family counts once, with the most of its
points. Points below nought speak against a crisis.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from peer_network.checks.calc.phrases import Met

WITHIN = 60  # words in which hints count together, so that a long post doesn't gather them by and by
ENOUGH = 3  # points from which on hints are taken for oblique words of crisis


@dataclass(frozen=True)
class Weighed:
    """The stretch of a text with the most points: its hints, one for each family, and what they come to."""

    hints: tuple[Met, ...] = ()
    points: int = 0

    @property
    def is_enough(self) -> bool:
        """They are taken for oblique words of crisis."""
        return self.points >= ENOUGH


def weigh(met: Iterable[Met]) -> Weighed:
    """The hints of a text, weighed where they stand closest."""
    by_word: dict[int, dict[str, Met]] = defaultdict(dict)
    for one in met:
        if one.phrase.is_hint:
            _keep(by_word[one.first], one)
    starts = sorted(by_word)
    stretches = (_of(_near(by_word, starts, at)) for at in range(len(starts)))
    return max(stretches, key=lambda one: one.points, default=Weighed())


def _near(by_word: Mapping[int, Mapping[str, Met]], starts: Sequence[int], at: int) -> Iterator[Met]:
    """The hints from one word on, and those before it that speak against."""
    for word in range(starts[at] - WITHIN, starts[at] + WITHIN):
        for one in by_word.get(word, {}).values() if word in by_word else ():
            if word >= starts[at] or one.phrase.points < 0:
                yield one


def _of(hints: Iterable[Met]) -> Weighed:
    kept: dict[str, Met] = {}
    for one in hints:
        _keep(kept, one)
    found = tuple(sorted(kept.values(), key=lambda one: (one.first, one.last)))
    return Weighed(found, sum(one.phrase.points for one in found))


def _keep(kept: dict[str, Met], one: Met) -> None:
    """The hint with the most points stands for its family."""
    family = _family(one)
    if family not in kept or abs(one.phrase.points) > abs(kept[family].phrase.points):
        kept[family] = one


def _family(one: Met) -> str:
    """Hints without a family are each one of their own; what speaks against never hides what speaks for."""
    return f"{one.phrase.family or one.phrase.text} {'for' if one.phrase.points > 0 else 'against'}"
