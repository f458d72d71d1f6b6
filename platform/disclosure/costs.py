"""What a group of people cost, where no person's own cost can be read or guessed from it."""

from collections.abc import Hashable, Mapping
from typing import Any

from disclosure.published import HIDDEN_MARK
from disclosure.rules import S7R5, Rule
from disclosure.sealed import Sealed

FEWEST_PEOPLE = 10

# Two people who make up more than this much of a cost would be able to read each other's off it.
MOST_OF_TWO_PERCENT = 90

COST_NOTE = (
    f"A star (*) means a cost made up by fewer than {FEWEST_PEOPLE} people, or mostly by one or two. "
    "We hide it so that nobody's own cost can be worked out."
)


class PublishedCost(Sealed):
    """A sum of money that may be shown: whole pounds, or None when it's hidden."""

    __slots__ = ("pounds",)
    made_by = "cost_cell()"

    pounds: int | None

    @property
    def is_hidden(self) -> bool:
        return self.pounds is None

    def __str__(self) -> str:
        if self.pounds is None:
            return HIDDEN_MARK
        sign = "\N{MINUS SIGN}" if self.pounds < 0 else ""
        return f"{sign}£{abs(self.pounds):,}"

    def __html__(self) -> str:
        # A sign, digits, commas and a star: nothing to escape.
        return str(self)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __repr__(self) -> str:
        return f"<PublishedCost {self}>"

    def to_json(self) -> dict[str, Any]:
        """Shape: {"value": 1200 or None (pounds), "text": "£1,200", "hidden": False}."""
        return {"value": self.pounds, "text": str(self), "hidden": self.is_hidden}

    def for_csv(self) -> int | str:
        """Whole pounds, or a star."""
        return HIDDEN_MARK if self.pounds is None else self.pounds


def cost_cell(costs_by_person: Mapping[Hashable, int], rule: Rule = S7R5) -> PublishedCost:
    """The total of what each person cost (pence) as others may see it: to the nearest pound, halves going up.

    Hidden when fewer than ten people (or as few as `rule` hides) have a cost, or when any two of them make
    up over 90% of it. Nobody with a cost is £0. Refunds count by their size, since they tell as much.
    One cell alone: a total beside hidden cells would give them away by subtraction, so leave it out.
    Raises TypeError for anything but whole pence.
    """
    for pence in costs_by_person.values():
        if isinstance(pence, bool) or not isinstance(pence, int):
            raise TypeError("Costs are whole pence.")
    sizes = sorted((abs(pence) for pence in costs_by_person.values() if pence), reverse=True)
    if not sizes:
        return PublishedCost._seal(0)
    too_few = len(sizes) < max(FEWEST_PEOPLE, rule.hide_up_to + 1)
    too_much_of_two = sum(sizes[:2]) * 100 > sum(sizes) * MOST_OF_TWO_PERCENT
    if too_few or too_much_of_two:
        return PublishedCost._seal(None)
    return PublishedCost._seal((sum(costs_by_person.values()) + 50) // 100)


def cost_of_checked(pence: int, *, at_least: int, rule: Rule = S7R5) -> PublishedCost:
    """A sum that an area let go after it had asked this rule of its people, who are `at_least` so many.

    People's own costs stayed in the area, so that two don't hold most of it is not asked again: sums of such sums
    keep that. Hidden where a stricter rule wants more people. No people at all is £0.
    """
    if isinstance(pence, bool) or not isinstance(pence, int):
        raise TypeError("Costs are whole pence.")
    if at_least == 0:
        return PublishedCost._seal(0)
    hidden = at_least < max(FEWEST_PEOPLE, rule.hide_up_to + 1)
    return PublishedCost._seal(None if hidden else (pence + 50) // 100)
