"""A chart's key and picture for paper."""

import base64
import re
from typing import Any

from django.template.loader import render_to_string
from markupsafe import Markup, escape

from ui.charts import (
    BarChart,
    FlowChart,
    FunnelPlot,
    HeatMap,
    LineChart,
    PhaseMatrix,
    RiskMap,
    StackedBarChart,
    Timeline,
    Tree,
)

# Where the `…_key` and `…_body` of each chart stand.
MACROS = {
    BarChart: ("bars", "bar_chart"),
    StackedBarChart: ("bars", "stacked_bar_chart"),
    LineChart: ("plots", "line_chart"),
    FunnelPlot: ("plots", "funnel_plot"),
    Timeline: ("timeline", "timeline"),
    PhaseMatrix: ("matrix", "phase_matrix"),
    HeatMap: ("maps", "heat_map"),
    RiskMap: ("maps", "risk_map"),
    Tree: ("tree", "tree"),
    FlowChart: ("flow", "flow_chart"),
}
# Columns, or entries below one another, that fit on a sheet that lies on its side.
MOST_ON_PAPER = {HeatMap: 8, Timeline: 9}
TITLE = re.compile(r"<title[^>]*>.*?</title>", re.DOTALL)
DESCRIPTION = re.compile(r"<desc[^>]*>.*?</desc>", re.DOTALL)
PATTERNS = re.compile(r"<defs>.*?</defs>", re.DOTALL)
SWATCH = re.compile(r'<svg class="ipc-(key__swatch|mark)"(.*?)>(.*?)</svg>', re.DOTALL)
LINK = re.compile(r"<(/?)a\b(?: href=\"[^\"]*\")?([^>]*?)(?: href=\"[^\"]*\")?>")

# The colours of charts.css: a picture of its own sees no style sheet of the page.
STYLE = """
text { font-family: "Liberation Sans", Arial, "DejaVu Sans", sans-serif; font-size: 14px; fill: #212b32 }
.ipc-svg__value { font-weight: 600 } .ipc-svg__tick { fill: #4c6272 } .ipc-svg__tick--narrow { display: none }
.ipc-svg__track { fill: #fff; stroke: #aeb7bd } .ipc-svg__track--unknown { stroke: #4c6272; stroke-dasharray: 4 4 }
.ipc-svg__bar { fill: #005eb8 } .ipc-flow__band { fill: #cfe3f5; stroke: #005eb8 } .ipc-svg__grid { stroke: #d8dde0 }
.ipc-svg__lane { font-weight: 600 }
.ipc-svg__today { stroke: #7c2855; stroke-dasharray: 6 4; stroke-width: 2 }
.ipc-svg__milestone { fill: #fff; stroke: #003087; stroke-width: 4 }
.ipc-line { fill: none; stroke-width: 3 } .ipc-line--actual, .ipc-line--first { stroke: #005eb8 }
.ipc-line--plan { stroke: #4c6272; stroke-dasharray: 2 7 }
.ipc-line--forecast, .ipc-line--second { stroke: #ae2573; stroke-dasharray: 10 7 }
.ipc-line--third { stroke: #007f3b; stroke-dasharray: 2 7 }
.ipc-line--fourth { stroke: #330072; stroke-dasharray: 8 4 2 4 }
.ipc-line--fifth { stroke: #212b32; stroke-width: 2 }
.ipc-line__mark { stroke-width: 3 } .ipc-line__mark--actual, .ipc-line__mark--first { fill: #005eb8 }
.ipc-line__mark--plan { fill: #fff; stroke: #4c6272 }
.ipc-line__mark--forecast, .ipc-line__mark--second { fill: #fff; stroke: #ae2573 }
.ipc-line__mark--third { fill: #007f3b } .ipc-line__mark--fourth { fill: #fff; stroke: #330072 }
.ipc-line__mark--fifth { fill: none; stroke: #212b32 }
.ipc-band { fill: #d3e5f6; stroke: #005eb8; stroke-dasharray: 1 4 }
.ipc-band--plan { fill: #f0f4f5; stroke: #4c6272 }
.ipc-band--forecast, .ipc-band--second { fill: #f7dcea; stroke: #ae2573 }
.ipc-band--third { fill: #d5ebdd; stroke: #007f3b } .ipc-band--fourth { fill: #e0d9e8; stroke: #330072 }
.ipc-target { stroke: #212b32; stroke-dasharray: 14 4; stroke-width: 2 }
.ipc-limit { fill: none; stroke: #4c6272; stroke-width: 2 } .ipc-limit--mean { stroke: #212b32 }
.ipc-limit--95 { stroke-dasharray: 9 6 } .ipc-limit--998 { stroke-dasharray: 2 5 }
.ipc-point { stroke: #fff; stroke-width: 1.5 } .ipc-point--inside { fill: #005eb8 }
.ipc-point--above_95, .ipc-point--below_95 { fill: #fff; stroke: #7c2855; stroke-width: 2.5 }
.ipc-point--above_998, .ipc-point--below_998 { fill: #7c2855 }
.ipc-part--0 { fill: #003087 } .ipc-part--2 { fill: #00a499 } .ipc-part--4 { fill: #aeb7bd }
.ipc-fill-1 { fill: #cfe3f5 } .ipc-fill-1-mark { fill: #005eb8 } .ipc-fill-3 { fill: #f7dcea }
.ipc-fill-3-mark { fill: #ae2573 } .ipc-mark__empty { fill: #aeb7bd }
"""


def drawn(chart: Any) -> Markup:
    """The key and the picture with its own colours. What a picture shows is read out from its title: that says all."""
    file, macro = MACROS[type(chart)]
    parts = list(chart.parts(MOST_ON_PAPER[type(chart)])) if type(chart) in MOST_ON_PAPER else [chart]
    names = {"chart": chart, "parts": parts, "file": f"ui/charts/{file}.jinja", "macro": macro}
    html = render_to_string("files/chart.html", names)
    patterns = "".join(PATTERNS.findall(html))
    html = SWATCH.sub(lambda found: _as_background(found.group(2), patterns + found.group(3)), html)
    title = f"<style>{STYLE}</style><title>{escape(chart.title)}. {escape(chart.description)}</title>"
    html = DESCRIPTION.sub("", TITLE.sub(lambda _: title, html))
    return Markup(LINK.sub(r"<\1span\2>", html))  # noqa: S704 - our own macros' output


def is_wide(chart: Any) -> bool:
    """Whether a chart needs a sheet that lies on its side."""
    return isinstance(chart, Timeline) or (isinstance(chart, HeatMap) and chart.is_wide)


def _as_background(attributes: str, inside: str) -> str:
    """A swatch or a mark as the background of an empty element: nobody needs to hear it, and it can't be left out of
    the reading in another way."""
    width, height = (re.search(rf'\b{name}="(\d+)"', attributes).group(1) for name in ("width", "height"))  # type: ignore[union-attr]
    image = f'<svg xmlns="http://www.w3.org/2000/svg"{attributes}><style>{STYLE}</style>{inside}</svg>'
    data = base64.b64encode(image.encode()).decode()
    style = f"width:{width}px;height:{height}px;background-image:url(data:image/svg+xml;base64,{data})"
    return f'<span class="swatch" style="{style}"></span>'
