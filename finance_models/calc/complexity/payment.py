"""The payment that a complexity-adjusted model would give, band by band, beside that of the banded rates.

Both add up to the same baseline value: what differs is who it is for.
"""

from dataclasses import dataclass
from fractions import Fraction

from finance_models.calc import money
from finance_models.calc.capitation import Capitation
from finance_models.calc.complexity.results import ComplexityModel

FORMULA = (
    "The mean that the model predicts for the people of a band, for a person-year, times one level for all bands, by "
    "which they together cover the total cost, times the uplift."
)


@dataclass(frozen=True)
class BandPayment:
    """One band; rates in pence for a person-year, before rounding, uplift included."""

    band: str
    people: int
    person_years: Fraction
    banded: Fraction
    adjusted: Fraction

    @property
    def banded_payment(self) -> int:
        """What the band's own rate pays in a year, in pence."""
        return money.half_up(self.banded * self.person_years)

    @property
    def adjusted_payment(self) -> int:
        """What the model's rate pays in a year, in pence."""
        return money.half_up(self.adjusted * self.person_years)


def payments(model: ComplexityModel, rates: Capitation) -> tuple[BandPayment, ...]:
    """A payment for each band of `rates`, which were made of the same people, with the same bands and truncation."""
    predicted = {each.band: model.band_rates.get(each.band, 0) * each.person_years for each in rates.bands}
    together = sum(predicted.values(), Fraction(0))
    level = rates.total / together if together else Fraction(0)
    return tuple(
        BandPayment(
            band=each.band,
            people=each.sums.people,
            person_years=each.person_years,
            banded=each.exact_rate,
            adjusted=model.band_rates.get(each.band, 0) * level * rates.uplift,
        )
        for each in rates.bands
    )
