"""Date, source and sample mark of published rows, and a chart's numbers as a table to download."""

import datetime
from collections.abc import Iterable
from typing import Any

from files.people import NO_PEOPLE, People
from files.tables import Table
from ui.charts.base import Chart

SOURCE = "What the areas published of themselves"


def newest(rows: Iterable[Any]) -> datetime.date | None:
    """The day of the newest published row."""
    return max((row.as_at for row in rows), default=None)


def any_sample(rows: Iterable[Any]) -> bool:
    """Whether one of the rows was made up for a demonstration."""
    return any(row.is_sample for row in rows)


def source(rows: Iterable[Any], words: str = SOURCE) -> str:
    """The source's words, and that some of it is made up where one of the rows is."""
    return with_sample(words, any_sample(rows))


def with_sample(words: str, is_sample: bool) -> str:
    """A source's words, and that some of it is made up where it is."""
    return f"{words}; some of it is sample data, made up" if is_sample else words


def table_of(chart: Chart, *, sample: bool, people: People = NO_PEOPLE, note: str = "") -> Table:
    """The same numbers that the chart's own table shows, under the chart's id."""
    return Table(
        key=chart.id,
        caption=chart.title,
        head=tuple(chart.head()),
        rows=tuple(chart.rows()),
        as_at=chart.as_at,
        source=chart.source,
        people=people,
        note=note,
        sample=sample,
    )
