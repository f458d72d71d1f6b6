"""Everything that a statement shows in tables, as it stands today."""

import datetime
from dataclasses import dataclass
from typing import Any

from config.today import today
from files.tables import Table
from market.statements import forecast, freezing, gap_map, gaps, supply, tables, unmet
from market.statements.gaps import Gap
from tenants.models import Area

# In which part of a statement each table stands.
OF_PARTS = {
    "see": ("population", "forecast", "supply", "prices"),
    "missing": ("gaps", "rural", "unmet", "unmet-time", "unmet-group"),
    "buy": ("interventions",),
    "work": (),
}


@dataclass(frozen=True)
class Picture:
    """The tables by key, and the gaps behind them. `kept_map` is the map of `gap_map`."""

    area: Area
    counted_to: datetime.date
    tables: dict[str, Table]
    gaps: dict[str, Gap]
    rural: dict[str, Gap]
    kept_map: dict[str, Any]

    def to_json(self) -> dict[str, Any]:
        """As a version of a statement keeps it."""
        return {
            "tables": [freezing.frozen(table) for table in self.tables.values()],
            "gaps": {need: gap.to_json() for need, gap in self.gaps.items()},
            "rural": {need: gap.to_json() for need, gap in self.rural.items()},
            "map": self.kept_map,
        }


def of(area: Area, day: datetime.date | None = None) -> Picture:
    """The area's picture. A fixed number of queries, however many offers, people and areas there are."""
    found = _gaps(area, day)
    beside = [
        forecast.population_table(area),
        forecast.forecast_table(area, day or today()),
        tables.supply_table(area, found.supply),
        tables.price_table(area),
    ]
    return _picture(area, found, beside)


def gaps_of(area: Area, day: datetime.date | None = None) -> Picture:
    """The same with the tables of gaps alone, for the page of gaps."""
    return _picture(area, _gaps(area, day), [])


def _picture(area: Area, found: "_Found", beside: list[Table]) -> Picture:
    counted_to = found.unmet.counted_to
    shown = [
        *beside,
        tables.gap_table("gaps", "Where the gaps are", found.gaps, counted_to, rural=False),
        tables.gap_table("rural", "In villages and the countryside", found.rural, counted_to, rural=True),
        tables.unmet_table(found.unmet),
        tables.split_table(found.unmet, unmet.TIMES, "When people need what they could not find"),
        tables.split_table(found.unmet, unmet.GROUPS, "For whom they could not find it"),
        tables.intervention_table(area),
    ]
    kept_map = gap_map.kept_map(area, found.gaps, found.rural, found.supply)
    return Picture(area, counted_to, {table.key: table for table in shown}, found.gaps, found.rural, kept_map)


@dataclass(frozen=True)
class _Found:
    supply: tables.Supplies
    unmet: unmet.AreaUnmet
    gaps: dict[str, Gap]
    rural: dict[str, Gap]


def _gaps(area: Area, day: datetime.date | None) -> _Found:
    offers, missed = supply.by_need_and_area(), unmet.of_area(area, day)
    return _Found(
        offers,
        missed,
        gaps.of_area(area.slug, offers, missed),
        gaps.in_villages(area.slug, offers, missed),
    )
