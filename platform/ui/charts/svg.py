"""Where the parts of a picture stand.

Pictures have no viewBox: across they are measured in per cent and down in pixels, so that they fill any width while
their text keeps the size of the page's text. A phone shows the same picture as a desk, only narrower.
"""

import datetime
import math
import textwrap
from dataclasses import dataclass

# At 320 pixels a line of 16-pixel text holds about this many letters, label and number together.
LETTERS_IN_A_LINE = 36
# Below the plot of a desk, 46 rem wide.
LETTERS_BELOW_A_PLOT = 66
LINE_HEIGHT = 20  # pixels
BAR_HEIGHT = 18  # pixels
ROW_GAP = 18  # pixels
PLOT_HEIGHT = 240  # pixels
# Per cent: room at the left for the scale's numbers, at the right for the last mark.
PLOT_LEFT, PLOT_RIGHT = 17, 88


@dataclass(frozen=True)
class Row:
    """One bar: the lines of its label with their baselines, the baseline of its number, and the bar's top edge."""

    bar: object
    lines: list[tuple[str, int]]
    words_at: int
    top: int
    segments: list[tuple[float, float, int]]  # left and width in per cent, number of the part


def bar_rows(chart) -> tuple[list[Row], int]:
    """The rows of a bar chart, and the picture's height in pixels."""
    return _rows(chart.bars, lambda bar: [] if bar.value is None else [(0.0, share(bar.value, chart.largest()), 0)])


def interval_ends(chart, bar) -> tuple[float, float] | None:
    """The ends of a bar's interval in per cent of the width, inside the picture; None where it has none."""
    if bar.low is None:
        return None
    low, high = (max(0, min(end, chart.largest())) / chart.largest() * 100 for end in (bar.low, bar.high))
    return round(float(low), 2), round(float(high), 2)


def stacked_rows(chart) -> tuple[list[Row], int]:
    """The rows of a stacked bar chart, and the picture's height in pixels."""
    return _rows(chart.bars, lambda bar: _segments(bar.values, chart.largest()))


def timeline_place(entry, span: tuple[datetime.date, datetime.date]) -> tuple[float, float]:
    """The left edge and the width of an entry in per cent; a milestone has no width."""
    left = _day_share(entry.start, *span)
    return left, round(_day_share(entry.end or entry.start, *span) - left, 2)


def timeline_span(chart) -> tuple[datetime.date, datetime.date]:
    """Whole years that hold every entry and today, or the axis that was given."""
    if chart.span:
        return chart.span
    days = [entry.start for entry in chart.entries] + [entry.end for entry in chart.entries if entry.end]
    days += [chart.today] if chart.today else []
    if not days:
        return datetime.date(2015, 1, 1), datetime.date(2016, 1, 1)
    return datetime.date(min(days).year, 1, 1), datetime.date(max(days).year + 1, 1, 1)


def timeline_years(chart) -> list[tuple[int, float]]:
    """Each year with the place of its first day in per cent."""
    first, last = timeline_span(chart)
    years = range(first.year, last.year)
    return [(year, _day_share(datetime.date(year, 1, 1), first, last)) for year in years]


def timeline_today(chart) -> float | None:
    """The place of today in per cent."""
    return _day_share(chart.today, *timeline_span(chart)) if chart.today else None


def share(value, largest) -> float:
    """Per cent of the width; a bar that is not zero is never too thin to be seen."""
    if value <= 0:
        return 0.0
    return max(round(100 * float(value) / float(largest), 2), 0.6)


def ticks(largest) -> list[int | float]:
    """Four or five round numbers from 0 to at least `largest`, for the lines across a plot."""
    rough = float(largest) / 4
    magnitude = 10 ** math.floor(math.log10(rough))
    step = next(size * magnitude for size in (1, 2, 2.5, 5, 10) if size * magnitude >= rough)
    count = math.ceil(float(largest) / step - 1e-9)
    values = [round(step * index, 10) for index in range(count + 1)]
    return [int(value) if value == int(value) else value for value in values]


def plot_points(chart, series) -> list[tuple[float, float, object] | None]:
    """For each point in time its place (per cent across, pixels down) and value; None for a gap."""
    top = ticks(chart.largest())[-1]
    return [
        None if value is None else (plot_x(chart, index), plot_y(value, top), value)
        for index, value in enumerate(series.values)
    ]


def plot_x(chart, index: int) -> float:
    """The place of a point in time in per cent."""
    return across(index, max(len(chart.labels) - 1, 1))


def across(value, last) -> float:
    """The place in per cent of a value between 0 and `last`."""
    return round(PLOT_LEFT + (PLOT_RIGHT - PLOT_LEFT) * float(value) / float(last), 2)


def plot_y(value, top) -> float:
    """The place of a value in pixels down from the plot's top."""
    return round(PLOT_HEIGHT * (1 - float(value) / float(top)), 1)


def labels_on_a_phone(count: int) -> set[int]:
    """Which of the labels below a plot fit on a phone: the first, the last and at most one between."""
    return {0, count - 1} | ({count // 2} if count % 2 and count > 2 else set())


def labels_on_a_desk(labels) -> set[int]:
    """Which of the labels below a plot fit where there is room: every one, or every second, third, …, the last too."""
    letters = max((len(below_plot(label)) for label in labels), default=1) + 2
    step = max(math.ceil(letters * len(labels) / LETTERS_BELOW_A_PLOT), 1)
    return {len(labels) - 1 - back for back in range(0, len(labels), step)}


def below_plot(label: str) -> str:
    """A label without what it says in brackets, which the table has."""
    return label.partition(" (")[0]


def _segments(values, largest) -> list[tuple[float, float, int]]:
    segments, left = [], 0.0
    for number, value in enumerate(values):
        width = share(value, largest) if value else 0.0
        if width:
            segments.append((round(left, 2), width, number))
        left += width
    return segments


def _rows(bars, segments_of, letters: int = LETTERS_IN_A_LINE) -> tuple[list[Row], int]:
    rows, top = [], 0
    for bar in bars:
        words = getattr(bar, "words", "")
        wrapped = textwrap.wrap(bar.label, max(letters - len(words), 12)) or [""]
        lines = [(line, top + 16 + LINE_HEIGHT * index) for index, line in enumerate(wrapped)]
        bar_top = lines[-1][1] + 7
        rows.append(Row(bar, lines, lines[0][1], bar_top, segments_of(bar)))
        top = bar_top + BAR_HEIGHT + ROW_GAP
    return rows, max(top - ROW_GAP, 1)


def _day_share(day: datetime.date, first: datetime.date, last: datetime.date) -> float:
    return round(100 * (day - first).days / (last - first).days, 2)
