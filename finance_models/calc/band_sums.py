"""Sums over the people of a band: all that a capitated rate and its interval need.

Sums of several areas add up to the sums of all their people, so a pooled rate comes from the same code.
"""

from dataclasses import dataclass, fields

import ibis

from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.people import with_band

WIDE = "decimal(38, 0)"


@dataclass(frozen=True)
class BandSums:
    """Whole numbers: days in the window, and pence. `truncated` costs are cut at the truncation, person by person."""

    people: int = 0
    days: int = 0
    days_squared: int = 0
    truncated: int = 0
    truncated_squared: int = 0
    truncated_by_days: int = 0
    excess: int = 0

    @property
    def cost(self) -> int:
        """Pence before truncation."""
        return self.truncated + self.excess

    def __add__(self, other: "BandSums") -> "BandSums":
        return BandSums(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


def band_sums(people: ibis.Table, terms: CapitationTerms) -> dict[str, BandSums]:
    """The sums of each band that has people, from one row a person with age, ltc_count, days and pence."""
    most = terms.truncation_pence
    banded = with_band(people, terms.bands)
    banded = banded.mutate(
        cut=ibis.ifelse(banded.pence > most, most, banded.pence).cast(WIDE), wide=banded.days.cast(WIDE)
    )
    sums = banded.group_by("band").agg(
        people=banded.count(),
        days=banded.days.sum(),
        days_squared=(banded.wide * banded.wide).sum(),
        truncated=banded.cut.sum(),
        truncated_squared=(banded.cut * banded.cut).sum(),
        truncated_by_days=(banded.cut * banded.wide).sum(),
        excess=(banded.pence - banded.cut).sum(),
    )
    found = {}
    for row in sums.to_pyarrow().to_pylist():
        name = row.pop("band")
        found[name] = BandSums(**{key: int(value) for key, value in row.items()})
    return {name: found[name] for name in terms.bands.names() if name in found}
