"""Who gave how much to whom: names at both sides, and between them bands as wide as what went across."""

import textwrap
from dataclasses import dataclass

from ui.charts.base import Chart, Number, numeric

# Down, in pixels: all bands together, the least of one, a line of a name, the room below a name's block.
ALL_BANDS, LEAST_BAND, LINE, GAP = 240, 2, 20, 14
# At 320 pixels two columns of names have this many letters each.
LETTERS = 16


@dataclass(frozen=True)
class FlowBand:
    """What went from one to another; `shown` are the words for the number (`3 h`)."""

    source: str
    target: str
    value: Number
    shown: str = ""


@dataclass(frozen=True)
class FlowEnd:
    """A block at one side: the lines of its name with their baselines, its top edge and its height, in pixels."""

    name: str
    lines: list[tuple[str, int]]
    top: float
    height: float


@dataclass(frozen=True)
class FlowLaid:
    """The whole picture: blocks at the left and the right, outlines of the bands, and the height in pixels."""

    sources: list[FlowEnd]
    targets: list[FlowEnd]
    bands: list[str]
    height: int


@dataclass(frozen=True, kw_only=True)
class FlowChart(Chart):
    """Bands in the order given; names come in the order in which they first appear. Values are above zero."""

    source_heading: str
    target_heading: str
    measure: str
    flow_bands: tuple[FlowBand, ...]

    def head(self):
        return [self.source_heading, self.target_heading, *numeric(self.measure)]

    def rows(self):
        return [[band.source, band.target, band.shown or band.value] for band in self.flow_bands]

    def laid(self) -> FlowLaid:
        """Where everything stands."""
        scale = ALL_BANDS / float(sum(band.value for band in self.flow_bands) or 1)
        widths = [max(LEAST_BAND, float(band.value) * scale) for band in self.flow_bands]
        sources = _ends([band.source for band in self.flow_bands], widths)
        targets = _ends([band.target for band in self.flow_bands], widths)
        left = {end.name: end.top for end in sources}
        right = {end.name: end.top for end in targets}
        outlines = []
        for band, width in zip(self.flow_bands, widths, strict=True):
            outlines.append(_outline(left[band.source], right[band.target], width))
            left[band.source] += width
            right[band.target] += width
        height = max((end.top + end.height for end in (*sources, *targets)), default=0)
        return FlowLaid(sources, targets, outlines, round(height) + GAP)


def _ends(names: list[str], widths: list[float]) -> list[FlowEnd]:
    """The blocks of one side, one below the other, each as high as all its bands."""
    sums: dict[str, float] = {}
    for name, width in zip(names, widths, strict=True):
        sums[name] = sums.get(name, 0) + width
    ends, at = [], 0.0
    for name, height in sums.items():
        lines = textwrap.wrap(name, LETTERS) or [""]
        placed = [(line, round(at + LINE * (number + 1) - 5)) for number, line in enumerate(lines)]
        top = at + LINE * len(lines)
        ends.append(FlowEnd(name, placed, round(top, 1), round(height, 1)))
        at = top + height + GAP
    return ends


def _outline(left: float, right: float, width: float) -> str:
    """A band from the left edge (0) to the right (100), as an SVG path."""
    y1, y2 = round(left, 1), round(right, 1)
    y3, y4 = round(right + width, 1), round(left + width, 1)
    return f"M0 {y1}C50 {y1} 50 {y2} 100 {y2}V{y3}C50 {y3} 50 {y4} 0 {y4}z"
