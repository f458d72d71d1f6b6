"""One aim after another: each is reached as far as possible without giving up any of those before it.

The solver is HiGHS, by `scipy.optimize.milp`. It is exact (no gap is left), runs on one thread, and gives the same
answer for the same rows in the same order.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, vstack


class NotSolved(RuntimeError):
    """The search took longer than it may. The sentence says what helps."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"No best answer was found in {seconds:.0f} seconds. Close requests and offers that are no longer needed, "
            "or refuse pairs that make no sense, and run it again."
        )


@dataclass
class Programme:
    """A whole-number programme, made row by row. Every variable is a whole number from 0 to its upper limit."""

    upper: list[float] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def variable(self, upper: float) -> int:
        """A new variable; gives its number."""
        self.upper.append(upper)
        return len(self.upper) - 1

    def row(self, terms: dict[int, float], low: float = -np.inf, high: float = np.inf) -> None:
        """A new rule: low ≤ sum of coefficient × variable ≤ high."""
        if not terms:
            return
        number = len(self.low)
        self.rows += [number] * len(terms)
        self.columns += list(terms)
        self.values += list(terms.values())
        self.low.append(low)
        self.high.append(high)


def best(programme: Programme, aims: list[dict[int, int]], seconds: float) -> list[int]:
    """The variables that make the first aim as large as it can be, then the second, and so on.

    Aims have whole-number coefficients, so that "as large" can be held exactly. Raises NotSolved.
    """
    if not programme.upper:
        return []
    size = len(programme.upper)
    shape = (len(programme.low), size)
    matrix = coo_array((programme.values, (programme.rows, programme.columns)), shape=shape).tocsc()
    low, high = np.array(programme.low), np.array(programme.high)
    found = np.zeros(size)
    for aim in aims:
        costs = np.zeros(size)
        costs[list(aim)] = list(aim.values())
        answer = milp(
            -costs,
            constraints=LinearConstraint(matrix, low, high),
            bounds=Bounds(0, np.array(programme.upper)),
            integrality=np.ones(size),
            options={"mip_rel_gap": 0.0, "time_limit": seconds},
        )
        if answer.status != 0 or answer.x is None:
            raise NotSolved(seconds)
        found = np.round(answer.x)
        matrix = vstack([matrix, coo_array(costs.reshape(1, -1))]).tocsc()
        low, high = np.append(low, costs @ found - 0.5), np.append(high, np.inf)
    return [int(value) for value in found]
