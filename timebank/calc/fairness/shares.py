"""By which rule an area is entitled to its share of the help. The board chooses; everybody sees the rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


class Rule:
    """The rules that a board can choose, with their names."""

    EQUAL = "equal"
    POPULATION = "population"
    UNMET_PHASE = "unmet_phase"
    COMMITMENT = "commitment"
    BOARD = "board"


RULES = {
    Rule.EQUAL: "Every area the same share",
    Rule.POPULATION: "By how many people live in the area",
    Rule.UNMET_PHASE: "By how many groups the area has still to start with",
    Rule.COMMITMENT: "By how early the area has committed itself to start",
    Rule.BOARD: "As the board has set it",
}
EXPLAINED = {
    Rule.EQUAL: "Each area counts once, whatever its size.",
    Rule.POPULATION: "An area's share is its part of all the people who live in the network's areas.",
    Rule.UNMET_PHASE: "An area counts once, and once more for each of the four groups that it has not started with.",
    Rule.COMMITMENT: "For each of the four groups: phase 1 counts 4, phase 2 counts 3, phase 3 counts 2, phase 4 "
    "counts 1, and a phase to be confirmed nothing. An area with no phase at all counts 1.",
    Rule.BOARD: "The board gives each area a weight. An area's share is its weight ÷ the sum of all weights.",
}


class NoShares(ValueError):
    """A rule that gives no shares, because what it counts is not known. The message is a finished sentence."""


@dataclass(frozen=True)
class AreaFacts:
    """What the rules count of one area. `phases` has a phase or None (to be confirmed) for each of the groups."""

    account: str
    population: int | None = None
    phases: tuple[int | None, ...] = ()
    groups_not_started: int = 0
    board_weight: int | None = None


def shares(rule: str, areas: list[AreaFacts]) -> dict[str, Fraction]:
    """Each area's share, by a rule of RULES; they add up to 1. Raises NoShares."""
    weights = {area.account: _weight(rule, area) for area in areas}
    missing = sorted(account for account, weight in weights.items() if weight is None)
    if missing:
        raise NoShares(f"The rule “{RULES[rule]}” needs a figure for {', '.join(missing)}. Give it, or choose another.")
    return in_parts({account: weight or 0 for account, weight in weights.items()})


def in_parts(weights: Mapping[str, int]) -> dict[str, Fraction]:
    """Weights as parts of their sum. Raises NoShares where they add up to nothing."""
    total = sum(weights.values())
    if not total:
        raise (
            NoShares("The shares add up to nothing. Give at least one area a weight above 0.")
            if weights
            else NoShares("There are no areas yet.")
        )
    return {account: Fraction(weight, total) for account, weight in weights.items()}


def _weight(rule: str, area: AreaFacts) -> int | None:
    if rule == Rule.EQUAL:
        return 1
    if rule == Rule.POPULATION:
        return area.population
    if rule == Rule.UNMET_PHASE:
        return 1 + area.groups_not_started
    if rule == Rule.COMMITMENT:
        return max(1, sum(5 - phase for phase in area.phases if phase))
    return area.board_weight
