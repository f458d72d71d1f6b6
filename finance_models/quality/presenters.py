"""The quality report, ready for a page: the four checks, linkage, duplicates, eligibility, and what was rejected."""

import datetime
from collections.abc import Iterable
from typing import Any

from files.offers import Offers
from files.people import OWN_TEAM
from files.tables import Table, numeric
from finance_models.calc.checks import ALL, WORDS, Check
from finance_models.loading import queries
from finance_models.models import DataVersion
from finance_models.runs.words import SETTINGS
from finance_models.steps import Standing
from tenants.models import Area
from ui.charts import Bar, BarChart

TABLES = {"people": "People", "activity": "Activity"}


def figures(version: DataVersion) -> list[Check]:
    """The report's figures; none for a version without a report."""
    return [Check(*row) for row in version.quality.get("checks", [])]


def sentence(version: DataVersion) -> str:
    """`Of 70,000 lines 0.3% are of nobody in the people table, and 140 are alike.`"""
    found = {each.check: each for each in figures(version) if each.table == "activity" and not each.setting}
    if "linkage" not in found:
        return "This version has no quality report."
    linkage, alike = found["linkage"], version.quality["duplicates"]
    rejected = version.count("rejected")
    return (
        f"Of {linkage.of:,} lines of activity {_share(linkage)} are of nobody in the people table, and {alike:,} stand "
        f"there again. {rejected:,} rows were rejected."
    )


def tables(area: Area, version: DataVersion) -> list[Table]:
    """The report's tables, in the order of the page."""
    whole = [each for each in figures(version) if not each.setting]
    return [
        _summary(version, whole),
        _table(version, "columns", "By table and column", _rows(each for each in whole if each.found)),
        _table(version, "settings", "By setting", _rows(each for each in figures(version) if each.setting)),
        _timeliness(version),
        _rejected(version),
    ]


def _summary(version: DataVersion, whole: list[Check]) -> Table:
    """A row for each check of each table, all its columns together."""
    rows: list[list[Any]] = []
    for key, words in WORDS.items():
        for table, name in TABLES.items():
            same = [each for each in whole if (each.check, each.table) == (key, table)]
            if same:
                of, found = sum(each.of for each in same), sum(each.found for each in same)
                rows.append([_title(key), name, words, of, found, _share(Check(key, table, "", ALL, of, found))])
    rows.append(
        ["Duplicates", TABLES["activity"], "lines that stand there again, and are counted", "", _alike(version), ""]
    )
    head = ("Check", "Table", "What is counted", numeric("Of"), numeric("Found"), numeric("Share"))
    return _with(version, "checks", "The checks", head, rows)


def _rows(found: Iterable[Check]) -> list[list[Any]]:
    return [
        [
            _title(each.check),
            TABLES[each.table],
            each.column,
            SETTINGS.get(each.setting, "All"),
            each.of,
            each.found,
            _share(each),
        ]
        for each in found
    ]


def _table(version: DataVersion, key: str, caption: str, rows: list[list[Any]]) -> Table:
    head = ("Check", "Table", "Column", "Setting", numeric("Of"), numeric("Found"), numeric("Share"))
    return _with(version, key, caption, head, rows)


def _timeliness(version: DataVersion) -> Table:
    rows = [
        [SETTINGS.get(setting, setting), datetime.date.fromisoformat(day), days]
        for setting, day, days in version.quality.get("latest", [])
    ]
    head = ("Setting", "Latest activity", numeric("Days before the load"))
    return _with(version, "timeliness", "Timeliness", head, rows)


def _rejected(version: DataVersion) -> Table:
    rows = [
        [TABLES.get(file["table"], file["table"].capitalize()), file["name"], file["rows"], file["rejected"]]
        for file in version.files
    ]
    head = ("Table", "File", numeric("Rows"), numeric("Rejected"))
    return _with(version, "rejected", "Rejected rows", head, rows)


def chart(version: DataVersion, downloads: Offers) -> BarChart:
    """The share found by each check, in a hundred."""
    rows = _summary(version, [each for each in figures(version) if not each.setting]).rows
    bars = tuple(
        Bar(f"{title}: {table.lower()}", round(100 * found / of, 1) if of else 0, share)
        for title, table, _, of, found, share in rows
        if of != ""
    )
    return BarChart(
        id="quality",
        title="What each check found",
        description="The share of cells or lines, in a hundred. Less is better.",
        category="Check",
        measure="In a hundred",
        bars=bars,
        as_at=version.loaded_on,
        source=str(version),
        downloads=downloads,
    )


def standing(area: Area) -> Standing:
    """The line of this step on the path."""
    version = shown(None)
    if version is None:
        return Standing("step_waits", "No data yet.")
    return Standing("step_look" if version.count("rejected") or _alike(version) else "step_ready", sentence(version))


def shown(number: int | None) -> DataVersion | None:
    """The version asked for; else the one that waits to be accepted, else the one in use."""
    if number is not None:
        return queries.find(number)
    return queries.newest_waiting() or queries.in_use()


def _title(check: str) -> str:
    return f"{check[0].upper()}{check[1:]}"


def _share(figure: Check) -> str:
    return f"{100 * figure.share:.1f}%" if figure.of else "None"


def _alike(version: DataVersion) -> int:
    return int(version.quality.get("duplicates", 0))


def _with(version: DataVersion, key: str, caption: str, head: Any, rows: list[list[Any]]) -> Table:
    return Table(
        key=key,
        caption=caption,
        head=head,
        rows=tuple(rows),
        as_at=version.loaded_on,
        source=f"{version}, {version.entry.source}",
        people=OWN_TEAM,
        sample=version.is_sample,
    )
