"""Where bands, limits and names stand in a plot.

Lines of many short parts, and areas, can't be drawn in per cent. They stand in a picture of their own inside the plot,
`WIDTH` units across, which is stretched to the plot's width.
"""

import textwrap
from dataclasses import dataclass
from typing import Any

from ui.charts import svg

WIDTH = 600
VIEW = f"0 0 {WIDTH} {svg.PLOT_HEIGHT}"
# Letters of a point's name in a line, so that two names fit beside each other on a phone.
LETTERS_OF_A_NAME = 16
NAME_HEIGHT = 18  # pixels


def bands(chart: Any, series: Any) -> list[str]:
    """The outlines of a series' interval, one for each stretch without a gap."""
    top = svg.ticks(chart.largest())[-1]
    last = max(len(chart.labels) - 1, 1)
    stretches: list[list[tuple[float, float, float]]] = [[]]
    for index, (low, high) in enumerate(zip(series.low, series.high, strict=False)):
        if low is None:
            stretches.append([])
        else:
            stretches[-1].append((WIDTH * index / last, svg.plot_y(low, top), svg.plot_y(high, top)))
    return [_outline(stretch) for stretch in stretches if stretch]


def limits(chart: Any, which: str) -> str:
    """The points of one limit of a funnel plot: `lower95`, `upper95`, `lower998` or `upper998`."""
    top, last = svg.ticks(chart.largest())[-1], population_ticks(chart)[-1]
    points = [
        (WIDTH * line.population / last, svg.plot_y(getattr(line, which), top))
        for line in sorted(chart.lines, key=lambda line: line.population)
    ]
    return _points(points)


def unit_lines(chart: Any) -> list[str]:
    """What a funnel plot's rates are, in lines that fit on a phone."""
    return textwrap.wrap(chart.unit, svg.LETTERS_IN_A_LINE - 2)


def population_ticks(chart: Any) -> list[int | float]:
    """Round numbers of people below a funnel plot."""
    return svg.ticks(chart.largest_population())


@dataclass(frozen=True)
class Placed:
    """A point of a funnel plot: per cent across, pixels down; the lines of its name with their baselines."""

    point: Any
    x: float
    y: float
    lines: list[tuple[str, float]]

    @property
    def is_near_end(self) -> bool:
        return self.x > (svg.PLOT_LEFT + svg.PLOT_RIGHT) / 2


def placed(chart: Any) -> list[Placed]:
    """The points of a funnel plot; those outside the limits with their names, which don't lie over each other."""
    top, last = svg.ticks(chart.largest())[-1], population_ticks(chart)[-1]
    found, taken = [], {False: -1000.0, True: -1000.0}
    for point in sorted(chart.drawn(), key=lambda point: -point.value):
        x, y = svg.across(point.population, last), svg.plot_y(point.value, top)
        lines: list[tuple[str, float]] = []
        if point.is_outside:
            side = Placed(point, x, y, []).is_near_end
            first = max(y + 5, taken[side] + NAME_HEIGHT)
            names = textwrap.wrap(point.name, LETTERS_OF_A_NAME)
            lines = [(name, round(first + NAME_HEIGHT * index, 1)) for index, name in enumerate(names)]
            taken[side] = lines[-1][1]
        found.append(Placed(point, x, y, lines))
    return found


def _outline(stretch: list[tuple[float, float, float]]) -> str:
    """Along the upper ends and back along the lower ones; a single interval becomes a thin upright bar."""
    if len(stretch) == 1:
        x, low, high = stretch[0]
        stretch = [(x - 3, low, high), (x + 3, low, high)]
    there = [(x, high) for x, _, high in stretch]
    back = [(x, low) for x, low, _ in reversed(stretch)]
    return _points(there + back)


def _points(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{round(x, 1)},{y}" for x, y in points)
