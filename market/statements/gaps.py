"""Where people need what there is little or nothing of: worked out from shown figures only, so it tells no more."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from disclosure import PublishedCount
from market import words
from market.statements.supply import NONE, Supply
from market.statements.unmet import PLACES, VILLAGE, AreaUnmet

# With so many offers or fewer, somebody has hardly a choice.
FEW_OFFERS = 2


class Level(StrEnum):
    """How need and supply stand to one another."""

    NO_OFFER = "no_offer"
    FEW_OFFERS = "few_offers"
    STILL_MISSING = "still_missing"
    NOBODY_ASKS = "nobody_asks"
    ENOUGH = "enough"
    NOT_KNOWN = "not_known"


NAMES = {
    Level.NO_OFFER: "Gap: people look for it and there is no offer",
    Level.FEW_OFFERS: "Gap: people look for it and there are 1 or 2 offers",
    Level.STILL_MISSING: "3 or more offers, and people still can’t find what they need",
    Level.NOBODY_ASKS: "Up to 2 offers, and nobody has said that it is missing",
    Level.ENOUGH: "3 or more offers, and nobody has said that it is missing",
    Level.NOT_KNOWN: "How many look for it is not shown",
}
GAPS = frozenset({Level.NO_OFFER, Level.FEW_OFFERS})


@dataclass(frozen=True)
class Gap:
    """One need in one area. `unmet` and `searches` None: not shown here."""

    need: str
    level: Level
    offers: int
    unmet: PublishedCount | None
    searches: PublishedCount | None = None

    @property
    def is_gap(self) -> bool:
        """Whether people need it and there is no offer, or hardly a choice."""
        return self.level in GAPS

    @property
    def name(self) -> str:
        return words.Need(self.need).label

    def to_json(self) -> dict[str, Any]:
        """As a statement keeps it: what is shown, and no more. Counts of people as text, since a star is none."""
        shown = {"people": self.unmet, "searches": self.searches}
        counts = {key: str(count) for key, count in shown.items() if count is not None}
        return {"level": self.level.value, "offers": self.offers, **counts}


def level_of(offers: int, unmet: PublishedCount | None, searches: PublishedCount | None = None) -> Level:
    """The level, from how many offers there are and what is shown of who looks for it."""
    if unmet is None:
        return Level.NOT_KNOWN
    if not unmet and not searches:
        return Level.ENOUGH if offers > FEW_OFFERS else Level.NOBODY_ASKS
    if offers > FEW_OFFERS:
        return Level.STILL_MISSING
    return Level.FEW_OFFERS if offers else Level.NO_OFFER


def of_area(slug: str, supply: Mapping[tuple[str, str], Supply], found: AreaUnmet) -> dict[str, Gap]:
    """Every need of the list in one area, by key."""
    made = {}
    for need in words.Need.values:
        offers = supply.get((need, slug), NONE).offers
        unmet, searches = found.needed.people[need], found.needed.searches[need]
        made[need] = Gap(need, level_of(offers, unmet, searches), offers, unmet, searches)
    return made


def in_villages(slug: str, supply: Mapping[tuple[str, str], Supply], found: AreaUnmet) -> dict[str, Gap]:
    """The same for villages and the countryside: offers that go there, and people who live there."""
    made = {}
    for need in words.Need.values:
        split = found.split(PLACES, need)
        unmet = split[VILLAGE] if split else None
        offers = supply.get((need, slug), NONE).rural
        made[need] = Gap(need, level_of(offers, unmet), offers, unmet)
    return made
