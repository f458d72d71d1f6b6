"""Which words of the lists a text holds, and where: worked out once for each text, for all lines together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from peer_network.checks.calc.words import Word

Words = frozenset[str]


class Steps:
    """Every step of the lists by its words, to know quickly which of them a text holds."""

    def __init__(self, steps: Iterable[Words]) -> None:
        self.by_word: dict[str, list[Words]] = defaultdict(list)
        self.by_beginning: dict[str, list[Words]] = defaultdict(list)
        for step in set(steps):
            for word in step:
                if word.endswith("*"):
                    self.by_beginning[word[:-1]].append(step)
                else:
                    self.by_word[word].append(step)

    def places(self, words: Sequence[Word]) -> dict[Words, set[int]]:
        """Where each step that the text holds may stand."""
        places: dict[Words, set[int]] = defaultdict(set)
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
class Text:
    """A text as its words, and where the steps of the lists stand in it."""

    words: Sequence[Word]
    places: Mapping[Words, set[int]]
    held: frozenset[Words]

    def are_together(self, first: int, second: int) -> bool:
        """Stand in one sentence; the text's two ends belong to every sentence."""
        ends = (-1, len(self.words))
        return first in ends or second in ends or self.words[first].sentence == self.words[second].sentence
