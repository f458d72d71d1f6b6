"""Selections of people that would give a few of them away by subtraction.

Selections are compared by their people, not by how many they are. Refused, within one version of a data set:

1. two selections that are the same but for 1 to 7 people (those who are in one of them alone, both sides counted);
2. a selection that holds another one and 1 to 7 people more: that is the first case, seen from the side;
3. three selections whose counts, added and subtracted, leave 1 to 7 people: everybody, less the women, less the men.

Two selections of which each has many people that the other lacks are not refused, even if one side is small: to
subtract, a reader would need their overlap or their union as a published figure, and publishing that is case 2.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from disclosure.rules import LEAST_HIDDEN_UP_TO

Who = Set[object]


@dataclass(frozen=True, slots=True)
class TooNear:
    """The published selections that, with the new one, leave few people over."""

    others: tuple[str, ...]


def too_near(new: Who, published: Sequence[tuple[str, Who]]) -> TooNear | None:
    """The first published selections with which the new one would give 1 to 7 people away; None when it's safe.

    `published` are (name, people) of the same version. The same selection again is no difference.
    """
    # Nobody is shown as 0, which is no secret: there is nothing to subtract.
    others = _different(new, published) if new else []
    for name, people in others:
        if _few(len(new ^ people)):
            return TooNear((name,))
    names = [name for name, _ in others]
    kinds, counts = _kinds(new, [people for _, people in others])
    for i, j in combinations(range(1, len(names) + 1), 2):
        for left in _sums(kinds[:, 0], kinds[:, i], kinds[:, j]):
            if left.min(initial=0) >= 0 and left.max(initial=0) <= 1 and _few(int(left @ counts)):
                return TooNear((names[i - 1], names[j - 1]))
    return None


def _few(n: int) -> bool:
    return 1 <= n <= LEAST_HIDDEN_UP_TO


def _different(new: Who, published: Sequence[tuple[str, Who]]) -> list[tuple[str, Who]]:
    """Each selection of people once, and without the new one."""
    seen = {frozenset(new), frozenset[object]()}
    found = []
    for name, people in published:
        if frozenset(people) not in seen:
            seen.add(frozenset(people))
            found.append((name, people))
    return found


def _kinds(new: Who, others: list[Who]) -> tuple[np.ndarray, np.ndarray]:
    """Who is in which selections: one row for each combination that occurs, and how many people each has."""
    selections = [new, *others]
    tally: dict[tuple[bool, ...], int] = {}
    for person in set().union(*selections):
        combination = tuple(person in each for each in selections)
        tally[combination] = tally.get(combination, 0) + 1
    return np.array(list(tally), dtype=np.int8).reshape(-1, len(selections)), np.array(list(tally.values()))


def _sums(new: np.ndarray, one: np.ndarray, two: np.ndarray) -> Iterator[np.ndarray]:
    """Every way to add and subtract three selections; what is left must be 0 or 1 of each kind to be a count."""
    for sum_of_three in (new - one - two, new + one - two, new - one + two):
        yield sum_of_three
        yield -sum_of_three
