"""Milestones and intakes in time."""

import datetime
from dataclasses import dataclass

from ui import formats, tags
from ui.charts.base import Chart


@dataclass(frozen=True)
class TimelineEntry:
    """A milestone (a `start` alone) or a stretch of time (`start` to `end`). `status` is a known tag or empty."""

    label: str
    start: datetime.date
    end: datetime.date | None = None
    status: str = ""
    detail: str = ""
    href: str = ""
    when: str = ""  # words where the day is not known: "Spring 2016"

    @property
    def is_stretch(self) -> bool:
        return self.end is not None and self.end != self.start

    @property
    def dates(self) -> str:
        """19 September 2014, or "1 April 2015 to 30 September 2015"."""
        if self.when:
            return self.when
        if not self.is_stretch:
            return formats.date(self.start)
        return f"{formats.date(self.start)} to {formats.date(self.end)}"


@dataclass(frozen=True, kw_only=True)
class Timeline(Chart):
    """Entries in the order of their start, with a line for today where today lies among them."""

    entries: tuple[TimelineEntry, ...]
    today: datetime.date | None = None

    def head(self):
        return ["What", "When", "Status", "More"]

    def rows(self):
        return [
            [
                {"text": entry.label, "href": entry.href} if entry.href else entry.label,
                entry.dates,
                tags.for_status(entry.status).text if entry.status else "",
                entry.detail,
            ]
            for entry in self.ordered()
        ]

    def ordered(self) -> list[TimelineEntry]:
        return sorted(self.entries, key=lambda entry: (entry.start, entry.end or entry.start))

    def list_items(self) -> list[TimelineEntry | None]:
        """The entries in order, with None where today falls between two of them."""
        items: list[TimelineEntry | None] = list(self.ordered())
        if self.today is None:
            return items
        position = sum(entry.start <= self.today for entry in self.entries)
        return items[:position] + [None] + items[position:]
