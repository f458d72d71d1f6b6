"""The funnel plot: rates of areas of different size, and how far chance alone would spread them."""

from dataclasses import dataclass
from typing import Literal

from ui import formats
from ui.charts.base import Chart, Number, numeric

Status = Literal["inside", "above_95", "below_95", "above_998", "below_998", "not_known"]
WHERE: dict[str, str] = {
    "inside": "Within the limits",
    "above_95": "Above the 95% limit",
    "below_95": "Below the 95% limit",
    "above_998": "Above the 99.8% limit",
    "below_998": "Below the 99.8% limit",
    "not_known": "Not known",
}


@dataclass(frozen=True)
class FunnelPoint:
    """One area. `value` None isn't drawn; `text` is the figure as it reads (`12.3`, `*`, `Not known`)."""

    name: str
    population: int
    value: Number | None
    text: str
    status: Status

    def __post_init__(self) -> None:
        if self.status not in WHERE:
            raise ValueError(f"{self.status!r} is no place on a funnel plot: choose from {', '.join(WHERE)}")

    @property
    def where(self) -> str:
        """Where the point lies, in words."""
        return WHERE[self.status]

    @property
    def is_outside(self) -> bool:
        return self.status not in ("inside", "not_known")


@dataclass(frozen=True)
class FunnelLine:
    """The four limits at one size of population."""

    population: int
    lower95: Number
    upper95: Number
    lower998: Number
    upper998: Number


@dataclass(frozen=True, kw_only=True)
class FunnelPlot(Chart):
    """Rates by population with limits that were worked out elsewhere; `lines` in the order of population.

    `unit` says what the rates are ("Budgets per 100,000 people"); `mean_text` is the mean as it reads.
    """

    unit: str
    points: tuple[FunnelPoint, ...]
    lines: tuple[FunnelLine, ...]
    mean: Number
    mean_text: str = ""
    category: str = "Area"
    population_name: str = "Population"

    @property
    def mean_words(self) -> str:
        """The mean as it reads; to one decimal place if nothing else was said."""
        return self.mean_text or str(formats.number(self.mean, 1))

    def head(self):
        return [self.category, *numeric(self.population_name, self.unit), "Where it lies"]

    def rows(self):
        rows = [[point.name, point.population, point.text, point.where] for point in self.points]
        return [*rows, ["All together", "", self.mean_words, "The mean"]]

    def drawn(self) -> list[FunnelPoint]:
        return [point for point in self.points if point.value is not None]

    def not_drawn(self) -> list[FunnelPoint]:
        return [point for point in self.points if point.value is None]

    def largest(self) -> Number:
        """The largest number that is drawn; 1 where there is none."""
        values = [point.value for point in self.points if point.value is not None]
        return max([*values, *(line.upper998 for line in self.lines), self.mean]) or 1

    def largest_population(self) -> int:
        """The largest size of population that is drawn; 1 where there is none."""
        return max([item.population for item in (*self.points, *self.lines)], default=0) or 1
