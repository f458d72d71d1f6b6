"""Made-up figures of a quarterly return that hold together, so that they pass the same checks as real ones.

They start from the true baseline of November 2014 and grow; everything else is made up. The same area and quarter
always have the same figures.
"""

import random
from collections.abc import Sequence

from tenants import groups
from tenants.frameworks import PLAN_CRITERIA
from tenants.quarters import Quarter
from tenants.returns.shape import (
    ELIGIBILITY,
    EQUALITY,
    FLOWS,
    FUNDING,
    GROUPS_AND_NONE,
    MECHANISMS,
    NO_GROUP,
    NOT_NHS,
    SERVICE_FUND,
    TABLE_BY_KEY,
)

# Where a person stands among the ways of holding a budget, among eligibilities, and by whose money it is.
SHARES = {"mechanism": (45, 15, 32, 8), "eligibility": (62, 13, 25), "funding": (80, 20)}
# People a group has, by the phase in which the area starts with it; groups to be confirmed count as the last.
WEIGHTS = {1: 8, 2: 4, 3: 2, 4: 1, None: 1}
FIRST_QUARTER_OF_YEAR = 2
GROUP_KEYS = tuple(key for key, _ in GROUPS_AND_NONE)


def figures(
    *,
    area: str,
    quarter: Quarter,
    before: int,
    growth: int,
    phases: dict[str, int | None],
    previous: dict[str, int] | None,
    population: int,
) -> dict[str, int]:
    """Every cell of a return, money in pence. `before`: people in place when the quarter began; `growth`: net.

    `previous`: the figures of the quarter before, None for a first return.
    """
    dice = random.Random(f"{area} {quarter.key}")  # noqa: S311 - made-up figures, not a secret
    made: dict[str, int] = {}
    _groups(made, dice, quarter, before, growth, phases, previous)
    totals = {flow: _whole(made, f"groups.{flow}", GROUP_KEYS) for flow, _ in FLOWS}
    _views(made, dice, totals)
    _offers_and_plans(made, dice, totals["in_place"], population)
    _activation(made, dice, totals["in_place"])
    _money(made, dice, population, totals["in_place"], quarter)
    _equality(made, dice, totals["in_place"])
    return made


def _groups(
    made: dict[str, int],
    dice: random.Random,
    quarter: Quarter,
    before: int,
    growth: int,
    phases: dict[str, int | None],
    previous: dict[str, int] | None,
) -> None:
    weights = [WEIGHTS[phases.get(key)] for key in groups.BY_KEY] + [6]
    ended_in_all = min(before, round(before * 0.04 + dice.random()))
    new = _split(dice, growth + ended_in_all, weights)
    if previous is None:
        start = dict(zip(GROUP_KEYS, _split(dice, before, weights), strict=True))
        year = start
    else:
        start = {key: previous[f"groups.in_place.{key}"] for key in GROUP_KEYS}
        begins = quarter.number == FIRST_QUARTER_OF_YEAR
        year = start if begins else {key: previous[f"groups.year_to_date.{key}"] for key in GROUP_KEYS}
    ended = _taken(dice, ended_in_all, [start[key] for key in GROUP_KEYS])
    moved = 1 if start[NO_GROUP] > ended[-1] + 1 and dice.random() < 0.4 else 0
    for place, key in enumerate(GROUP_KEYS):
        moved_out = moved if key == NO_GROUP else 0
        moved_in = moved if key == GROUP_KEYS[0] else 0
        made[f"groups.new.{key}"], made[f"groups.ended.{key}"] = new[place], ended[place]
        made[f"groups.moved_in.{key}"], made[f"groups.moved_out.{key}"] = moved_in, moved_out
        made[f"groups.in_place.{key}"] = start[key] + new[place] - ended[place] + moved_in - moved_out
        # Whoever moved is counted once in the year, in the group that they are in now.
        made[f"groups.year_to_date.{key}"] = year[key] + new[place] + moved_in - moved_out


def _views(made: dict[str, int], dice: random.Random, totals: dict[str, int]) -> None:
    """The same people by mechanism, eligibility and money: in the year all in place, all ended, and some before."""
    earlier = totals["year_to_date"] - totals["in_place"] - totals["ended"]
    for table, pairs in (("mechanism", MECHANISMS), ("eligibility", ELIGIBILITY), ("funding", FUNDING)):
        in_place, new, ended, before = (
            _split(dice, count, SHARES[table])
            for count in (totals["in_place"], totals["new"], totals["ended"], earlier)
        )
        year = [sum(parts) for parts in zip(in_place, ended, before, strict=True)]
        for place, (key, _) in enumerate(pairs):
            for flow, parts in (("in_place", in_place), ("new", new), ("ended", ended), ("year_to_date", year)):
                made[f"{table}.{flow}.{key}"] = parts[place]
    for flow, _ in FLOWS:
        made[f"mechanism.{flow}.{SERVICE_FUND[0]}"] = made[f"mechanism.{flow}.notional"] // 5
        made[f"other_funding.{flow}.{NOT_NHS[0]}"] = {"in_place": 14, "new": 2, "ended": 1, "year_to_date": 16}[flow]


def _offers_and_plans(made: dict[str, int], dice: random.Random, in_place: int, population: int) -> None:
    for key in GROUP_KEYS:
        people = made[f"groups.in_place.{key}"]
        made[f"offers.eligible.{key}"] = people * 3 + dice.randint(8, 30)
        made[f"offers.offered.{key}"] = made[f"groups.new.{key}"] * 2 + dice.randint(0, 3)
        made[f"offers.declined.{key}"] = min(made[f"offers.offered.{key}"], dice.randint(0, 3))
        made[f"plans.in_place.{key}"] = people * 2 + dice.randint(0, 6)
    plans = _whole(made, "plans.in_place", GROUP_KEYS)
    for key, _ in PLAN_CRITERIA:
        made[f"criteria.{key}"] = plans + dice.randint(0, max(1, plans // 4))
    # 30% of people in the South West have a long-term condition (the application, section 4).
    made["plan_offers.people"] = population * 30 // 100
    made["plan_offers.offered"] = made["plan_offers.people"] * dice.randint(4, 12) // 100


def _activation(made: dict[str, int], dice: random.Random, in_place: int) -> None:
    measured = in_place * dice.randint(45, 70) // 100
    made["activation.measured"] = measured
    made["activation.unsuitable"] = in_place // 12
    for level, count in enumerate(_split(dice, measured, (20, 30, 35, 15)), 1):
        made[f"activation.level_{level}"] = count
    made["activation.gained_15"] = measured // 6


def _money(made: dict[str, int], dice: random.Random, population: int, in_place: int, quarter: Quarter) -> None:
    quarters_of_the_year = (quarter.number - FIRST_QUARTER_OF_YEAR) % 4 + 1
    budget = population * 1_150 * 100  # £1,150 a head a year: illustrative
    made["money.commissioning"] = budget
    made["money.committed"] = budget * dice.randint(20, 110) // 10_000
    made["money.spent"] = min(made["money.committed"], in_place * 950_000 * quarters_of_the_year // 4)
    made["money.released"] = made["money.committed"] * dice.randint(0, 12) // 100


def _equality(made: dict[str, int], dice: random.Random, in_place: int) -> None:
    eligible = _whole(made, "offers.eligible", GROUP_KEYS)
    for table, _, pairs in EQUALITY:
        weights = [*range(len(pairs) + 4, 4, -1), 1]
        parts = _split(dice, eligible, weights)
        uptake = _taken(dice, in_place, parts)
        for place, line in enumerate(TABLE_BY_KEY[table].lines):
            made[f"{table}.eligible.{line.key}"], made[f"{table}.uptake.{line.key}"] = parts[place], uptake[place]


def _whole(made: dict[str, int], stem: str, keys: Sequence[str]) -> int:
    return sum(made[f"{stem}.{key}"] for key in keys)


def _split(dice: random.Random, whole: int, weights: Sequence[int]) -> list[int]:
    """Whole numbers that add up to `whole`, near to the weights."""
    parts = [0] * len(weights)
    for place in dice.choices(range(len(weights)), weights=weights, k=whole):
        parts[place] += 1
    return parts


def _taken(dice: random.Random, whole: int, most: Sequence[int]) -> list[int]:
    """Whole numbers that add up to `whole`, none more than its `most`: people drawn one by one from those there."""
    people = [place for place, count in enumerate(most) for _ in range(count)]
    parts = [0] * len(most)
    for place in dice.sample(people, min(whole, len(people))):
        parts[place] += 1
    return parts
