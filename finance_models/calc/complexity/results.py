"""What a fitted model says: coefficients, how well it predicts, and rates by band."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from finance_models.calc import frames

if TYPE_CHECKING:
    import pandas as pd

FORMULA = (
    "A generalised linear model with log link and Tweedie variance, fitted to each person's cost with person-years as "
    "exposure. A factor says how many times as much somebody costs as one who is alike but in the group beside it."
)


@dataclass(frozen=True)
class Coefficient:
    """One term beside its `reference`: on the log scale, and as a factor with its 95% interval.

    The first is the constant; its factor is pounds for a person-year of somebody in every reference group.
    """

    term: str
    reference: str
    people: int
    value: float
    standard_error: float
    factor: float
    interval: tuple[float, float]
    p_value: float


@dataclass(frozen=True)
class Tenth:
    """A tenth of the people, by predicted cost for a person-year; sums in pence."""

    number: int
    people: int
    person_years: float
    predicted: int
    actual: int

    @property
    def ratio(self) -> float | None:
        """Predicted by actual cost: above 1 the model expects too much. None where they cost nothing."""
        return self.predicted / self.actual if self.actual > 0 else None


@dataclass(frozen=True)
class GroupSum:
    """People of a group: what they cost, and what the model and one rate a band expect of them; sums in pence."""

    group: str
    people: int
    actual: int
    predicted: int
    by_bands: int

    @property
    def ratio(self) -> float | None:
        """Predicted by actual cost. None where they cost nothing."""
        return self.predicted / self.actual if self.actual > 0 else None

    @property
    def ratio_by_bands(self) -> float | None:
        """What the bands' rates expect, by actual cost. None where they cost nothing."""
        return self.by_bands / self.actual if self.actual > 0 else None


@dataclass(frozen=True)
class ComplexityModel:
    """A fitted model. `scale` is what predictions are multiplied by, so that together they equal the cost.

    `r_squared` compares the squared errors of people's costs with those of one rate for all, `r_squared_of_bands` those
    of one rate a band; `deviance_explained` does so in the model's own measure. `left_out` are terms that too few
    people have, or that others say already. `band_rates` are pence for a person-year, as predicted for the people
    of each band.
    """

    people: int
    power: float
    coefficients: tuple[Coefficient, ...]
    tenths: tuple[Tenth, ...]
    groups: tuple[GroupSum, ...]
    r_squared: float
    r_squared_of_bands: float
    deviance_explained: float
    scale: float
    left_out: tuple[str, ...]
    band_rates: Mapping[str, int]

    def reference_rates(self) -> dict[str, Decimal]:
        """The rates by band in pounds, to be used as reference rates of a capitation."""
        return {band: Decimal(pence) / 100 for band, pence in self.band_rates.items()}

    def table(self) -> "pd.DataFrame":
        """One row a coefficient."""
        rows = [
            (
                each.term,
                each.reference,
                each.people,
                each.value,
                each.standard_error,
                each.factor,
                *each.interval,
                each.p_value,
            )
            for each in self.coefficients
        ]
        columns = ["term", "reference", "people", "coefficient", "standard_error", "factor", "low", "high", "p_value"]
        return frames.table(rows, columns)

    def tenths_table(self) -> "pd.DataFrame":
        """One row a tenth, the lowest predicted cost first."""
        rows = [
            (each.number, each.people, each.person_years, each.predicted, each.actual, each.ratio)
            for each in self.tenths
        ]
        columns = ["tenth", "people", "person_years", "predicted_pence", "actual_pence", "predictive_ratio"]
        return frames.table(rows, columns)
