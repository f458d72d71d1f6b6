"""Bands of need: age by number of long-term conditions, each given as a list of lower edges."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

DEFAULT_AGE_EDGES = (0, 18, 65, 75, 85)
DEFAULT_LTC_EDGES = (0, 1, 2, 4)
ALL = "all"


@dataclass(frozen=True)
class Bands:
    """Lower edges of ages in years and of counts of long-term conditions. One edge, or none, is no division."""

    age_edges: tuple[int, ...] = DEFAULT_AGE_EDGES
    ltc_edges: tuple[int, ...] = DEFAULT_LTC_EDGES

    def validate(self) -> list[str]:
        """Every fault of the edges, as `age_bands: why`."""
        named = (("age_bands", self.age_edges), ("ltc_bands", self.ltc_edges))
        return [f"{name}: {why}" for name, edges in named for why in _faults(edges)]

    def names(self) -> list[str]:
        """All names, by age edge, then by edge of conditions."""
        ages, conditions = range(max(1, len(self.age_edges))), range(max(1, len(self.ltc_edges)))
        return [self.name(age, ltc) for age in ages for ltc in conditions]

    def name(self, age: int, ltc: int) -> str:
        """`65-74/2-3` by the two positions; the name of the one dimension that is divided, or `all`."""
        divided = [(age, self.age_edges), (ltc, self.ltc_edges)]
        return "/".join(label(edges, at) for at, edges in divided if len(edges) > 1) or ALL

    def name_of(self, age: int, ltc_count: int) -> str:
        """The name of the band of a person. Who is born after the window's first year belongs to the youngest."""
        return self.name(position(self.age_edges, age), position(self.ltc_edges, ltc_count))


def position(edges: Sequence[int], value: int) -> int:
    """Which edge a value belongs to, counted from 0; below the first edge it is the first."""
    return max(0, bisect_right(edges, value) - 1)


def label(edges: Sequence[int], at: int) -> str:
    """`2-3`, `1` where only one value is inside, `4+` for the last."""
    low = edges[at]
    if at == len(edges) - 1:
        return f"{low}+"
    high = edges[at + 1] - 1
    return str(low) if low == high else f"{low}-{high}"


def _faults(edges: Sequence[int]) -> list[str]:
    faults = []
    if edges and edges[0] != 0:
        faults.append(f"the first edge is {edges[0]}; begin with 0, so that everybody has a band")
    if any(later <= earlier for earlier, later in zip(edges, edges[1:], strict=False)):
        faults.append(f"the edges {', '.join(map(str, edges))} do not rise; write each once, the lowest first")
    return faults
