"""Gains and losses shared by the agreement in a set of assumptions."""

from finance_models.assumptions.actions import parse
from finance_models.calc.assumptions import GainShareTerms
from finance_models.calc.gain_share import GainShare, gain_share
from finance_models.calc.yearly_adjustment import Adjustment, over_years
from finance_models.models import AssumptionSet


def one_year(assumptions: AssumptionSet, *, target: int, actual: int) -> GainShare:
    """Share the variance, in pence. Raises AssumptionsRefused where the set has no [gain_share]."""
    return gain_share(_terms(assumptions), target=target, actual=actual)


def several_years(
    assumptions: AssumptionSet, adjustment: Adjustment, *, target: int, actuals: list[int]
) -> list[GainShare]:
    """Year after year, in pence; each target follows from the year before. Raises as `one_year`, and ValueError."""
    return list(over_years(_terms(assumptions), adjustment, target=target, actuals=actuals).years)


def _terms(assumptions: AssumptionSet) -> GainShareTerms:
    return parse(assumptions.text, needs=("gain_share",)).gain_share
