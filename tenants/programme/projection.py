"""How many people of each 1,000 the programme may reach, by rates that can be changed. Pure calculation, no Django.

Source of the first two rates: Integrated Personal Commissioning: emerging framework (NHS England, May 2016), figure 2
and paragraph xvii: the cohort is usually around 5% of the population, people with a plan around 1%. The share with a
personal health budget is not given there: its default is what the network promised, 2,000 of 4.7 million people.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

# A rate is a whole number of hundredths of a percent of the population: 5% is 500.
WHOLE = 10_000
PER = 1_000


@dataclass(frozen=True)
class Stage:
    """A stage of the programme. `inside`: the stage that its people are part of. `default`: None asks for a rate."""

    key: str
    name: str
    default: int | None
    source: str
    inside: str = ""


FRAMEWORK = "Emerging framework, 2016"
STAGES = (
    Stage("cohort", "Could benefit from integrated personal commissioning", 500, FRAMEWORK),
    Stage("plans", "Have a personalised care and support plan", 100, FRAMEWORK, inside="cohort"),
    Stage("social", "Have a budget of social care or education money only", None, "No source: your own rate", "plans"),
    Stage("health", "Have a personal health budget", 4, "The network’s promise: 2,000 of 4.7 million", "plans"),
)
BY_KEY = {stage.key: stage for stage in STAGES}


@dataclass(frozen=True)
class Assumptions:
    """A population and a rate for each stage; a stage without one is not projected."""

    population: int
    rates: Mapping[str, int | None]

    def validate(self) -> list[str]:
        """Every fault at once, as finished sentences."""
        faults = [] if self.population > 0 else ["The population is at least 1."]
        for stage in STAGES:
            rate = self.rates.get(stage.key)
            if rate is not None and not 0 <= rate <= WHOLE:
                faults.append(f"{stage.name}: give a share from 0% to 100%.")
        if faults:
            return faults
        for key, stage in BY_KEY.items():
            parts = sum(self.rates.get(each.key) or 0 for each in STAGES if each.inside == key)
            whole = self.rates.get(key)
            if whole is not None and parts > whole:
                inside = " and ".join(each.name.lower() for each in STAGES if each.inside == key)
                faults.append(
                    f"“{stage.name}” is {percent(whole)}, so those who {inside} can’t be more: {percent(parts)}."
                )
        return faults


@dataclass(frozen=True)
class Reached:
    """One stage's result: of each 1,000 people, and of the whole population (rounded half up)."""

    stage: Stage
    rate: int | None
    of_each_1000: Decimal | None
    people: int | None


def project(assumptions: Assumptions) -> list[Reached]:
    """The stages in order: people = population x rate, of each 1,000 = 1,000 x rate. Raises ValueError for faults."""
    if faults := assumptions.validate():
        raise ValueError(" ".join(faults))
    return [_reached(stage, assumptions.rates.get(stage.key), assumptions.population) for stage in STAGES]


def _reached(stage: Stage, rate: int | None, population: int) -> Reached:
    if rate is None:
        return Reached(stage, None, None, None)
    share = Decimal(rate) / WHOLE
    people = (share * population).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return Reached(stage, rate, (share * PER).normalize() + 0, int(people))


def percent(rate: int) -> str:
    """`5%`, `0.04%`."""
    return f"{Decimal(rate) / 100:f}".rstrip("0").rstrip(".") + "%" if rate % 100 else f"{rate // 100}%"
