"""The capitated rate of each band (stage 2), from the bands' sums, in exact fractions until the last rounding.

A rate is in pence for a person-year. Nothing is divided by nought: a band without people has no rate, and a total
cost of nought gives rates of nought. Every page that shows a rate says that it is not a limit on the care a person
needs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from finance_models.calc import frames, money
from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.band_sums import BandSums
from finance_models.calc.windows import Window

if TYPE_CHECKING:
    import pandas as pd

NORMAL_95 = Fraction("1.96")
LEAST_RATIO, MOST_RATIO = Fraction("0.8"), Fraction("1.25")
COLUMNS = (
    "band", "people", "person_years", "cost_pence", "excess_pence", "raw_pence", "raw_low_pence", "raw_high_pence",
    "rate_pence",
)  # fmt: skip
NOT_A_LIMIT = "A rate is not a limit on the care a person needs."


@dataclass(frozen=True)
class BandRate:
    """One band. Pence a person-year, but for the sums; `exact_rate` is `rate` before it was rounded."""

    band: str
    sums: BandSums
    person_years: Fraction
    raw: Fraction
    reference: Fraction | None
    credibility: Fraction
    blend: Fraction
    exact_rate: Fraction
    interval: tuple[int, int] | None

    @property
    def rate(self) -> int:
        """The rate in whole pence, half-up."""
        return money.half_up(self.exact_rate)


@dataclass(frozen=True)
class Capitation:
    """Rates of all bands that have people, in order; sums in whole pence."""

    bands: tuple[BandRate, ...]
    total: int
    excess: int
    value: int
    scale: Fraction
    reference_level: Fraction | None
    uplift: Fraction
    warnings: tuple[str, ...]

    def table(self) -> "pd.DataFrame":
        """One row a band: people, person-years, and pence; the interval is missing for a band of one."""
        rows = [
            (
                each.band,
                each.sums.people,
                float(each.person_years),
                each.sums.cost,
                each.sums.excess,
                money.half_up(each.raw),
                *(each.interval or (None, None)),
                each.rate,
            )
            for each in self.bands
        ]
        return frames.table(rows, COLUMNS)


def capitate(sums: Mapping[str, BandSums], window: Window, terms: CapitationTerms) -> Capitation:
    """Rates from the sums of each band, by name; bands without person-years are passed over."""
    sums = {band: sums[band] for band in terms.bands.names() if band in sums and sums[band].days > 0}
    years = {band: Fraction(each.days, window.days) for band, each in sums.items()}
    raw = {band: each.truncated / years[band] for band, each in sums.items()}
    level = _reference_level(sums, years, terms)
    weight = {band: _credibility(band, years[band], terms) for band in sums}
    blend = {
        band: weight[band] * raw[band] + (1 - weight[band]) * _reference(band, terms) * (level or 0) for band in sums
    }
    total = sum(each.cost for each in sums.values())
    spread = sum((blend[band] * years[band] for band in sums), Fraction(0))
    scale = total / spread if spread else Fraction(0)
    bands = tuple(
        BandRate(
            band=band,
            sums=each,
            person_years=years[band],
            raw=raw[band],
            reference=_reference(band, terms) if band in terms.reference else None,
            credibility=weight[band],
            blend=blend[band],
            exact_rate=blend[band] * scale * terms.uplift,
            interval=interval(each, window),
        )
        for band, each in sums.items()
    )
    return Capitation(
        bands=bands,
        total=total,
        excess=sum(each.excess for each in sums.values()),
        value=money.half_up(total * terms.uplift),
        scale=scale,
        reference_level=level,
        uplift=terms.uplift,
        warnings=tuple(_warnings(bands, terms, total, spread)),
    )


def interval(sums: BandSums, window: Window) -> tuple[int, int] | None:
    """The 95% interval of a band's raw rate in whole pence, not clipped at nought; None for fewer than two people.

    ±1.96·√(n·s²) ÷ Y with s² = Σ(c′ − raw·y)² ÷ (n − 1).
    """
    if sums.people < 2:
        return None
    years = Fraction(sums.days, window.days)
    raw = sums.truncated / years
    squares = (
        sums.truncated_squared
        - 2 * raw * Fraction(sums.truncated_by_days, window.days)
        + raw * raw * Fraction(sums.days_squared, window.days**2)
    )
    margin = NORMAL_95 * money.root(sums.people * squares / (sums.people - 1)) / years
    return money.half_up(raw - margin), money.half_up(raw + margin)


def _credibility(band: str, years: Fraction, terms: CapitationTerms) -> Fraction:
    """Z: how far the band's own cost counts; wholly where there is no reference rate."""
    if band not in terms.reference:
        return Fraction(1)
    return years / (years + Fraction(terms.credibility))


def _reference(band: str, terms: CapitationTerms) -> Fraction:
    """The reference rate in pence; 0 where there is none."""
    return Fraction(terms.reference.get(band, 0)) * money.PENCE_IN_A_POUND


def _reference_level(
    sums: Mapping[str, BandSums], years: Mapping[str, Fraction], terms: CapitationTerms
) -> Fraction | None:
    """κ: what the bands with a reference cost, by what they would cost at the reference rates."""
    both = [band for band in sums if band in terms.reference]
    expected = sum((_reference(band, terms) * years[band] for band in both), Fraction(0))
    return sum(sums[band].truncated for band in both) / expected if expected else None


def _warnings(bands: tuple[BandRate, ...], terms: CapitationTerms, total: int, spread: Fraction) -> list[str]:
    warnings = []
    if total and not spread:
        warnings.append("Costs and refunds cancel out, so no rate can be made of them: all rates are 0.")
    for each in bands:
        own = each.sums.cost / each.person_years * terms.uplift
        if own == each.exact_rate:
            continue
        ratio = each.exact_rate / own if own else None
        if ratio is None or not LEAST_RATIO <= ratio <= MOST_RATIO:
            times = "not nought, as its cost is" if ratio is None else f"{money.places(ratio, 2)} times its own cost"
            why = "truncation or the reference rates move much of it; check that the band is large enough"
            warnings.append(f"Band {each.band}: the rate {money.in_words(each.rate)} is {times}; {why}.")
    return warnings
