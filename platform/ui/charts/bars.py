"""Bars that lie on their side: a label above each, its number at the right, the bar below both."""

from dataclasses import dataclass

from ui import formats
from ui.charts.base import Chart, Number, numeric


@dataclass(frozen=True)
class Bar:
    """`value` None is not known, or hidden; `shown` are then the words in its place.

    `low` and `high` are the ends of an interval, drawn as a line with two ends; `interval` has them in words.
    """

    label: str
    value: Number | None
    shown: str = ""
    href: str = ""
    low: Number | None = None
    high: Number | None = None
    interval: str = ""

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueError(f"The interval of {self.label} has one end alone")

    @property
    def words(self) -> str:
        """The number or the words that stand at the end of the bar."""
        return self.shown or ("Not known" if self.value is None else formats.number(self.value))


@dataclass(frozen=True, kw_only=True)
class BarChart(Chart):
    """One number for each of several things, in the order given."""

    category: str
    measure: str
    bars: tuple[Bar, ...]
    interval: str = ""  # what the intervals are, where bars have them: "95% interval"

    def head(self):
        return [self.category, *numeric(self.measure), *([self.interval] if self.interval else [])]

    def rows(self):
        return [
            [
                _label(bar),
                bar.words if bar.shown or bar.value is None else bar.value,
                *([bar.interval] if self.interval else []),
            ]
            for bar in self.bars
        ]

    def largest(self) -> Number:
        """The number that fills the whole width; 1 where every bar is empty."""
        ends = [number for bar in self.bars for number in (bar.value, bar.high) if number is not None]
        return max(ends, default=0) or 1


@dataclass(frozen=True)
class StackedBar:
    """One bar of several parts, in the order of the chart's `parts`; None is not known."""

    label: str
    values: tuple[Number | None, ...]
    href: str = ""

    @property
    def total(self) -> Number:
        return sum(value for value in self.values if value is not None)

    @property
    def words(self) -> str:
        """The sum at the end of the bar; "at least" where a part is not known."""
        known = formats.number(self.total)
        return f"At least {known}" if None in self.values else known


@dataclass(frozen=True, kw_only=True)
class StackedBarChart(Chart):
    """How several things divide into the same parts (at most five)."""

    category: str
    parts: tuple[str, ...]
    bars: tuple[StackedBar, ...]

    def head(self):
        return [self.category, *numeric(*self.parts, "All")]

    def rows(self):
        return [
            [_label(bar), *("Not known" if value is None else value for value in bar.values), _total(bar)]
            for bar in self.bars
        ]

    def largest(self) -> Number:
        """The sum that fills the whole width; 1 where every bar is empty."""
        return max((bar.total for bar in self.bars), default=0) or 1


def _label(bar):
    return {"text": bar.label, "href": bar.href} if bar.href else bar.label


def _total(bar: StackedBar):
    return bar.words if None in bar.values else bar.total
