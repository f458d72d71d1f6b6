"""What leaves an area: dated published rows, signed returns, and what is released of them. All append-only."""

from tenants.returns.models.cases import PublishedCases
from tenants.returns.models.finance import FinanceTerms, PublishedFinance, RegionFigures
from tenants.returns.models.plans import PublishedPlan
from tenants.returns.models.published import (
    PublishedAssessment,
    PublishedKeyAction,
    PublishedMaturity,
    PublishedMilestone,
    PublishedPromise,
    PublishedRisk,
    PublishedTrajectory,
    ReportedRefusal,
)
from tenants.returns.models.released import ReleasedQuarter
from tenants.returns.models.signed import ReturnDispute, SignedReturn

__all__ = [
    "FinanceTerms",
    "PublishedAssessment",
    "PublishedCases",
    "PublishedFinance",
    "PublishedKeyAction",
    "PublishedMaturity",
    "PublishedMilestone",
    "PublishedPlan",
    "PublishedPromise",
    "PublishedRisk",
    "PublishedTrajectory",
    "RegionFigures",
    "ReleasedQuarter",
    "ReportedRefusal",
    "ReturnDispute",
    "SignedReturn",
]
