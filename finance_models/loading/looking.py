"""What is looked at once all files of a version are read: its dates, its quality, and which lines are alike."""

import csv
import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ibis

from config.today import today
from files.writing_cells import guarded
from finance_models.calc import duplicates, engine, linked, quality
from finance_models.loading import folders

LISTED_DUPLICATES = 10_000


@dataclass(frozen=True)
class Seen:
    """The first and last day of activity (None without any), and the quality report as JSON."""

    first_date: datetime.date | None = None
    last_date: datetime.date | None = None
    quality: dict[str, Any] = field(default_factory=dict)


def look(folder: Path) -> Seen:
    """Look at a version's folder, and write the list of lines that are alike into it."""
    scratch = folder / folders.GIVEN
    connection = engine.connect(scratch=scratch)
    try:
        data = linked.open_parquet(
            connection, people=folder / "people", activity=folder / "activity", unit_costs=[], factors={}
        )
        days = data.activity.aggregate(first=data.activity.date.min(), last=data.activity.date.max())
        row = days.to_pyarrow().to_pylist()[0]
        alike = duplicates.duplicate_rows(data)
        made = quality.quality(data, as_at=today(), alike=alike)
        if made.duplicates:
            _list_duplicates(alike, folder / folders.DUPLICATES)
        return Seen(row["first"], row["last"], document(made))
    finally:
        connection.disconnect()


def document(made: quality.Quality) -> dict[str, Any]:
    """The report as JSON: [check, table, column, setting, of, found] for each table as a whole, and for each setting
    where something was found."""
    return {
        "checks": [
            [each.check, each.table, each.column, each.setting, each.of, each.found]
            for each in made.checks
            if each.found or not each.setting
        ],
        "latest": [[each.setting, each.day.isoformat(), each.days] for each in made.latest],
        "duplicates": made.duplicates,
    }


def _list_duplicates(rows: ibis.Table, path: Path) -> None:
    """The lines that are alike, each once, with how many there are; the most first."""
    found = rows.order_by(ibis.desc("rows")).limit(LISTED_DUPLICATES).to_pyarrow().to_pylist()
    names = rows.columns
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([guarded("" if row[name] is None else str(row[name])) for name in names] for row in found)
    path.chmod(0o600)
