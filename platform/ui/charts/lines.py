"""Lines over time: what was planned, what happened, what is expected."""

from dataclasses import dataclass
from typing import Literal

from ui.charts.base import Chart, Number, numeric

Style = Literal["plan", "actual", "forecast"]


@dataclass(frozen=True)
class Series:
    """One line. A None among the values is a gap: not known yet, never zero."""

    name: str
    values: tuple[Number | None, ...]
    style: Style = "actual"


@dataclass(frozen=True, kw_only=True)
class LineChart(Chart):
    """Several lines over the same points in time. Raises ValueError when a line has too many or too few values."""

    category: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]

    def __post_init__(self):
        for series in self.series:
            if len(series.values) != len(self.labels):
                raise ValueError(f"{series.name} has {len(series.values)} values for {len(self.labels)} points")

    def head(self):
        return [self.category, *numeric(*(series.name for series in self.series))]

    def rows(self):
        columns = [["Not known" if value is None else value for value in series.values] for series in self.series]
        return [list(row) for row in zip(self.labels, *columns, strict=True)]

    def largest(self) -> Number:
        """The largest value of any line; 1 where there is none."""
        return max((value for series in self.series for value in series.values if value is not None), default=0) or 1
