"""Choosing the people of a finance cohort: who meets the criteria, as an expression of the engine."""

from decimal import Decimal

import ibis

from finance_models.calc import money
from finance_models.calc.activation import holds, is_set
from finance_models.calc.cohorts.criteria import ALL, NONE, Combination, Criterion
from finance_models.calc.cohorts.measures import CHOICE, FLAG, MEASURES

# What criteria and sizes look at: enough to count from, without anybody's pseudonym.
COUNTED = (
    "days", "pence", "groups", "registers", "age", "ltc_count", "frailty", "usable_pam_level", "emergency_admissions",
    "contacts", "cost_percentile", "chc", "section_117", "settings_used",
)  # fmt: skip
COLUMNS = {
    "group": "groups",
    "register": "registers",
    "pam_level": "usable_pam_level",
    "cost": "pence",
}


def meets(features: ibis.Table, part: Criterion | Combination) -> ibis.Column:
    """Whether a person meets a criterion or a combination; never null."""
    if isinstance(part, Criterion):
        return _meets_criterion(features, part)
    found = [meets(features, each) for each in part.parts]
    combined = found[0]
    for each in found[1:]:
        combined = combined & each if part.combine == ALL else combined | each
    return ~combined if part.combine == NONE else combined


def is_unknown(features: ibis.Table, part: Criterion | Combination) -> ibis.Column:
    """Whether the measure of a criterion has no value for a person; false for choices, where nothing is a value.

    Of a combination of several criteria this is not asked.
    """
    if isinstance(part, Combination) and len(part.parts) == 1:
        return is_unknown(features, part.parts[0])
    if isinstance(part, Combination) or MEASURES[part.measure].kind == CHOICE:
        return features.days.isnull()
    return _column(features, part.measure).isnull()


def _meets_criterion(features: ibis.Table, criterion: Criterion) -> ibis.Column:
    measure = MEASURES[criterion.measure]
    column = _column(features, criterion.measure)
    if measure.kind == CHOICE:
        chosen = [holds(column, choice) for choice in criterion.one_of]
        found = chosen[0]
        for each in chosen[1:]:
            found |= each
        return found
    if measure.kind == FLAG:
        found = is_set(column)
        return found if criterion.is_set else ~found & column.notnull()
    bounds = []
    if criterion.at_least is not None:
        bounds.append(column >= _comparable(criterion, criterion.at_least))
    if criterion.at_most is not None:
        bounds.append(column <= _comparable(criterion, criterion.at_most))
    return (bounds[0] if len(bounds) == 1 else bounds[0] & bounds[1]).fill_null(False)


def _column(features: ibis.Table, measure: str) -> ibis.Column:
    return features[COLUMNS.get(measure, measure)]


def _comparable(criterion: Criterion, value: Decimal) -> int | float:
    """A bound in the unit of its column: pence for cost, whole numbers where the measure has no places."""
    if criterion.measure == "cost":
        return money.pence(value)
    return float(value) if MEASURES[criterion.measure].places else int(value)
