"""Charts drawn on the server, each with the same data as a table and as CSV."""

from ui.charts.bars import Bar, BarChart, StackedBar, StackedBarChart
from ui.charts.flow import FlowBand, FlowChart
from ui.charts.funnel import FunnelLine, FunnelPlot, FunnelPoint
from ui.charts.heat import HeatCell, HeatColumn, HeatLevel, HeatMap, HeatRow
from ui.charts.lines import LineChart, Series, Target
from ui.charts.matrix import MatrixCell, MatrixColumn, MatrixRow, PhaseMatrix
from ui.charts.risks import RiskEntry, RiskMap
from ui.charts.timeline import Stage, Timeline, TimelineEntry
from ui.charts.tree import Tree, TreeNode

__all__ = [
    "Bar",
    "BarChart",
    "FlowBand",
    "FlowChart",
    "FunnelLine",
    "FunnelPlot",
    "FunnelPoint",
    "HeatCell",
    "HeatColumn",
    "HeatLevel",
    "HeatMap",
    "HeatRow",
    "LineChart",
    "MatrixCell",
    "MatrixColumn",
    "MatrixRow",
    "PhaseMatrix",
    "RiskEntry",
    "RiskMap",
    "Series",
    "StackedBar",
    "StackedBarChart",
    "Stage",
    "Target",
    "Timeline",
    "TimelineEntry",
    "Tree",
    "TreeNode",
]
