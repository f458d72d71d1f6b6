"""The rules by which a count of people becomes a figure that others may see.

A rule hides small counts and rounds the others. S7R5 is the floor: a rule can be stricter, never looser.
"""

from dataclasses import dataclass

# Nobody may hide less than 1 to 7, nor round finer than to 5: the rule of NHS hospital statistics.
LEAST_HIDDEN_UP_TO = 7
LEAST_ROUNDING = 5

# A figure that leaves fewer values open than this counts as worked out.
FEWEST_POSSIBLE_VALUES = 3


class LooserRuleError(ValueError):
    """A rule that would give away more than S7R5 allows."""


@dataclass(frozen=True, slots=True)
class Rule:
    """0 stays 0; 1 to `hide_up_to` is hidden; all else goes to the nearest `round_to`, a half going up.

    Raises LooserRuleError when the rule hides or rounds less than S7R5, or when rounding would give a
    small count away (as hiding 1 to 13 and rounding to 10 would: a shown 10 could only be 14).
    """

    hide_up_to: int
    round_to: int

    def __post_init__(self) -> None:
        for value in (self.hide_up_to, self.round_to):
            if isinstance(value, bool) or not isinstance(value, int):
                raise LooserRuleError("A rule is made of whole numbers.")
        if self.hide_up_to < LEAST_HIDDEN_UP_TO:
            raise LooserRuleError(f"A rule must hide at least 1 to {LEAST_HIDDEN_UP_TO}.")
        if self.round_to < LEAST_ROUNDING:
            raise LooserRuleError(f"A rule must round at least to the nearest {LEAST_ROUNDING}.")
        lowest = self.rounded(self.hide_up_to + 1)
        if lowest == 0:
            raise LooserRuleError(f"{self.hide_up_to + 1} would be shown as 0, as if there were nobody.")
        if len(self.possible(lowest)) < FEWEST_POSSIBLE_VALUES:
            raise LooserRuleError(f"A shown {lowest} would give the true count away. Choose other numbers.")

    @property
    def name(self) -> str:
        """Short name, as in "S7R5"."""
        return f"S{self.hide_up_to}R{self.round_to}"

    def rounded(self, n: int) -> int:
        """`n` to the nearest `round_to`. Halves go up, in whole numbers, so no float decides a tie."""
        return (n + self.round_to // 2) // self.round_to * self.round_to

    def shown(self, n: int) -> int | None:
        """What others may see of the true count `n`: a rounded number, 0, or None for hidden."""
        if n < 0:
            raise ValueError("A count of people can't be below 0.")
        if n == 0:
            return 0
        return None if n <= self.hide_up_to else self.rounded(n)

    def possible(self, shown: int | None) -> range:
        """Every true count that this rule shows as `shown`. Empty when it never shows that."""
        if shown is None:
            return range(1, self.hide_up_to + 1)
        if shown == 0:
            return range(1)
        if shown % self.round_to:
            return range(0)
        low = max(self.hide_up_to + 1, shown - self.round_to // 2)
        return range(low, shown + (self.round_to - 1) // 2 + 1)

    @property
    def note(self) -> str:
        """The sentence that stands under a table made by this rule."""
        return (
            f"A star (*) means 1 to {self.hide_up_to} people. "
            "We hide small numbers so that nobody can be picked out. "
            f"Other numbers are rounded to the nearest {self.round_to}, so they may not add up."
        )


# What the whole network uses.
S7R5 = Rule(hide_up_to=7, round_to=5)

# What an area or a data set may choose instead.
S10R10 = Rule(hide_up_to=10, round_to=10)
