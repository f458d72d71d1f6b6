"""Leaving out as little as is needed, the least important first, until no hidden figure can be worked out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from disclosure import Rule
from tenants.returns.release.checks import Exposed, Seen, exposed
from tenants.returns.release.knowledge import piece
from tenants.returns.release.shown import QuarterShown, network_total
from tenants.returns.release.units import FLOW_UNITS, HEADLINE_UNITS, UNIT_OF, UNITS, Unit

BREAKDOWNS = list(UNITS[: -len(HEADLINE_UNITS)])

# What is still exposed when these units are left out. It is asked only about what was exposed before: whoever is
# shown less can work out no more.
Check = Callable[[Sequence[Unit], Sequence[Exposed] | None], list[Exposed]]


def cells(units: Iterable[Unit]) -> frozenset[str]:
    """All their figures."""
    return frozenset(key for unit in units for key in unit.cells)


def of_area(slug: str, now: QuarterShown, following: QuarterShown | None, previous: QuarterShown | None) -> list[Unit]:
    """The units that an area's figures need to leave out so that by themselves they give nothing away.

    Also nothing of the quarter before (`previous`), whose end they say something about. The area's own figures are
    asked about exactly, so nothing is left out for want of a proof.
    """
    area, alone = now.areas[slug], now.only(slug)
    after = following.only(slug) if following and slug in following.areas else None
    earlier = previous.only(slug) if previous and slug in previous.areas else None
    seen: Seen = {}

    def check(units: Sequence[Unit], only: Sequence[Exposed] | None) -> list[Exposed]:
        with_less = alone.with_area(area.without(cells(units)))
        found = exposed(with_less, after, only=only, is_exact=True, seen=seen)
        return found + (exposed(earlier, with_less, only=only, is_exact=True, seen=seen) if earlier else [])

    return _fewest(check, check([], None))


def _fewest(check: Check, found: Sequence[Exposed]) -> list[Unit]:
    """The least important unit that is enough by itself, or else as few as can be found by leaving them out in turn."""
    pieces = {piece(each.key) for each in found}
    units = [unit for unit in UNITS if any(piece(key) in pieces for key in unit.cells)]
    if not found:
        return []
    # A breakdown before a headline; those that hold what is exposed before others of their kind.
    own = {UNIT_OF[each.key] for each in found}
    in_turn = sorted(units, key=lambda unit: (unit in HEADLINE_UNITS, unit not in own and unit not in FLOW_UNITS))
    alone = next((unit for unit in in_turn if not check([unit], found)), None)
    if alone is not None:
        return [alone]
    needed: list[Unit] = []
    left = list(found)
    for unit in units:
        if left:
            needed.append(unit)
            left = check(needed, left)
    # What had to go before the right ones were come to can come back, the most important first.
    for unit in reversed(needed[:-1]):
        others = [each for each in needed if each is not unit]
        if not check(others, found):
            needed = others
    return needed


@dataclass
class Together:
    """A quarter with new versions in it, whose totals are to be shown beside all that has been shown before.

    `new`: slugs of the areas with new versions. Of these alone more can be left out: all else is shown already.
    """

    now: QuarterShown
    new: frozenset[str]
    following: QuarterShown | None
    previous: QuarterShown | None

    def without(self, units: Iterable[Unit]) -> None:
        """Leave these out of the new versions too."""
        for slug in self.new:
            area = self.now.areas[slug]
            self.now = self.now.with_area(area.without(area.left_out | cells(units)))

    def cautiously(self) -> None:
        """Leave out of the new versions whatever says something about other quarters; then nothing need be checked."""
        is_last = self.following is None or not self.new.intersection(self.following.areas)
        self.without(FLOW_UNITS if is_last else UNITS)

    def settle(self, rule: Rule, *, is_whole: bool) -> list[Unit]:
        """The units of the network's totals that can't be shown, after leaving out more of the new versions if need be.

        Where not everything can be shown, the headlines are tried by themselves, then the breakdowns beside those
        that can. Not `is_whole`: some areas have yet to sign, so only the headlines are thought of. Two totals of
        which one has an area more tell about that area; the fewer there are, the less.
        What isn't proved to be safe counts as exposed. Raises UncheckedError where that can't be said.
        """
        seen: Seen = {}
        asked: dict[Any, tuple[frozenset[Exposed] | None, list[Exposed]]] = {}

        def check(units: Sequence[Unit], only: Sequence[Exposed] | None) -> list[Exposed]:
            """Each question is put once: what was asked about more figures has the answer about some of them."""
            key = frozenset(units), tuple(self.now.areas[slug].left_out for slug in sorted(self.new))
            wanted = None if only is None else frozenset(only)
            if key in asked and (asked[key][0] is None or (wanted is not None and wanted <= asked[key][0])):
                return [each for each in asked[key][1] if wanted is None or each in wanted]
            asked[key] = wanted, put(units, only)
            return asked[key][1]

        def put(units: Sequence[Unit], only: Sequence[Exposed] | None) -> list[Exposed]:
            beside = self.now.with_total(network_total(self.now.areas, rule, cells(units)))
            found = exposed(beside, self.following, only=only, seen=seen)
            if self.previous is None or not self._tells_of_before(units):
                return found
            return found + exposed(self.previous, beside, only=only, seen=seen)

        found = check([] if is_whole else BREAKDOWNS, None)
        if not found:
            return [] if is_whole else BREAKDOWNS
        headlines = self._headlines(check, found)
        if not is_whole:
            return BREAKDOWNS + headlines
        units = list(headlines)
        found = check(units, found)
        own = {UNIT_OF[each.key] for each in found}
        for more in (own, own | FLOW_UNITS):
            if found:
                units = [unit for unit in BREAKDOWNS if unit in more] + headlines
                found = check(units, found)
        return BREAKDOWNS + headlines if found else units

    def _tells_of_before(self, units: Sequence[Unit]) -> bool:
        """Whether the new versions, or totals without these units, say more of the quarter before than was known."""
        flows = cells(FLOW_UNITS)
        return not FLOW_UNITS.issubset(units) or any(flows - self.now.areas[slug].left_out for slug in self.new)

    def _headlines(self, check: Check, found: Sequence[Exposed]) -> list[Unit]:
        """The headlines to leave out: all that can't stand beside more important ones.

        What is exposed even without any is for the new versions to mend.
        """
        found = check(BREAKDOWNS, found)
        if not found:
            return []
        for more in (FLOW_UNITS, UNITS):
            if check(UNITS, found):
                self.without(more)
        left_out = list(HEADLINE_UNITS)
        for headline in reversed(HEADLINE_UNITS):
            less = [unit for unit in left_out if unit is not headline]
            if not check(BREAKDOWNS + less, found):
                left_out = less
        return left_out
