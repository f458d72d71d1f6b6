"""What a matching run finds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timebank.calc.fairness import measures
from timebank.calc.matching.inputs import Case, Help, Month, Need


@dataclass(frozen=True)
class Proposed:
    """That an offer helps a request: how long, in which months, why. `score` is fit × priority × shortfall, of 300."""

    need: Need
    help: Help
    months: Mapping[Month, int]
    fit: int
    score: int
    is_pinned: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """All minutes of the proposal."""
        return sum(self.months.values())


@dataclass(frozen=True)
class Unmet:
    """What of a request stays unmet, and why."""

    need: Need
    minutes: int
    why: str


@dataclass(frozen=True)
class Fairness:
    """Received ÷ entitled of each area, with the Gini and the smallest ratio; None where nobody had anything."""

    ratios: Mapping[str, float]
    gini: float | None
    minimum: float | None


@dataclass(frozen=True)
class Result:
    """Everything that a run found. `pool` are the minutes of which shares are counted, see `Case.pool`."""

    proposals: tuple[Proposed, ...]
    unmet: tuple[Unmet, ...]
    unkept_pins: tuple[tuple[str, str, str], ...]  # request, offer, why
    pool: int
    before: Fairness
    after: Fairness

    def received(self) -> dict[str, int]:
        """Minutes that each account would receive."""
        return received(self.proposals)


def received(proposals: Iterable[Proposed]) -> dict[str, int]:
    """Minutes that each account would receive by these proposals."""
    found: dict[str, int] = {}
    for proposal in proposals:
        found[proposal.need.account] = found.get(proposal.need.account, 0) + proposal.minutes
    return found


def fairness(case: Case, extra: Mapping[str, int]) -> Fairness:
    """Where areas stand once each has received `extra` minutes more."""
    areas = sorted((s for s in case.standings if s.share), key=lambda s: s.account)
    had = {s.account: s.had + extra.get(s.account, 0) for s in areas}
    ratios = measures.ratios(had, {s.account: s.share * case.pool for s in areas})
    return Fairness(ratios, measures.gini(list(ratios.values())), measures.minimum(list(ratios.values())))
