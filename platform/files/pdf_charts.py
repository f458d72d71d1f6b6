"""A chart's picture for paper."""

import re
from typing import Any

from django.template.loader import render_to_string
from markupsafe import Markup, escape

from ui.charts import BarChart, LineChart, StackedBarChart

MACROS = {BarChart: "bar_chart", StackedBarChart: "stacked_bar_chart", LineChart: "line_chart"}
PICTURE = re.compile(r'<svg class="ipc-svg.*?</svg>(?=\s*(?:<details|<p class="ipc-source"|</figure))', re.DOTALL)
TITLE = re.compile(r"<title[^>]*>.*?</title>", re.DOTALL)

# The colours of charts.css: a picture of its own sees no style sheet of the page.
STYLE = """
text { font-family: "Liberation Sans", Arial, "DejaVu Sans", sans-serif; font-size: 14px; fill: #212b32 }
.ipc-svg__value { font-weight: 600 } .ipc-svg__tick { fill: #4c6272 }
.ipc-svg__track { fill: #fff; stroke: #aeb7bd } .ipc-svg__track--unknown { stroke: #4c6272; stroke-dasharray: 4 4 }
.ipc-svg__bar { fill: #005eb8 } .ipc-svg__grid { stroke: #d8dde0 }
.ipc-line { fill: none; stroke-width: 3 } .ipc-line--actual { stroke: #005eb8 }
.ipc-line--plan { stroke: #4c6272; stroke-dasharray: 2 7 }
.ipc-line--forecast { stroke: #ae2573; stroke-dasharray: 10 7 }
.ipc-line__mark--actual { fill: #005eb8 } .ipc-line__mark--plan { fill: #fff; stroke: #4c6272 }
.ipc-line__mark--forecast { fill: #fff; stroke: #ae2573 }
.ipc-part--0 { fill: #003087 } .ipc-part--2 { fill: #00a499 } .ipc-part--4 { fill: #aeb7bd }
.ipc-fill-1 { fill: #cfe3f5 } .ipc-fill-1-mark { fill: #005eb8 } .ipc-fill-3 { fill: #f7dcea }
.ipc-fill-3-mark { fill: #ae2573 }
"""


def drawn(chart: Any) -> Markup:
    """The picture alone, with its own colours. What it shows is read out from its title, so that says all."""
    html = render_to_string("files/chart.html", {"chart": chart, "macro": MACROS[type(chart)]})
    found = PICTURE.search(html)
    if found is None:
        raise ValueError(f"The chart {chart.id!r} has no picture.")
    title = f"<style>{STYLE}</style><title>{escape(chart.title)}. {escape(chart.description)}</title>"
    return Markup(TITLE.sub(lambda _: title, found.group(), count=1))  # noqa: S704 - our own macro's output
