"""Where the entries of a timeline stand, lane by lane."""

from dataclasses import dataclass
from typing import Any

from ui.charts import svg

# Per cent of a picture of about 900 pixels that a letter of 16 pixels takes.
LETTER = 0.92
TITLE_HEIGHT = 28  # pixels, for a lane's name
TRACK_HEIGHT = 54  # pixels, for an entry's words and its bar
LANE_GAP = 20  # pixels
# An entry that begins farther to the right than this (per cent) has its words to the left of its end.
NEAR_END = 55


@dataclass(frozen=True)
class Placed:
    """One entry: left edge and width in per cent, the baseline of its words and the top of its bar in pixels."""

    entry: Any
    left: float
    width: float
    words_at: int
    top: int

    @property
    def is_near_end(self) -> bool:
        return self.left > NEAR_END


@dataclass(frozen=True)
class Lane:
    """A lane's name with its baseline; an empty name where the timeline has no lanes."""

    name: str
    name_at: int
    placed: list[Placed]


def of_timeline(chart: Any) -> tuple[list[Lane], int]:
    """The lanes of a timeline, and the picture's height in pixels. Without lanes each entry has a row of its own."""
    span = svg.timeline_span(chart)
    lanes, top = [], 0
    for name in chart.lanes():
        inner = top + (TITLE_HEIGHT if name else 0)
        placed, tracks = _in_tracks(chart.of_lane(name), span, inner, is_shared=bool(name))
        lanes.append(Lane(name, top + 18, placed))
        top = inner + TRACK_HEIGHT * tracks + LANE_GAP
    return lanes, max(top - LANE_GAP, 1)


def _in_tracks(entries: list[Any], span: Any, top: int, is_shared: bool) -> tuple[list[Placed], int]:
    """Each entry in the first track in which its words and its bar touch no other's."""
    placed: list[Placed] = []
    ends: list[float] = []  # how far to the right each track is taken
    for entry in entries:
        left, width = svg.timeline_place(entry, span)
        start, end = _extent(entry, left, width)
        track = next((number for number, taken in enumerate(ends) if is_shared and taken <= start), len(ends))
        ends[track : track + 1] = [end]
        at = top + TRACK_HEIGHT * track
        placed.append(Placed(entry, left, width, at + 16, at + 23))
    return placed, len(ends)


def _extent(entry: Any, left: float, width: float) -> tuple[float, float]:
    words = len(" ".join((entry.label, entry.dates, entry.progress))) * LETTER + 2
    if left > NEAR_END:
        return min(left, left + width - words), left + width + 1
    return left, left + max(width, words) + 1
