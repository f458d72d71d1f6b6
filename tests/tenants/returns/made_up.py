"""Made-up returns that hold together: people are made up, and counted as an area would count them."""

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass

from tenants.frameworks import PLAN_CRITERIA
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.models import SignedReturn
from tenants.returns.release.units import MONEY_CELLS
from tenants.returns.shape import CELLS, ELIGIBILITY, EQUALITY, GROUPS_AND_NONE, MECHANISMS

# People with a budget in November 2014, area by area: mostly few.
AS_IT_BEGAN = (9, 40, 47, 7, 7, 53, 4, 8, 10, 10, 3)
ENDING_SHARE = 0.06


@dataclass(frozen=True, eq=False)
class Somebody:
    """Somebody with a budget, by table of the return: which line they are in."""

    lines: dict[str, str]
    has_service_fund: bool


def somebody(chance: random.Random) -> Somebody:
    mechanism = chance.choices([key for key, _ in MECHANISMS], [4, 1, 5, 1])[0]
    lines = {
        "groups": chance.choices([key for key, _ in GROUPS_AND_NONE], [2, 6, 3, 2, 1])[0],
        "mechanism": mechanism,
        "eligibility": chance.choices([key for key, _ in ELIGIBILITY], [6, 1, 4])[0],
        "funding": chance.choices(["nhs_only", "integrated"], [4, 1])[0],
    }
    for key, _, pairs in EQUALITY:
        lines[key] = chance.choice([*(line for line, _ in pairs), "not_known"])
    return Somebody(lines, mechanism == "notional" and chance.random() < 0.2)


def nothing() -> dict[str, int]:
    """A return of noughts."""
    return dict.fromkeys(CELLS, 0)


def returns_of(people: int, quarters: int, seed: int) -> Iterator[dict[str, int]]:
    """One area's returns, quarter after quarter."""
    chance = random.Random(seed)
    place = [somebody(chance) for _ in range(people)]
    to_date = list(place)
    for number in range(quarters):
        ended = [person for person in place if chance.random() < ENDING_SHARE]
        new = [somebody(chance) for _ in range(chance.randrange(2 + len(place) // 4))]
        # The first quarter is January to March, so the second begins a year.
        to_date = [*(place if number % 4 == 1 else to_date), *new]
        place = [person for person in place if person not in ended] + new
        yield counted(chance, {"in_place": place, "new": new, "ended": ended, "year_to_date": to_date})


def counted(chance: random.Random, people: dict[str, list[Somebody]]) -> dict[str, int]:
    """A return about these people."""
    figures = nothing()
    for column, who in people.items():
        for person in who:
            for table in ("groups", "mechanism", "eligibility", "funding"):
                figures[f"{table}.{column}.{person.lines[table]}"] += 1
            figures[f"mechanism.{column}.service_fund"] += person.has_service_fund
    place = people["in_place"]
    eligible = place + [somebody(chance) for _ in range(2 * len(place) + chance.randrange(20))]
    for column, who in (("eligible", eligible), ("uptake", place)):
        for person in who:
            for key, _, _ in EQUALITY:
                figures[f"{key}.{column}.{person.lines[key]}"] += 1
    for person in eligible:
        figures[f"offers.eligible.{person.lines['groups']}"] += 1
    for person in people["new"]:
        figures[f"offers.offered.{person.lines['groups']}"] += 1
    for person in place:
        _add_plan(chance, figures, person.lines["groups"])
    _add_others(chance, figures, len(place))
    return figures


def _add_plan(chance: random.Random, figures: dict[str, int], group: str) -> None:
    met = [key for key, _ in PLAN_CRITERIA if chance.random() < 0.9]
    for key in met:
        figures[f"criteria.{key}"] += 1
    figures[f"plans.in_place.{group}"] += len(met) == len(PLAN_CRITERIA)


def _add_others(chance: random.Random, figures: dict[str, int], people: int) -> None:
    figures["plan_offers.people"], figures["plan_offers.offered"] = 3 * people, people // 2
    for _ in range(people // 2):
        figures["activation.measured"] += 1
        figures[f"activation.level_{chance.randint(1, 4)}"] += 1
    figures["activation.gained_15"] = people // 5
    for key in MONEY_CELLS:
        figures[key] = chance.randrange(10**9)


def sign(area: Area, quarter: Quarter, figures: dict[str, int], day: datetime.date | None = None) -> SignedReturn:
    """A signed version with these figures, the next one of the area and quarter."""
    version = SignedReturn.objects.filter(area=area, quarter=quarter.key).count() + 1
    return SignedReturn.objects.create(
        area=area,
        quarter=quarter.key,
        version=version,
        figures=figures,
        reason="Counted again" if version > 1 else "",
        signed_name="A. Lead",
        signed_on=day or quarter.return_due,
        checksum="0" * 64,
    )
