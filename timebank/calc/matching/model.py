"""The matching as a whole-number programme.

For each pair that is possible: whether it is proposed, and how many quarters of an hour in each month. What is made
as large as it can be, after the pins:

    the sum over proposals of quarters × fit × priority × shortfall
    + fairness × the sum over areas of quarters, each worth more the further its area still is from its fair share
    - a little for each pair, so that one helper is better than three who each do a third.
"""

from dataclasses import dataclass
from itertools import pairwise

from timebank.calc.matching import months, rules
from timebank.calc.matching.inputs import STEP, Case, Help, Month, Need
from timebank.calc.matching.solving import Programme, best

PRIORITY_WEIGHT = {1: 3, 2: 2, 3: 1}
# Up to which part of its fair share a further quarter of an hour counts how much. Past the whole share: nothing.
BANDS = (0.25, 0.5, 0.75, 1.0)
VALUES = (100, 75, 50, 25)
LEAST_SHORTFALL = 10  # of 100: an area past its share still gets help that nobody else needs
A_FURTHER_PAIR = 2_000
A_PIN = 100_000  # quarters of an hour: more pins first, then more hours for them


@dataclass(frozen=True)
class Pair:
    """A request, an offer that may help, and the months in which it can."""

    need: Need
    help: Help
    months: tuple[Month, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The keys of both."""
        return self.need.key, self.help.key


def possible(case: Case) -> list[Pair]:
    """Every pair that no rule forbids, in a fixed order."""
    return [
        Pair(need, help, months.months(need, help, case.today))
        for need in case.ordered_needs
        if need.minutes
        for help in case.ordered_helps
        if rules.why_not(need, help, case) is None
    ]


def shortfall(case: Case, account: str) -> int:
    """How far an area is below its fair share, of 100: 100 where it had nothing, LEAST_SHORTFALL at its share."""
    standing = case.standing[account]
    entitled = standing.share * case.pool
    if not entitled:
        return LEAST_SHORTFALL
    return max(LEAST_SHORTFALL, min(100, round(100 * (1 - standing.had / entitled))))


def score(case: Case, pair: Pair) -> int:
    """fit (of 1) × priority (1 to 3) × shortfall (of 1), in ten-thousandths, for a quarter of an hour."""
    fit = rules.fit(pair.need, pair.help)
    return fit * PRIORITY_WEIGHT[pair.need.priority] * shortfall(case, pair.need.account)


def solve(case: Case) -> dict[tuple[str, str], dict[Month, int]]:
    """Minutes by month of each proposed pair. Raises `solving.NotSolved`."""
    pairs = possible(case)
    model = Model(case, pairs)
    found = best(model.programme, model.aims(), case.settings.seconds)
    chosen: dict[tuple[str, str], dict[Month, int]] = {}
    for pair in pairs:
        given = {month: found[model.quarters[pair.key, month]] * STEP for month in pair.months}
        if any(given.values()):
            chosen[pair.key] = {month: minutes for month, minutes in given.items() if minutes}
    return chosen


class Model:
    """The programme of one case, with the numbers of its variables."""

    def __init__(self, case: Case, pairs: list[Pair]) -> None:
        self.case, self.pairs, self.programme = case, pairs, Programme()
        self.chosen = {pair.key: self.programme.variable(1) for pair in pairs}
        self.quarters = {
            (pair.key, month): self.programme.variable(months.free(pair.help, month) // STEP)
            for pair in pairs
            for month in pair.months
        }
        self.by_need: dict[str, list[Pair]] = {}
        self.by_account: dict[str, list[Pair]] = {}
        for pair in pairs:
            self.by_need.setdefault(pair.need.key, []).append(pair)
            self.by_account.setdefault(pair.need.account, []).append(pair)
        self.banded: dict[int, int] = {}  # variable of a band: what a quarter in it is worth
        self._pairs()
        self._needs()
        self._capacity()
        self._areas()

    def aims(self) -> list[dict[int, int]]:
        """The pins that can be kept, with all their hours; the objective; then early rows and months, among equals."""
        pinned = [pair for pair in self.pairs if pair.key in self.case.pins]
        pins = {self.chosen[pair.key]: A_PIN for pair in pinned}
        pins |= {self.quarters[pair.key, month]: 1 for pair in pinned for month in pair.months}
        aim = {self.quarters[pair.key, month]: score(self.case, pair) for pair in self.pairs for month in pair.months}
        aim |= {variable: value * self.case.settings.fairness for variable, value in self.banded.items()}
        aim |= dict.fromkeys(self.chosen.values(), -A_FURTHER_PAIR)
        in_order = {variable: -place for place, variable in enumerate(self.quarters.values(), start=1)}
        return [*([pins] if pins else []), aim, in_order]

    def _pairs(self) -> None:
        """A pair that is chosen gives at least the least; one that isn't gives nothing."""
        for pair in self.pairs:
            given = {self.quarters[pair.key, month]: 1.0 for month in pair.months}
            least = min(self.case.settings.least, pair.need.minutes) // STEP
            self.programme.row({**given, self.chosen[pair.key]: -float(least)}, low=0)
            self.programme.row({**given, self.chosen[pair.key]: -float(pair.need.minutes // STEP)}, high=0)

    def _needs(self) -> None:
        """Nobody gets more than they ask for, or more helpers than are useful."""
        for own in self.by_need.values():
            given = {self.quarters[pair.key, month]: 1.0 for pair in own for month in pair.months}
            self.programme.row(given, high=own[0].need.minutes // STEP)
            self.programme.row({self.chosen[pair.key]: 1.0 for pair in own}, high=self.case.settings.most_helpers)

    def _capacity(self) -> None:
        """No month of an offer, and no mentor's month, is promised twice."""
        by_offer: dict[tuple[str, Month], dict[int, float]] = {}
        by_mentor: dict[tuple[str, Month], dict[int, float]] = {}
        offers = {pair.help.key: pair.help for pair in self.pairs}
        for (key, month), variable in self.quarters.items():
            by_offer.setdefault((key[1], month), {})[variable] = 1.0
            mentor = offers[key[1]].mentor
            if mentor:
                by_mentor.setdefault((mentor, month), {})[variable] = 1.0
        for (offer, month), terms in by_offer.items():
            self.programme.row(terms, high=months.free(offers[offer], month) // STEP)
        for (mentor, month), terms in by_mentor.items():
            self.programme.row(terms, high=months.mentor_free(self.case, mentor, month) // STEP)

    def _areas(self) -> None:
        """No account goes past its limit; what an area receives fills its bands, the most valuable first."""
        for account, own in self.by_account.items():
            standing = self.case.standing[account]
            received = {self.quarters[pair.key, month]: 1.0 for pair in own for month in pair.months}
            if standing.room is not None:
                self.programme.row(received, high=max(0, standing.room) // STEP)
            if not standing.share:
                continue
            widths = band_widths(standing.had, standing.share * self.case.pool)
            bands = {self.programme.variable(width): value for width, value in zip(widths, VALUES, strict=True)}
            self.banded |= bands
            self.programme.row({**received, **dict.fromkeys(bands, -1.0)}, low=0)


def band_widths(had: int, entitled: float) -> list[int]:
    """How many quarters of an hour an area can still take in each band of its fair share.

    An area that had 30 of 240 minutes: 30 of the first 60 are left, so [2, 4, 4, 4].
    """
    limits = [0.0, *(entitled * part for part in BANDS)]
    return [max(0, int(high // STEP) - int(max(low, had) // STEP)) for low, high in pairwise(limits)]
