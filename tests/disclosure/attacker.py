"""A reader with a solver. Shares no code with the product but scipy: not how figures are read, not how sums are made.

Known to the attacker: every figure that is shown, of all releases; the rule; what adds up to what; and, beyond what
readers have, which combinations of groups occur among the people at all.
"""

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
        """For each hidden figure: how many values it can still have, 3 standing for three or more."""
        targets = list(dict.fromkeys(self.hidden))
        self.matrix = np.array(self.sums)
        self.least_, self.most_ = np.array(self.least, dtype=float), np.array(self.most, dtype=float)
        of = np.zeros((len(targets), len(self.truth)), dtype=np.int64)
        for line, positions in enumerate(targets):
            np.add.at(of[line], list(positions), 1)
        found = [set() for _ in targets]
        if not by_solver_alone:
            self._look_around(of, found)
        for line, values in enumerate(found):
            if len(values) < ENOUGH:
                found[line] = self._solve(of[line])
        by_target = dict(zip(targets, found, strict=True))
        return [min(ENOUGH, len(by_target[each])) for each in self.hidden]

    def _fitting(self, tables):
        sums = tables @ self.matrix.T
        good = (sums >= self.least_).all(axis=1) & (sums <= self.most_).all(axis=1) & (tables >= 0).all(axis=1)
        return tables[good]

    def _look_around(self, of, found):
        """Random small changes of tables that fit; those that still fit are noted."""
        chance = np.random.default_rng(7)
        at, wide = self.truth, len(self.truth)
        assert len(self._fitting(at[None, :])) == 1, "The attacker's sums don't hold for the true table."
        for _ in range(12):
            moves = np.zeros((300, wide), dtype=np.int64)
            for column, sign in enumerate((1, -1, 1, -1)):
                where = chance.integers(0, wide, size=300)
                use = chance.random(300) < (1, 0.7, 0.4, 0.4)[column]
                moves[np.arange(300)[use], where[use]] += sign
            moves *= chance.choice((-1, 1), size=(300, 1))
            fitting = self._fitting(at + moves)
            for table in (fitting @ of.T).tolist():
                for values, value in zip(found, table, strict=True):
                    if len(values) < ENOUGH:
                        values.add(value)
            if all(len(values) >= ENOUGH for values in found):
                return
            if len(fitting):
                at = fitting[chance.integers(0, len(fitting))]

    def _solve(self, aim):
        """Every value of one sum, upwards, until there are three or no more."""
        values, least = set(), None
        while len(values) < ENOUGH:
            limits = [LinearConstraint(self.matrix, self.least_, self.most_)]
            if least is not None:
                limits.append(LinearConstraint(aim[None, :], least, np.inf))
            answer = milp(
                aim.astype(float),
                integrality=np.ones(len(aim)),
                bounds=Bounds(0, np.inf),
                constraints=limits,
                options={"mip_rel_gap": 0},
            )
            if answer.status == 2:
                break
            assert answer.status == 0, answer.message
            values.add(round(answer.fun))
            least = round(answer.fun) + 1
        return values

