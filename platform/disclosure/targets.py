"""Tables that fit what is shown, looked for many hidden figures at once.

Each round gives every sum that is still open a value that it hasn't been seen to take, and asks for the table that
comes nearest to all of them together. One answer is proof for hundreds of sums, so that a whole network is looked
through in a dozen rounds. What isn't found here may still be possible: the solver of `possible` has the last word.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
from scipy.sparse import csr_array, eye_array, hstack, vstack  # type: ignore[import-untyped]

from disclosure.puzzles import Bounded, Group
from disclosure.work import Work

# Rounds that settle hardly any sum after which it's given up; and the most rounds.
VAIN_ROUNDS = 2
HARDLY_ANY = 0.1
MOST_ROUNDS = 40
# Some figures matter more in one round, others in the next.
LIGHTEST, HEAVIEST = 0.5, 1.5
SECONDS_FOR_ONE_ROUND = 5.0
# A whole table near enough to the targets is as good as the nearest.
NEAR_ENOUGH = 0.2
NEARLY_WHOLE = 1e-6
SOLVED, STOPPED = 0, 1

Seen = Callable[[], Mapping[Group, Set[int]]]


class Targets:
    """Looks for tables of one puzzle."""

    def __init__(self, known: Bounded, work: Work) -> None:
        self._known = known
        self._work = work
        # The same question is answered in the same way each time.
        self._chance = np.random.default_rng(20150715)

    def tables(self, still_open: Seen) -> Iterator[list[int]]:
        """Tables that fit, as long as they settle sums: `still_open` gives those that aren't, with what they took."""
        vain = 0
        for _ in range(MOST_ROUNDS):
            before = still_open()
            if not before or vain == VAIN_ROUNDS or self._work.is_over:
                return
            table = self._nearest(list(before), self._aims(before))
            if table is not None:
                yield table
            settled = len(before) - len(still_open())
            # At first each sum has one value, and needs two more rounds at least.
            few = settled <= HARDLY_ANY * len(before) and any(len(seen) > 1 for seen in before.values())
            vain = vain + 1 if few else 0

    def _aims(self, seen: Mapping[Group, Set[int]]) -> np.ndarray:
        """For each sum a value it hasn't been seen to take: a gap, or the next one up or down."""
        ups = self._chance.random(len(seen)) < 0.5
        aims = [_aim(values, up) for values, up in zip(seen.values(), ups, strict=True)]
        least = [self._known.low[list(group)].sum() for group in seen]
        most = [self._known.high[list(group)].sum() for group in seen]
        return np.clip(np.array(aims, dtype=float), least, most)

    def _nearest(self, groups: Sequence[Group], aims: np.ndarray) -> list[int] | None:
        """The table with the smallest sum of distances from the aims, each with a weight by chance."""
        wide, many, lines = len(self._known.low), len(groups), len(self._known.least)
        places = [(row, cell) for row, group in enumerate(groups) for cell in group]
        rows, cells = zip(*places, strict=True)
        sums = csr_array((np.ones(len(places)), (rows, cells)), shape=(many, wide))
        apart = eye_array(many)
        all_of_it = vstack(
            [hstack([self._known.rows, csr_array((lines, many))]), hstack([sums, apart]), hstack([sums, -apart])]
        )
        anything = np.full(many, np.inf)
        low = np.concatenate([self._known.least, aims, -anything])
        high = np.concatenate([self._known.most, anything, aims])
        least = np.concatenate([np.zeros(wide), self._chance.uniform(LIGHTEST, HEAVIEST, many)])
        bounds = Bounds(np.concatenate([self._known.low, np.zeros(many)]), np.concatenate([self._known.high, anything]))
        known = LinearConstraint(all_of_it.tocsr(), low, high)
        for whole in (False, True):
            answer = self._solve(least, known, bounds, whole)
            if answer is None:
                return None
            table = [round(float(x)) for x in answer]
            # Floats found it; whole numbers say whether it's so.
            if np.abs(answer - np.rint(answer)).max(initial=0) < NEARLY_WHOLE and self._known.fits(table):
                return table
        return None

    def _solve(self, least: np.ndarray, known: LinearConstraint, bounds: Bounds, whole: bool) -> np.ndarray | None:
        if self._work.is_over:
            return None
        wide = len(self._known.low)
        answer: Any = milp(
            least,
            integrality=np.concatenate([np.full(wide, int(whole)), np.zeros(len(least) - wide)]),
            bounds=bounds,
            constraints=[known],
            options={"mip_rel_gap": NEAR_ENOUGH if whole else 0, **self._work.limits(SECONDS_FOR_ONE_ROUND)},
        )
        if answer.status not in (SOLVED, STOPPED) or answer.x is None:
            return None
        return np.asarray(answer.x[:wide])


def _aim(values: Set[int], up: bool) -> int:
    low, high = min(values), max(values)
    gap = next((n for n in range(low, high) if n not in values), None)
    if gap is not None:
        return gap
    return high + 1 if up else low - 1
