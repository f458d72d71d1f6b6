"""What the law sets for employers in 2015 to 2016; `docs/rooms/market-rates.md` has the sources.

Money in whole pence, thresholds for a week. A new year is a new `Rates` beside this one.
"""

import datetime
from dataclasses import dataclass
from fractions import Fraction

WEEKS_IN_A_YEAR = 52


@dataclass(frozen=True)
class MinimumWage:
    """The least for an hour from this day on: of 21 and over, of 18 to 20, of 16 and 17."""

    since: datetime.date
    adult: int
    under_21: int
    under_18: int


@dataclass(frozen=True)
class Rates:
    """One tax year, 6 April to 5 April.

    Employer's National Insurance is `insurance_rate` of pay above `insurance_above`; for people under 21 only of pay
    above `insurance_above_under_21`. The employer's pension is a share of pay between `pension_from` and `pension_to`;
    somebody whose pay is above `pension_trigger` has to be enrolled. Holiday is earned with each hour worked.
    """

    year: str
    insurance_rate: Fraction
    insurance_above: int
    insurance_above_under_21: int
    allowance: int  # Employment Allowance of one employer for the whole year
    pension_trigger: int
    pension_from: int
    pension_to: int
    least_pension: Fraction
    holiday_weeks: Fraction
    minimum_wages: tuple[MinimumWage, ...]

    @property
    def holiday_share(self) -> Fraction:
        """Holiday pay for each pound of wages: 5.6 weeks for the 46.4 that are worked, 12.07%."""
        return self.holiday_weeks / (WEEKS_IN_A_YEAR - self.holiday_weeks)

    def minimum_wage(self, on: datetime.date, *, is_under_21: bool) -> int:
        """The least for an hour on a day, in pence; before the first day of the list, the first. Not for under 18."""
        counts = [each for each in self.minimum_wages if each.since <= on] or [self.minimum_wages[0]]
        return counts[-1].under_21 if is_under_21 else counts[-1].adult


RATES_2015_16 = Rates(
    year="2015 to 2016",
    insurance_rate=Fraction(138, 1_000),
    insurance_above=156_00,
    insurance_above_under_21=815_00,
    allowance=2_000_00,
    pension_trigger=192_00,
    pension_from=112_00,
    pension_to=815_00,
    least_pension=Fraction(1, 100),
    holiday_weeks=Fraction(56, 10),
    minimum_wages=(
        MinimumWage(datetime.date(2014, 10, 1), adult=650, under_21=513, under_18=379),
        MinimumWage(datetime.date(2015, 10, 1), adult=670, under_21=530, under_18=387),
    ),
)
