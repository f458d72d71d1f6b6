"""Milestones and intakes in time."""

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ui import formats, tags
from ui.charts import svg
from ui.charts.base import Chart

# Room for the mark of an entry on the last day: paper cuts off what stands beyond the picture.
LAST_MARK = datetime.timedelta(days=21)


@dataclass(frozen=True)
class Stage:
    """How many have come how far: `Stage("Live", 4)`."""

    name: str
    count: int


@dataclass(frozen=True)
class TimelineEntry:
    """A milestone (a `start` alone) or a stretch of time (`start` to `end`). `status` is a known tag or empty.

    Entries with the same `lane` stand side by side below its name. `stages` say how far those in it have come.
    """

    label: str
    start: datetime.date
    end: datetime.date | None = None
    status: str = ""
    detail: str = ""
    href: str = ""
    when: str = ""  # words where the day is not known: "Spring 2016"
    lane: str = ""
    stages: tuple[Stage, ...] = ()

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

    @property
    def progress(self) -> str:
        """`4 live, 2 preparing`; empty without stages."""
        return ", ".join(f"{stage.count} {stage.name[:1].lower()}{stage.name[1:]}" for stage in self.stages)

    @property
    def full_label(self) -> str:
        """The label with its lane, where the lane's name isn't in sight."""
        return f"{self.lane}: {self.label}" if self.lane else self.label


@dataclass(frozen=True, kw_only=True)
class Timeline(Chart):
    """Entries in the order of their start, with a line for today where today lies among them."""

    entries: tuple[TimelineEntry, ...]
    today: datetime.date | None = None
    lane_heading: str = "Group"
    span: tuple[datetime.date, datetime.date] | None = None  # the axis, where it is not that of these entries

    def parts(self, most: int) -> Iterator["Timeline"]:
        """The same in parts of at most `most` entries on one axis, which fit on paper. With lanes it stays whole."""
        if self.has_lanes or len(self.entries) <= most:
            yield self
            return
        first, last = svg.timeline_span(self)
        ordered, size = self.ordered(), math.ceil(len(self.entries) / math.ceil(len(self.entries) / most))
        for start in range(0, len(ordered), size):
            told = {"id": f"{self.id}-{start}", "description": ""} if start else {}
            cut = tuple(ordered[start : start + size])
            yield replace(self, entries=cut, span=(first, last + LAST_MARK), **told)

    def head(self):
        lane = [self.lane_heading] if self.has_lanes else []
        return [*lane, "What", "When", "Status", *(["How far"] if self.has_stages else []), "More"]

    def rows(self):
        return [
            [
                *([entry.lane] if self.has_lanes else []),
                {"text": entry.label, "href": entry.href} if entry.href else entry.label,
                entry.dates,
                tags.for_status(entry.status).text if entry.status else "",
                *([entry.progress] if self.has_stages else []),
                entry.detail,
            ]
            for entry in (entry for lane in self.lanes() for entry in self.of_lane(lane))
        ]

    @property
    def has_lanes(self) -> bool:
        return any(entry.lane for entry in self.entries)

    @property
    def has_stages(self) -> bool:
        return any(entry.stages for entry in self.entries)

    def lanes(self) -> list[str]:
        """The names of the lanes in the order in which they were given; one empty name where there are none."""
        return list(dict.fromkeys(entry.lane for entry in self.entries))

    def of_lane(self, lane: str) -> list[TimelineEntry]:
        """The entries of a lane in the order of their start."""
        return [entry for entry in self.ordered() if entry.lane == lane]

    def ordered(self) -> list[TimelineEntry]:
        return sorted(self.entries, key=lambda entry: (entry.start, entry.end or entry.start))

    def list_items(self) -> list[TimelineEntry | None]:
        """The entries in order, with None where today falls between two of them."""
        items: list[TimelineEntry | None] = list(self.ordered())
        if self.today is None:
            return items
        position = sum(entry.start <= self.today for entry in self.entries)
        return items[:position] + [None] + items[position:]
