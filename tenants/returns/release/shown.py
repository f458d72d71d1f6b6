"""What is shown of one area's return, of one network total, and of a quarter of all areas."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from disclosure import Rule
from tenants.quarters import Quarter
from tenants.returns.release.units import SHOWABLE

Figures = Mapping[str, int]

# More people than any area has: a figure that is left out may be anything up to this.
MANY = 1_000_000


@dataclass(frozen=True)
class AreaShown:
    """One area's signed figures about people, and which of them are left out; the others are shown by `rule`."""

    slug: str
    true: Figures = field(repr=False)
    rule: Rule
    left_out: frozenset[str] = frozenset()

    def without(self, keys: frozenset[str]) -> "AreaShown":
        """The same with just these left out."""
        return replace(self, left_out=keys)

    def shown(self) -> dict[str, int | None]:
        """What others see: None is hidden, and what is left out is not there."""
        return {key: self.rule.shown(self.true.get(key, 0)) for key in SHOWABLE if key not in self.left_out}

    def allowed(self, key: str) -> range:
        """What a figure may be, as far as it alone says."""
        if key in self.left_out:
            return range(MANY + 1)
        return self.rule.possible(self.rule.shown(self.true.get(key, 0)))

    def is_small(self, key: str) -> bool:
        """Whether the figure is hidden, or would be if it weren't left out."""
        return self.rule.shown(self.true.get(key, 0)) is None


@dataclass(frozen=True)
class NetworkShown:
    """Totals of some areas: what is shown of them together."""

    slugs: frozenset[str]
    rule: Rule
    shown: Mapping[str, int | None] = field(repr=False)


@dataclass(frozen=True)
class QuarterShown:
    """A quarter as the reader knows it: each area's figures, and every total of areas whose versions still stand.

    `before`: true figures of the quarter before, by area's slug, where they were signed.
    """

    quarter: Quarter
    areas: Mapping[str, AreaShown] = field(repr=False)
    totals: tuple[NetworkShown, ...] = field(repr=False)
    before: Mapping[str, Figures] = field(repr=False)

    def only(self, slug: str) -> "QuarterShown":
        """One area by itself."""
        return replace(self, areas={slug: self.areas[slug]}, totals=())

    def with_area(self, area: AreaShown) -> "QuarterShown":
        """The same with an area's figures in the place of those it has here."""
        return replace(self, areas={**self.areas, area.slug: area})

    def with_total(self, total: NetworkShown) -> "QuarterShown":
        """The same with one more total."""
        return replace(self, totals=(*self.totals, total))


def network_total(areas: Mapping[str, AreaShown], rule: Rule, left_out: frozenset[str] = frozenset()) -> NetworkShown:
    """Totals of all these areas by the rule, each from its own true value."""
    shown = {
        key: rule.shown(sum(area.true.get(key, 0) for area in areas.values()))
        for key in SHOWABLE
        if key not in left_out
    }
    return NetworkShown(frozenset(areas), rule, shown)
