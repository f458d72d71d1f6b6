"""Finance cohorts (stage 1): criteria, and what the people who meet them are like."""

from finance_models.calc.cohorts.building import FORMULA, build, costing_of, count, members
from finance_models.calc.cohorts.criteria import ALL, ANY, NONE, CohortDefinition, Combination, Criterion
from finance_models.calc.cohorts.features import features
from finance_models.calc.cohorts.measures import MEASURES
from finance_models.calc.cohorts.reading import from_document, read, to_document
from finance_models.calc.cohorts.results import EXPECTED_SHARE, FinanceCohort, Size, Step
from finance_models.calc.cohorts.selecting import COUNTED

__all__ = [
    "ALL",
    "ANY",
    "COUNTED",
    "EXPECTED_SHARE",
    "FORMULA",
    "MEASURES",
    "NONE",
    "CohortDefinition",
    "Combination",
    "Criterion",
    "FinanceCohort",
    "Size",
    "Step",
    "build",
    "costing_of",
    "count",
    "features",
    "from_document",
    "members",
    "read",
    "to_document",
]
