"""The `[capitation]` part: bands, truncation, credibility, uplift, and reference rates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from finance_models.calc import money
from finance_models.calc.assumptions.sections import Section
from finance_models.calc.bands import DEFAULT_AGE_EDGES, DEFAULT_LTC_EDGES, Bands

NAME = "capitation"
SHARES = ("inflation", "growth", "efficiency")
KEYS = ("truncation", "credibility", *SHARES, "ltc_bands", "age_bands", "reference")
ASK_POUNDS = "write pounds, such as 30000"
ASK_YEARS = "write person-years, such as 2; 0 means that each band speaks for itself"
ASK_SHARE = "write a share, such as 0.021 for 2.1%"


@dataclass(frozen=True)
class CapitationTerms:
    """How a capitated rate is made.

    `truncation` and the `reference` rates are in pounds (a rate is for a person-year, by band); `credibility` in
    person-years; the rest are shares, 0.021 for 2.1%.
    """

    truncation: Decimal
    credibility: Decimal
    inflation: Decimal = Decimal(0)
    growth: Decimal = Decimal(0)
    efficiency: Decimal = Decimal(0)
    bands: Bands = field(default_factory=Bands)
    reference: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def uplift(self) -> Fraction:
        """(1 + inflation) × (1 + growth) × (1 − efficiency)."""
        return (1 + Fraction(self.inflation)) * (1 + Fraction(self.growth)) * (1 - Fraction(self.efficiency))

    @property
    def truncation_pence(self) -> int:
        """The most of a person's cost that counts in their band, in pence."""
        return money.pence(self.truncation)

    def validate(self) -> list[str]:
        """Every fault, as a line that says where, what and how to mend it."""
        faults = []
        if self.truncation <= 0:
            faults.append(f"truncation: {self.truncation} is not above 0; {ASK_POUNDS}")
        elif (Fraction(self.truncation) * 100).denominator != 1:
            faults.append(f"truncation: {self.truncation} is no sum of whole pence; {ASK_POUNDS}")
        if self.credibility < 0:
            faults.append(f"credibility: {self.credibility} is below 0; {ASK_YEARS}")
        for name in SHARES:
            if not -1 < (share := getattr(self, name)) < 1:
                faults.append(f"{name}: {share} is not between -1 and 1; {ASK_SHARE}")
        faults += self.bands.validate()
        if not self.bands.validate():
            faults += self._reference_faults()
        return [f"[{NAME}] {fault}" for fault in faults]

    def _reference_faults(self) -> list[str]:
        names = self.bands.names()
        known = ", ".join(names)
        faults = [
            f"reference, {band}: there is no such band; the bands are {known}"
            for band in self.reference
            if band not in names
        ]
        return faults + [
            f"reference, {band}: {rate} is below 0; write pounds for a person-year, such as 5000"
            for band, rate in self.reference.items()
            if rate < 0
        ]


def read(document: Mapping[str, Any]) -> tuple[CapitationTerms | None, list[str]]:
    """The terms in an assumptions document whose numbers are decimals, or none, and every fault."""
    section = Section(NAME, document.get(NAME), known=KEYS)
    if NAME not in document:
        return None, [f"[{NAME}] is missing; add it with {', '.join(KEYS[:-1])}"]
    # A stand-in without fault takes the place of what can't be read, so that the rest is checked too.
    shares = {name: section.number(name, ASK_SHARE) or Decimal(0) for name in SHARES}
    truncation, credibility = section.number("truncation", ASK_POUNDS), section.number("credibility", ASK_YEARS)
    terms = CapitationTerms(
        truncation=Decimal(1) if truncation is None else truncation,
        credibility=Decimal(1) if credibility is None else credibility,
        bands=Bands(section.edges("age_bands", DEFAULT_AGE_EDGES), section.edges("ltc_bands", DEFAULT_LTC_EDGES)),
        reference=_reference(section),
        **shares,
    )
    faults = section.faults + terms.validate()
    return (None, faults) if faults else (terms, [])


def _reference(section: Section) -> dict[str, Decimal]:
    """Rates that can be read; a name that is no band is kept, for its fault."""
    ask = "write pounds for a person-year, such as 5000"
    values = section.table("reference").items()
    rates = {band: section.decimal(f"reference, {band}", rate, ask) for band, rate in values}
    return {band: Decimal(0) if rate is None else rate for band, rate in rates.items()}
