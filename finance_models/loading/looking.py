"""What is looked at once all files of a version are read: its dates, and its quality."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from finance_models.calc import engine


@dataclass(frozen=True)
class Seen:
    """The first and last day of activity (None without any), and the quality report as JSON."""

    first_date: datetime.date | None = None
    last_date: datetime.date | None = None
    quality: dict[str, Any] = field(default_factory=dict)


def look(folder: Path) -> Seen:
    """Look at a version's folder."""
    activity = folder / "activity"
    if not any(activity.rglob("*.parquet")):
        return Seen()
    table = engine.connect().read_parquet(f"{activity}/**/*.parquet", hive_partitioning=False)
    row = table.aggregate(first=table.date.min(), last=table.date.max()).to_pyarrow().to_pylist()[0]
    return Seen(row["first"], row["last"])
