"""Finance cohorts (stage 1): criteria, and what the people who meet them are like."""

from finance_models.calc.cohorts.building import FORMULA, build, costing_of, members
from finance_models.calc.cohorts.criteria import ALL, ANY, CohortDefinition, Combination, Criterion
from finance_models.calc.cohorts.features import features
from finance_models.calc.cohorts.measures import MEASURES
from finance_models.calc.cohorts.reading import from_document, read, to_document
from finance_models.calc.cohorts.results import EXPECTED_SHARE, FinanceCohort, Size, Step

__all__ = [
    "ALL",
    "ANY",
    "EXPECTED_SHARE",
    "FORMULA",
    "MEASURES",
    "CohortDefinition",
    "Combination",
    "Criterion",
    "FinanceCohort",
    "Size",
    "Step",
    "build",
    "costing_of",
    "features",
    "from_document",
    "members",
    "read",
    "to_document",
]
