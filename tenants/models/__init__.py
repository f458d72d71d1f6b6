"""What the whole network shares: areas, organisations, memberships, and the programme's own starting figures."""

from tenants.models.areas import Area, Domain
from tenants.models.memberships import Membership
from tenants.models.network import Network, NetworkPartner
from tenants.models.organisations import Organisation
from tenants.models.programme import (
    BudgetBaseline,
    EligiblePool,
    ImplementationCohort,
    NationalMilestone,
    Promise,
    SitesReported,
)
from tenants.models.sources import LoadedFile

__all__ = [
    "Area",
    "BudgetBaseline",
    "Domain",
    "EligiblePool",
    "ImplementationCohort",
    "LoadedFile",
    "Membership",
    "NationalMilestone",
    "Network",
    "NetworkPartner",
    "Organisation",
    "Promise",
    "SitesReported",
]
