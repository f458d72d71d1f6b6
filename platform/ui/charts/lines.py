"""Lines over time: what was planned, what happened, what is expected and how sure that is."""

from dataclasses import dataclass
from typing import Any, Literal

from ui import formats
from ui.charts.base import Chart, Number, numeric

# What a line stands for; or, where several things of one sort are compared, the line's place among them.
Kind = Literal["plan", "actual", "forecast", "first", "second", "third", "fourth", "fifth"]
OF_EQUALS: tuple[Kind, ...] = ("first", "second", "third", "fourth", "fifth")


@dataclass(frozen=True)
class Series:
    """One line. A None among the values is a gap: not known yet, or hidden; never zero.

    `low` and `high` are the ends of an interval round the line, None where there is none; `interval` names it in the
    key. `shown` has words for the table beside each value (`*`, or the figure of `disclosure` itself); an empty one
    leaves the number.
    """

    name: str
    values: tuple[Number | None, ...]
    kind: Kind = "actual"
    low: tuple[Number | None, ...] = ()
    high: tuple[Number | None, ...] = ()
    shown: tuple[Any, ...] = ()
    interval: str = "interval"

    def __post_init__(self) -> None:
        for which in ("low", "high", "shown"):
            if (given := len(getattr(self, which))) not in (0, len(self.values)):
                raise ValueError(f"{self.name} has {given} of {which} for {len(self.values)} values")
        if any((low is None) != (high is None) for low, high in self._ends()):
            raise ValueError(f"An interval of {self.name} has one end alone")
        if any(low > high for low, high in self._ends() if low is not None):
            raise ValueError(f"An interval of {self.name} ends below its start")

    @property
    def interval_name(self) -> str:
        return f"{self.name}: {self.interval}"

    @property
    def has_interval(self) -> bool:
        return any(low is not None for low, _ in self._ends())

    def cells(self) -> list[Any]:
        """The values as the table shows them."""
        shown = self.shown or ("",) * len(self.values)
        return [
            ("Not known" if value is None else value) if words in ("", None) else words
            for value, words in zip(self.values, shown, strict=True)
        ]

    def interval_cells(self) -> list[str]:
        """`from 1,180 to 1,340`; an empty cell where there is no interval."""
        return [
            "" if low is None else f"from {formats.number(low)} to {formats.number(high)}" for low, high in self._ends()
        ]

    def _ends(self) -> list[tuple[Any, Any]]:
        if not self.low and not self.high:
            return []
        none = (None,) * len(self.values)
        return list(zip(self.low or none, self.high or none, strict=True))


@dataclass(frozen=True)
class Target:
    """A level to be reached, drawn across the whole picture. `by_label` says by when."""

    value: Number
    label: str
    by_label: str = ""

    @property
    def name(self) -> str:
        """`Promised: 2,000 by Mar 2017`."""
        return f"{self.label}: {formats.number(self.value)}" + (f" by {self.by_label}" if self.by_label else "")


@dataclass(frozen=True, kw_only=True)
class LineChart(Chart):
    """Several lines over the same points in time. Raises ValueError when a line has too many or too few values."""

    category: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    target: Target | None = None

    def __post_init__(self) -> None:
        for series in self.series:
            if len(series.values) != len(self.labels):
                raise ValueError(f"{series.name} has {len(series.values)} values for {len(self.labels)} points")

    def head(self):
        heads = [self.category]
        for series in self.series:
            heads += numeric(series.name)
            heads += [series.interval_name] if series.has_interval else []
        return heads + (numeric(self.target.name) if self.target else [])

    def rows(self):
        columns = [list(self.labels)]
        for series in self.series:
            columns += [series.cells()] + ([series.interval_cells()] if series.has_interval else [])
        if self.target:
            columns.append([self.target.value] * len(self.labels))
        return [list(row) for row in zip(*columns, strict=True)]

    def largest(self) -> Number:
        """The largest number that is drawn; 1 where there is none."""
        drawn = [value for series in self.series for value in (*series.values, *series.high) if value is not None]
        return max([*drawn, *([self.target.value] if self.target else [])], default=0) or 1
