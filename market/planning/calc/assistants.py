"""What a personal assistant costs their employer in a year.

All assistants together cover the hours that are needed: while one is on holiday, another works. So holiday is counted
on every hour that is worked, whoever works it, and each week of holiday is a week of pay like another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from market.planning.calc.money import whole_pence
from market.planning.calc.rates import WEEKS_IN_A_YEAR, Rates

HOURS_IN_A_WEEK = 168


@dataclass(frozen=True)
class Assistant:
    """What is agreed with an assistant. Money in whole pence; insurance and payroll for the year, percents of 100."""

    hours_a_week: Decimal
    rate_pence: int
    weeks: Decimal = Decimal(WEEKS_IN_A_YEAR)
    is_under_21: bool = False
    pension_percent: Decimal = Decimal(1)
    insurance_pence: int = 0
    payroll_pence: int = 0
    contingency_percent: Decimal = Decimal(0)
    claims_allowance: bool = True

    def problems(self) -> list[str]:
        """Everything that makes no sense in it, in words; empty where all does."""
        found = []
        if not 0 < self.hours_a_week <= HOURS_IN_A_WEEK:
            found.append("A week has from 0 to 168 hours.")
        if not 0 < self.weeks <= WEEKS_IN_A_YEAR:
            found.append("A year has up to 52 weeks.")
        if self.rate_pence <= 0:
            found.append("Pay for an hour is more than nothing.")
        if self.insurance_pence < 0 or self.payroll_pence < 0:
            found.append("Insurance and payroll are not below nothing.")
        if not (0 <= self.pension_percent <= 100 and 0 <= self.contingency_percent <= 100):
            found.append("A percentage is from 0 to 100.")
        return found


@dataclass(frozen=True)
class Costs:
    """A year in whole pence. `national_insurance` is before the allowance, `allowance` what it takes off."""

    wages: int
    holiday: int
    national_insurance: int
    allowance: int
    pension: int
    insurance: int
    payroll: int
    contingency: int

    @property
    def total(self) -> int:
        """What the employer pays in the year."""
        paid = self.wages + self.holiday + self.national_insurance - self.allowance + self.pension
        return paid + self.insurance + self.payroll + self.contingency


def costs(assistant: Assistant, rates: Rates, *, allowance_left: int) -> Costs:
    """The costs of one assistant. `allowance_left`: pence of the Employment Allowance that nobody used yet.

    Raises ValueError with everything that makes no sense.
    """
    if problems := assistant.problems():
        raise ValueError(" ".join(problems))
    weekly = Fraction(assistant.hours_a_week) * assistant.rate_pence
    wages = weekly * Fraction(assistant.weeks)
    holiday = wages * rates.holiday_share
    paid_weeks = Fraction(assistant.weeks) * (1 + rates.holiday_share)
    insured = whole_pence(paid_weeks * _insurance_a_week(assistant, rates, weekly))
    allowance = min(insured, allowance_left) if assistant.claims_allowance else 0
    pension = whole_pence(paid_weeks * _pension_a_week(assistant, rates, weekly))
    employed = whole_pence(wages) + whole_pence(holiday) + insured - allowance + pension
    return Costs(
        wages=whole_pence(wages),
        holiday=whole_pence(holiday),
        national_insurance=insured,
        allowance=allowance,
        pension=pension,
        insurance=assistant.insurance_pence,
        payroll=assistant.payroll_pence,
        contingency=whole_pence(Fraction(employed) * Fraction(assistant.contingency_percent) / 100),
    )


def costs_of_all(assistants: Iterable[Assistant], rates: Rates) -> list[Costs]:
    """The costs of each assistant of one employer, who has the Employment Allowance once for all of them."""
    left, found = rates.allowance, []
    for assistant in assistants:
        found.append(costs(assistant, rates, allowance_left=left))
        left -= found[-1].allowance
    return found


def _insurance_a_week(assistant: Assistant, rates: Rates, weekly: Fraction) -> Fraction:
    """Employer's National Insurance on a week's pay."""
    above = rates.insurance_above_under_21 if assistant.is_under_21 else rates.insurance_above
    return max(Fraction(0), weekly - above) * rates.insurance_rate


def _pension_a_week(assistant: Assistant, rates: Rates, weekly: Fraction) -> Fraction:
    """The employer's share for somebody who has to be enrolled: 22 or over, with pay above the trigger."""
    if assistant.is_under_21 or weekly <= rates.pension_trigger:
        return Fraction(0)
    counted = min(weekly, Fraction(rates.pension_to)) - rates.pension_from
    return counted * Fraction(assistant.pension_percent) / 100
