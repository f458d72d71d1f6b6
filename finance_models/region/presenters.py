"""The region's exact figures, ready for the pages of the network's finance group."""

from typing import Any

from files.offers import Offers
from files.people import NO_PEOPLE, People
from files.tables import Table, numeric
from finance_models.calc.tables import SETTINGS as SETTINGS_IN_ORDER
from finance_models.region.queries import Standing
from finance_models.release.words import setting_words
from finance_models.runs.words import NOT_A_LIMIT
from tenants.returns.models import RegionFigures
from ui import formats
from ui.charts import Bar, BarChart

REGION, OTHER = "region", "other"
EXACT = People(
    "Exact sums, for the network's finance group: none is hidden. Don't pass this on; the board has its own."
)
PARTIAL = "At least: a part of it stands under other settings together, since few people used it."
INTERVAL = "95% interval"


def sentence(found: RegionFigures) -> str:
    """`4 areas, 12,345 people: £30,000,000 in the base year.`"""
    result = found.result
    people = sum(band["people"] for band in result["bands"])
    return (
        f"{formats.plural(len(found.releases), 'area has', 'areas have')} released sums about "
        f"{formats.plural(people, 'person', 'people')}, who cost {formats.whole_pounds(result['total'])} in the base "
        "year."
    )


def rates_table(found: RegionFigures) -> Table:
    """Columns: band, people, person-years, cost, raw rate, interval, rate."""
    rows = [
        [
            each["band"],
            each["people"],
            _years(each),
            formats.pounds(each["cost"]),
            formats.pounds(each["raw"]),
            interval_words(each["interval"]),
            formats.pounds(each["rate"]),
        ]
        for each in found.result["bands"]
    ]
    head = (
        "Band (age/conditions)", numeric("People"), numeric("Person-years"), numeric("Cost"), numeric("Raw rate"),
        INTERVAL, numeric("Rate"),
    )  # fmt: skip
    return table_of(found, "rates", "The region's rates for a person-year", head, rows, note=NOT_A_LIMIT)


def benchmarks_table(found: RegionFigures, by: str, names: dict[str, str]) -> Table:
    """Cost for a person-year by setting or by band, of each area and the region. `by`: "setting" or "band"."""
    marks = found.result["by_setting" if by == "setting" else "by_band"]
    rows = [
        [
            _what(each["what"], by),
            area_words(each["area"], names),
            each["people"],
            _years(each),
            _mean(each),
            interval_words(each["interval"]),
        ]
        for each in _in_order(marks, by)
    ]
    title = "Setting" if by == "setting" else "Band (age/conditions)"
    head = (title, "Area", numeric("People"), numeric("Person-years"), numeric("Cost of a person-year"), INTERVAL)
    note = PARTIAL if any(each["is_partial"] for each in marks) else ""
    return table_of(found, f"by-{by}", f"Cost of a person-year by {by} and area", head, rows, note=note)


def against_table(found: RegionFigures, names: dict[str, str]) -> Table:
    """What each area's people cost beside what they would at the region's means of their bands."""
    rows = [
        [
            area_words(each["area"], names),
            formats.pounds(each["cost"]),
            formats.pounds(each["expected"]),
            "No cost" if each["ratio"] is None else f"{float(each['ratio']):.2f}",
        ]
        for each in found.result["against"]
    ]
    head = ("Area", numeric("Cost within the truncation"), numeric("Expected at the region's means"), numeric("Ratio"))
    note = "1 is as the region. Age and number of conditions are allowed for; nothing else is."
    return table_of(found, "against", "Cost beside what would be expected", head, rows, note=note)


def quality_table(found: RegionFigures, names: dict[str, str]) -> Table:
    """Lines of activity by what became of them."""
    rows = [
        [
            area_words(each["area"], names),
            *(each["lines"][key] for key in ("costed", "uncosted", "outside_eligibility", "unlinked")),
            "No lines" if each["uncosted_share"] is None else f"{100 * each['uncosted_share']:.1f}%",
        ]
        for each in found.result["quality"]
    ]
    head = (
        "Area", numeric("Costed lines"), numeric("Without a price"), numeric("Outside eligibility"),
        numeric("Of nobody"), numeric("Share without a price"),
    )  # fmt: skip
    return table_of(found, "quality", "Quality of the data", head, rows)


def activity_table(found: RegionFigures, names: dict[str, str]) -> Table:
    """Lines that count, by setting, for a person-year."""
    rows = [
        [setting_words(setting), area_words(each["area"], names), counts["lines"], _a_year(counts["a_person_year"])]
        for setting in (*SETTINGS_IN_ORDER, OTHER)
        for each in found.result["quality"]
        for counts in [each["activity"].get(setting)]
        if counts
    ]
    head = ("Setting", "Area", numeric("Lines"), numeric("Lines for a person-year"))
    return table_of(found, "activity", "Activity by setting and area", head, rows)


def releases_table(standings: list[Standing]) -> Table:
    """Every area: what it has released, by which terms, and when."""
    rows = [
        [
            each.area.name,
            _status(each),
            each.release.number if each.release else "None",
            formats.date(each.release.as_at) if each.release else "Not yet",
            str(each.release.terms) if each.release else "None",
        ]
        for each in standings
    ]
    days = [each.release.as_at for each in standings if each.release]
    return Table(
        key="releases",
        caption="What areas have released",
        head=("Area", "In these figures", "Release", "Released on", "By"),
        rows=tuple(rows),
        as_at=max(days, default=None),
        source="Areas' finance models",
        people=NO_PEOPLE,
        sample=any(each.release.is_sample for each in standings if each.release),
    )


def rates_chart(found: RegionFigures, downloads: Offers) -> BarChart:
    """The raw rate of each band with its interval, in pounds."""
    bars = tuple(_bar(each["band"], each["raw"], each["interval"]) for each in found.result["bands"])
    return _chart(found, "rates", "Cost of a person-year by band", "Band (age/conditions)", bars, downloads)


def benchmark_chart(found: RegionFigures, by: str, chosen: str, names: dict[str, str], downloads: Offers) -> BarChart:
    """The areas beside each other in one setting or band, the region last."""
    marks = found.result["by_setting" if by == "setting" else "by_band"]
    bars = tuple(
        _bar(area_words(each["area"], names), each["mean"], each["interval"], is_least=each["is_partial"])
        for each in marks
        if each["what"] == chosen
    )
    return _chart(found, f"by-{by}", f"{_what(chosen, by)}: cost of a person-year", "Area", bars, downloads)


def choices(found: RegionFigures, by: str) -> list[tuple[str, str]]:
    """(key, words) of the settings or bands that can be looked at."""
    marks = _in_order(found.result["by_setting" if by == "setting" else "by_band"], by)
    return [(key, _what(key, by)) for key in dict.fromkeys(each["what"] for each in marks)]


def tables(found: RegionFigures, names: dict[str, str]) -> list[Table]:
    """Every table of the exact figures."""
    return [
        rates_table(found),
        benchmarks_table(found, "setting", names),
        benchmarks_table(found, "band", names),
        against_table(found, names),
        quality_table(found, names),
        activity_table(found, names),
    ]


def source_words(found: RegionFigures) -> str:
    """`Region's figures 3, by network terms 1`."""
    return f"{found}, by {str(found.terms)[0].lower()}{str(found.terms)[1:]}, code {found.code_version}"


def area_words(slug: str, names: dict[str, str]) -> str:
    """An area's name; the region's own rows."""
    return "The region" if slug == REGION else names.get(slug, slug)


def interval_words(ends: list[int] | None) -> str:
    """`£715.22 to £1,332.34`."""
    return f"{formats.pounds(ends[0])} to {formats.pounds(ends[1])}" if ends else "One person"


def table_of(
    found: RegionFigures,
    key: str,
    caption: str,
    head: Any,
    rows: list[list[Any]],
    *,
    note: str = "",
    people: People = EXACT,
) -> Table:
    """A table of the figures; `people` says what of them is hidden."""
    return Table(
        key=key,
        caption=caption,
        head=head,
        rows=tuple(rows),
        as_at=found.as_at,
        source=source_words(found),
        note=note,
        people=people,
        sample=found.is_sample,
    )


def _chart(
    found: RegionFigures, key: str, title: str, category: str, bars: tuple[Bar, ...], downloads: Offers
) -> BarChart:
    sample = " Sample data: made up for this demonstration." if found.is_sample else ""
    return BarChart(
        id=f"chart-{key}",
        title=title,
        description=f"In pounds, with the {INTERVAL} of each.{sample}",
        category=category,
        measure="Pounds for a person-year",
        bars=bars,
        interval=INTERVAL,
        as_at=found.as_at,
        source=source_words(found),
        downloads=downloads,
    )


def _bar(label: str, pence: int, ends: list[int] | None, *, is_least: bool = False) -> Bar:
    shown = f"{'at least ' if is_least else ''}{formats.whole_pounds(pence)}"
    low, high = (round(end / 100) for end in ends) if ends else (None, None)
    words = f"{formats.whole_pounds(ends[0])} to {formats.whole_pounds(ends[1])}" if ends else "One person"
    return Bar(label, max(0, round(pence / 100)), shown, low=low, high=high, interval=words)


def _in_order(marks: list[dict[str, Any]], by: str) -> list[dict[str, Any]]:
    if by != "setting":
        return marks
    places = {name: at for at, name in enumerate((*SETTINGS_IN_ORDER, OTHER))}
    return sorted(marks, key=lambda each: places.get(each["what"], len(places)))


def _what(key: str, by: str) -> str:
    return setting_words(key) if by == "setting" else key


def _mean(each: dict[str, Any]) -> str:
    return f"at least {formats.pounds(each['mean'])}" if each["is_partial"] else formats.pounds(each["mean"])


def _years(each: dict[str, Any]) -> str:
    return f"{float(each['person_years']):,.2f}"


def _a_year(value: float | None) -> str:
    return "No people" if value is None else f"{value:,.2f}"


def _status(each: Standing) -> dict[str, str]:
    if each.counts:
        return {"status": "release_released", "text": "Yes"}
    if each.release:
        return {"status": "release_superseded", "text": "No: by earlier terms"}
    return {"status": "release_prepared", "text": "No"}
