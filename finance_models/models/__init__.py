"""The finance models' records, in each area's own schema: what was loaded, by what right, and what was made of it."""

from finance_models.models.assumptions import AssumptionSet
from finance_models.models.case_releases import CaseRelease
from finance_models.models.cases import Case, CaseLine
from finance_models.models.cohorts import CohortDefinition
from finance_models.models.contracts import Contract, ContractChange
from finance_models.models.data import ColumnMapping, DataVersion
from finance_models.models.governance import GovernanceClock, GovernanceEntry, Objection
from finance_models.models.prices import PriceTable
from finance_models.models.releases import RegionalRelease
from finance_models.models.runs import Run

__all__ = [
    "AssumptionSet",
    "Case",
    "CaseLine",
    "CaseRelease",
    "CohortDefinition",
    "ColumnMapping",
    "Contract",
    "ContractChange",
    "DataVersion",
    "GovernanceClock",
    "GovernanceEntry",
    "Objection",
    "PriceTable",
    "RegionalRelease",
    "Run",
]
