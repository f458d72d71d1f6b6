"""The region's figures as the board sees them, ready for a page: kept when they were made, rounded and checked."""

from typing import Any

from disclosure import COST_NOTE, HIDDEN_MARK, Rule
from files.offers import Offers
from files.people import People
from files.tables import Table, numeric
from finance_models.region.presenters import area_words, source_words, table_of
from finance_models.release.words import setting_words
from finance_models.runs.words import NOT_A_LIMIT
from tenants.returns.models import RegionFigures
from ui import formats
from ui.charts import Bar, BarChart

FROM_SHOWN = "The last column is made from the two before it, as they are shown."
OTHER = (
    "Settings in which few people, or two of them, hold the cost stand together; so a setting is the least it can be."
)


def sentence(found: RegionFigures) -> str:
    """`4 areas have released sums about 12,345 people.`"""
    areas = formats.plural(len(found.releases), "area has", "areas have")
    return f"{areas} released sums about {_count(found.shown['people'])} people."


def tables(found: RegionFigures, names: dict[str, str]) -> list[Table]:
    """By band, by area, people by area and band, cost by area and setting."""
    shown = found.shown
    bands = [[each["band"], *_figures(each)] for each in shown["bands"]]
    areas = [[area_words(each["area"], names), *_figures(each)] for each in shown["areas"]]
    head = (numeric("People"), numeric("Person-years"), numeric("Cost"))
    rate, mean = numeric("Rate for a person-year"), numeric("Cost of a person-year")
    of_band = ("Band (age/conditions)", *head, rate)
    note = f"{FROM_SHOWN} The uplift of the network is in the rate. {NOT_A_LIMIT}"
    return [
        _table(found, "bands", "Rates by band, over all areas", of_band, bands, note),
        _table(found, "areas", "Cost by area", ("Area", *head, mean), areas, FROM_SHOWN),
        _people(found, names),
        _settings(found, names),
    ]


def chart(found: RegionFigures, names: dict[str, str], downloads: Offers) -> BarChart:
    """What a person-year costs in each area, from figures as shown."""
    sample = " Sample data: made up for this demonstration." if found.is_sample else ""
    return BarChart(
        id="by-area",
        title="Cost of a person-year by area",
        description=f"In pounds, from figures as they are shown here.{sample}",
        category="Area",
        measure="Pounds for a person-year",
        bars=tuple(
            Bar(area_words(each["area"], names), each["mean"], _pounds(each["mean"])) for each in found.shown["areas"]
        ),
        as_at=found.as_at,
        source=source_words(found),
        downloads=downloads,
    )


def _people(found: RegionFigures, names: dict[str, str]) -> Table:
    shown = found.shown
    rows = [
        [area_words(each["area"], names), *map(_count, counts)]
        for each, counts in zip(shown["areas"], shown["cells"], strict=True)
    ]
    head = ("Area", *(numeric(each["band"]) for each in shown["bands"]))
    return _table(found, "people", "People by area and band", head, rows, "")


def _settings(found: RegionFigures, names: dict[str, str]) -> Table:
    costs = found.shown["settings"]
    keys = [key for key in dict.fromkeys(key for of_area in costs.values() for key in of_area) if key != "other"]
    rows = [
        [setting_words(key), *(_pounds(of_area[key]) if key in of_area else "None" for of_area in costs.values())]
        for key in [*keys, "other"]
    ]
    head = ("Setting", *(numeric(area_words(slug, names)) for slug in costs))
    return _table(found, "settings", "Cost by setting and area", head, rows, OTHER)


def _figures(each: dict[str, Any]) -> list[str]:
    return [_count(each["people"]), _count(each["person_years"]), _pounds(each["cost"]), _pounds(each["mean"])]


def _count(shown: int | None) -> str:
    return HIDDEN_MARK if shown is None else f"{shown:,}"


def _pounds(shown: int | None) -> str:
    return HIDDEN_MARK if shown is None else formats.whole_pounds(shown * 100)


def _table(found: RegionFigures, key: str, caption: str, head: Any, rows: list[list[Any]], note: str) -> Table:
    people = People(f"{Rule(*found.shown['rule']).note} {COST_NOTE}")
    return table_of(found, key, caption, head, rows, note=note, people=people)
