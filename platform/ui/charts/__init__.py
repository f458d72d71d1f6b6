"""Charts drawn on the server, each with the same data as a table and as CSV."""

from ui.charts.bars import Bar, BarChart, StackedBar, StackedBarChart
from ui.charts.lines import LineChart, Series
from ui.charts.matrix import MatrixCell, MatrixColumn, MatrixRow, PhaseMatrix
from ui.charts.timeline import Timeline, TimelineEntry

__all__ = [
    "Bar",
    "BarChart",
    "LineChart",
    "MatrixCell",
    "MatrixColumn",
    "MatrixRow",
    "PhaseMatrix",
    "Series",
    "StackedBar",
    "StackedBarChart",
    "Timeline",
    "TimelineEntry",
]
