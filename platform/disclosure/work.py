"""How much may be spent on one check: seconds by the clock, or so much looking that no clock comes into it."""

import time
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Work:
    """`until` on the clock of `time.monotonic`, or `nodes` of the solver's search for each question.

    With nodes the same question has the same answer on every machine, however busy it is.
    """

    until: float | None = None
    nodes: int | None = None

    @classmethod
    def seconds(cls, seconds: float) -> "Work":
        """So many seconds from now."""
        return cls(until=time.monotonic() + seconds)

    @property
    def left(self) -> float | None:
        """Seconds that are left; None where no clock is looked at."""
        return None if self.until is None else self.until - time.monotonic()

    @property
    def is_over(self) -> bool:
        left = self.left
        return left is not None and left <= 0

    def limits(self, seconds: float) -> dict[str, Any]:
        """What one question to the solver may take, as scipy.optimize.milp has it; `seconds` at most by the clock."""
        found: dict[str, Any] = {} if self.nodes is None else {"node_limit": self.nodes}
        left = self.left
        return found if left is None else {**found, "time_limit": min(left, seconds)}
