"""Areas side by side (stage 4): cost by setting and by band with intervals, quality of data, and activity."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from finance_models.calc import frames, money
from finance_models.calc.band_sums import BandSums
from finance_models.calc.capitation import NORMAL_95, interval
from finance_models.calc.costing import OUTCOMES, UNCOSTED
from finance_models.calc.regional.cells import SettingSums
from finance_models.calc.regional.pooling import Pooled
from finance_models.calc.regional.releasing import Release

if TYPE_CHECKING:
    import pandas as pd

REGION = "region"
FORMULA = (
    "Cost for a person-year is the sum of cost by the sum of person-years, with its 95% interval. The expected cost of "
    "an area's people is the region's cost for a person-year of each band times the area's person-years."
)


@dataclass(frozen=True)
class AreaCost:
    """One area's cost for a person-year, in pence, with its 95% interval; of a setting or a band.

    `is_partial`: some of the setting's cost stands under `other`, so this is the least that it can be.
    """

    area: str
    what: str
    people: int
    person_years: Fraction
    mean: int
    interval: tuple[int, int] | None
    is_partial: bool = False


@dataclass(frozen=True)
class AgainstExpected:
    """What an area's people cost (cut at the truncation), and what they would at the region's means, in pence."""

    area: str
    cost: int
    expected: int

    @property
    def ratio(self) -> Fraction | None:
        """Cost by expected cost: 1 is as the region."""
        return Fraction(self.cost, self.expected) if self.expected else None


@dataclass(frozen=True)
class Benchmarks:
    """The areas and the region beside each other."""

    by_setting: tuple[AreaCost, ...]
    by_band: tuple[AreaCost, ...]
    against_expected: tuple[AgainstExpected, ...]

    def table(self, what: str = "setting") -> "pd.DataFrame":
        """One row an area and setting (or `band`); money in pence for a person-year."""
        rows = [
            (
                each.what,
                each.area,
                each.people,
                float(each.person_years),
                each.mean,
                *(each.interval or (None, None)),
                each.is_partial,
            )
            for each in (self.by_setting if what == "setting" else self.by_band)
        ]
        columns = ["area", "people", "person_years", "mean_pence", "low_pence", "high_pence", "is_partial"]
        return frames.table(rows, [what, *columns])


def benchmark(pooled: Pooled) -> Benchmarks:
    """Cost by setting and by band of each area, and of the region."""
    everywhere = {**pooled.by_area, REGION: pooled.sums}
    settings = sorted({name for area in pooled.areas for name in _setting_sums(pooled, area)})
    by_setting = [
        _of_setting(pooled, area, name, everywhere[area]) for name in settings for area in (*pooled.areas, REGION)
    ]
    by_band = [
        _of_band(pooled, area, band, everywhere[area][band])
        for band in pooled.bands.names()
        for area in (*pooled.areas, REGION)
        if band in everywhere[area]
    ]
    against = [_against_expected(pooled, area) for area in pooled.areas]
    return Benchmarks(tuple(by_setting), tuple(by_band), tuple(against))


def quality_table(releases: Sequence[Release]) -> "pd.DataFrame":
    """One row an area: lines by outcome, and the share of those that count whose cost isn't known."""
    rows = []
    for each in releases:
        counting = sum(each.activity.values())
        share = each.lines[UNCOSTED] / counting if counting else None
        rows.append((each.area, *(each.lines[outcome] for outcome in OUTCOMES), share))
    return frames.table(rows, ["area", *(f"{outcome}_lines" for outcome in OUTCOMES), "uncosted_share"])


def activity_table(releases: Sequence[Release]) -> "pd.DataFrame":
    """One row an area and setting: lines, and lines for a person-year."""
    rows = []
    for each in releases:
        years = sum(band.sums.days for band in each.bands) / each.window.days
        rows += [
            (each.area, setting, lines, lines / years if years else None) for setting, lines in each.activity.items()
        ]
    return frames.table(rows, ["area", "setting", "lines", "lines_a_person_year"])


def _setting_sums(pooled: Pooled, area: str) -> dict[str, SettingSums]:
    """An area's sums by setting over all bands; for the region over all areas."""
    areas = pooled.areas if area == REGION else (area,)
    found: dict[str, SettingSums] = {}
    for each in areas:
        for of_band in pooled.settings_by_area[each].values():
            for setting, sums in of_band.items():
                found[setting] = found.get(setting, SettingSums(0, 0)) + sums
    return found


def _of_setting(pooled: Pooled, area: str, setting: str, bands: dict[str, BandSums]) -> AreaCost:
    sums = _setting_sums(pooled, area).get(setting, SettingSums(0, 0))
    people = sum(each.people for each in bands.values())
    years = Fraction(sum(each.days for each in bands.values()), pooled.window.days)
    mean = sums.cost / years
    areas = pooled.areas if area == REGION else (area,)
    is_partial = any(setting in pooled.together_by_area[each] for each in areas)
    return AreaCost(
        area, setting, people, years, money.half_up(mean), _setting_interval(sums, people, years), is_partial
    )


def _setting_interval(sums: SettingSums, people: int, years: Fraction) -> tuple[int, int] | None:
    """±1.96·√(n·s²) ÷ Y, with s² the variance of the people's costs in the setting, noughts included."""
    if people < 2:
        return None
    squares = sums.cost_squared - Fraction(sums.cost**2, people)
    margin = NORMAL_95 * Fraction(math.sqrt(people * squares / (people - 1))) / years
    mean = sums.cost / years
    return money.half_up(mean - margin), money.half_up(mean + margin)


def _of_band(pooled: Pooled, area: str, band: str, sums: BandSums) -> AreaCost:
    years = Fraction(sums.days, pooled.window.days)
    mean = money.half_up(sums.truncated / years)
    return AreaCost(area, band, sums.people, years, mean, interval(sums, pooled.window))


def _against_expected(pooled: Pooled, area: str) -> AgainstExpected:
    region = pooled.sums
    expected = sum(
        (
            Fraction(region[band].truncated * each.days, region[band].days)
            for band, each in pooled.by_area[area].items()
        ),
        Fraction(0),
    )
    return AgainstExpected(area, sum(each.truncated for each in pooled.by_area[area].values()), money.half_up(expected))
