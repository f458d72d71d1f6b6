"""The region's figures as JSON: whole pence as numbers, person-years and shares as text. Exact, for the finance group.

Areas stand in it by their names in addresses; the region's own rows by `REGION`.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from finance_models.calc import money
from finance_models.calc.capitation import Capitation
from finance_models.calc.costing import UNCOSTED
from finance_models.calc.regional import Pooled, Release, benchmark, reference_rates
from finance_models.calc.regional.benchmarks import AreaCost
from finance_models.runs.documents import band_document, value_document


def region_document(pooled: Pooled, made: Capitation, releases: Sequence[Release]) -> dict[str, Any]:
    """Rates, benchmarks, quality and activity."""
    marks = benchmark(pooled)
    return {
        "bands": [band_document(each) for each in made.bands],
        "groups": {name: list(group) for name, group in zip(pooled.bands.names(), pooled.bands.groups, strict=True)},
        "reference": {band: str(rate) for band, rate in reference_rates(pooled, made).items()},
        **value_document(made),
        "warnings": list(made.warnings),
        "by_setting": [_mark(each) for each in marks.by_setting],
        "by_band": [_mark(each) for each in marks.by_band],
        "against": [
            {**asdict(each), "ratio": None if each.ratio is None else money.places(each.ratio, 4)}
            for each in marks.against_expected
        ],
        "people": {
            area: {band: sums.people for band, sums in of_area.items()} for area, of_area in pooled.by_area.items()
        },
        "sums": _sums(pooled),
        "quality": [_quality(each) for each in releases],
    }


def _mark(each: AreaCost) -> dict[str, Any]:
    return {
        "area": each.area,
        "what": each.what,
        "people": each.people,
        "person_years": money.places(each.person_years, 6),
        "mean": each.mean,
        "interval": list(each.interval) if each.interval else None,
        "is_partial": each.is_partial,
    }


def _sums(pooled: Pooled) -> dict[str, dict[str, Any]]:
    """By area: days, cost, and cost by setting over all bands; in pence."""
    found: dict[str, dict[str, Any]] = {}
    for area, of_area in pooled.by_area.items():
        settings: dict[str, int] = {}
        for of_band in pooled.settings_by_area[area].values():
            for setting, sums in of_band.items():
                settings[setting] = settings.get(setting, 0) + sums.cost
        days = sum(sums.days for sums in of_area.values())
        found[area] = {"days": days, "cost": sum(sums.cost for sums in of_area.values()), "settings": settings}
    return found


def _quality(release: Release) -> dict[str, Any]:
    """Lines by outcome, the share of those that count whose cost isn't known, and lines by setting by person-year."""
    years = sum(band.sums.days for band in release.bands) / release.window.days
    counting = sum(release.activity.values())
    return {
        "area": release.area,
        "lines": dict(release.lines),
        "uncosted_share": release.lines[UNCOSTED] / counting if counting else None,
        "activity": {
            setting: {"lines": lines, "a_person_year": round(lines / years, 3) if years else None}
            for setting, lines in release.activity.items()
        },
    }
