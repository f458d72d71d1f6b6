"""A reader with a solver. Shares no code with the product but scipy: not how figures are read, not how sums are made.

Known to the attacker: every figure that is shown, of all releases; the rule; what adds up to what; and, beyond what
readers have, which combinations of groups occur among the people at all.
"""

from itertools import combinations, product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

ENOUGH = 3


def s7r5(text):
    """The counts that a shown figure can stand for: (least, most)."""
    if text in ("*", "0"):
        return (1, 7) if text == "*" else (0, 0)
    n = int(text.replace(",", ""))
    return max(8, n - 2), n + 2


def s10r10(text):
    if text in ("*", "0"):
        return (1, 10) if text == "*" else (0, 0)
    n = int(text.replace(",", ""))
    return max(11, n - 5), n + 4


def old_rule(text):
    """1 to 5 hidden, everything else true."""
    return (1, 5) if text == "*" else (int(text), int(text))


class Attack:
    """Unknown numbers, and sums of them that lie between a least and a most.

    `truth` holds the true numbers. They are no knowledge of the attacker's: they only save the solver work, because
    any table that fits, wherever it comes from, proves that its values are possible.
    """

    def __init__(self, truth):
        self.truth = np.array(truth, dtype=np.int64)
        self.sums, self.least, self.most = [], [], []
        self.hidden = []
        self.wide = 0

    def know(self, positions, least, most, minus=()):
        line = np.zeros(len(self.truth), dtype=np.int64)
        np.add.at(line, list(positions), 1)
        np.add.at(line, list(minus), -1)
        self.sums.append(line)
        self.least.append(least)
        self.most.append(most)

    def read(self, positions, text, rule):
        """A figure on the page. A hidden one is what the attacker is after."""
        least, most = rule(text)
        self.know(positions, least, most)
        if text == "*":
            self.hidden.append(tuple(positions))

    def open_values(self, by_solver_alone=False):
        """For each hidden figure: at most how many values it can still have, 3 standing for three or more."""
        targets = list(dict.fromkeys(self.hidden))
        self.matrix = np.array(self.sums)
        self.least_, self.most_ = np.array(self.least, dtype=float), np.array(self.most, dtype=float)
        of = np.zeros((len(targets), len(self.truth)), dtype=np.int64)
        for line, positions in enumerate(targets):
            np.add.at(of[line], list(positions), 1)
        found = [set() for _ in targets]
        open_values = {}
        if not by_solver_alone:
            self._look_around(of, found)
            few = [positions for positions, values in zip(targets, found, strict=True) if len(values) < ENOUGH]
            low, high = self._ends() if few else (None, None)
            for positions in few:
                if len(positions) == 1 and high[positions[0]] - low[positions[0]] + 1 < ENOUGH:
                    open_values[positions] = int(high[positions[0]] - low[positions[0]] + 1)
        for positions, line, values in zip(targets, of, found, strict=True):
            if positions not in open_values:
                open_values[positions] = len(values if len(values) >= ENOUGH else self._solve(line))
        return [min(ENOUGH, open_values[each]) for each in self.hidden]

    def _ends(self):
        """The ends of what each unknown can be, from one sum after the other until nothing changes any more."""
        low, high = np.zeros(len(self.truth)), np.full(len(self.truth), 1e9)
        plus, minus = np.maximum(self.matrix, 0), np.maximum(-self.matrix, 0)
        for _ in range(8):
            least, most = plus @ low - minus @ high, plus @ high - minus @ low
            before = low.copy(), high.copy()
            for line, row in enumerate(self.matrix):
                up, down = np.flatnonzero(row == 1), np.flatnonzero(row == -1)
                high[up] = np.minimum(high[up], self.most_[line] - least[line] + low[up])
                low[up] = np.maximum(low[up], self.least_[line] - most[line] + high[up])
                low[down] = np.maximum(low[down], high[down] - (self.most_[line] - least[line]))
                high[down] = np.minimum(high[down], low[down] + (most[line] - self.least_[line]))
                least[line], most[line] = (
                    row.clip(0) @ low - (-row).clip(0) @ high,
                    row.clip(0) @ high - (-row).clip(0) @ low,
                )
            if (low == before[0]).all() and (high == before[1]).all():
                break
        return low, high

    def _fitting(self, tables):
        sums = tables @ self.matrix.T
        good = (sums >= self.least_).all(axis=1) & (sums <= self.most_).all(axis=1) & (tables >= 0).all(axis=1)
        return tables[good]

    def _look_around(self, of, found):
        """Small changes of tables that fit; those that still fit are noted."""
        chance = np.random.default_rng(7)
        at = self.truth
        assert len(self._fitting(at[None, :])) == 1, "The attacker's sums don't hold for the true table."
        swaps = self._swaps()
        for _ in range(12):
            fitting = self._fitting(at + np.concatenate([swaps, self._random_moves(chance)]))
            for table in (fitting @ of.T).tolist():
                for values, value in zip(found, table, strict=True):
                    if len(values) < ENOUGH:
                        values.add(value)
            if all(len(values) >= ENOUGH for values in found):
                return
            if len(fitting):
                at = fitting[chance.integers(0, len(fitting))]

    def _random_moves(self, chance):
        size, unknowns = 300, len(self.truth)
        moves = np.zeros((size, unknowns), dtype=np.int64)
        for column, sign in enumerate((1, -1, 1, -1)):
            where = chance.integers(0, unknowns, size=size)
            use = chance.random(size) < (1, 0.7, 0.4, 0.4)[column]
            moves[np.arange(size)[use], where[use]] += sign
        return moves * chance.choice((-1, 1), size=(size, 1))

    def _swaps(self):
        """In a table `wide` cells wide: two rows and two columns, up at two corners and down at the others."""
        if not self.wide:
            return np.zeros((0, len(self.truth)), dtype=np.int64)
        rows = range(len(self.truth) // self.wide)
        moves = []
        for (a, b), (c, d) in product(combinations(rows, 2), combinations(range(self.wide), 2)):
            move = np.zeros(len(self.truth), dtype=np.int64)
            move[[a * self.wide + c, b * self.wide + d]] = 1
            move[[a * self.wide + d, b * self.wide + c]] = -1
            moves += [move, -move]
        return np.array(moves, dtype=np.int64).reshape(-1, len(self.truth))

    def _solve(self, aim):
        """Every value of one sum, upwards, until there are three or no more."""
        values, least = set(), None
        while len(values) < ENOUGH:
            limits = [LinearConstraint(self.matrix, self.least_, self.most_)]
            if least is not None:
                limits.append(LinearConstraint(aim[None, :], least, np.inf))
            answer = self._least(aim, limits, whole=False)
            if answer.status == 0 and np.abs(answer.x - np.round(answer.x)).max() > 1e-6:
                answer = self._least(aim, limits, whole=True)
            if answer.status == 2:
                break
            assert answer.status == 0, answer.message
            values.add(round(answer.fun))
            least = round(answer.fun) + 1
        return values

    @staticmethod
    def _least(aim, limits, *, whole):
        """Fractions first: where the best table of fractions is whole, it is the best of whole numbers too."""
        return milp(
            aim.astype(float),
            integrality=np.full(len(aim), int(whole)),
            bounds=Bounds(0, np.inf),
            constraints=limits,
            options={"mip_rel_gap": 0},
        )
