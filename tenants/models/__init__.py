"""What the whole network shares: areas, organisations, memberships, and the programme's own starting figures."""

from tenants.models.areas import Area, Domain
from tenants.models.followers import Follower
from tenants.models.memberships import Membership
from tenants.models.mentoring import Mentoring
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
from tenants.models.projections import Projection
from tenants.models.risks import NetworkRisk
from tenants.models.sites import Site, SiteMove, Stage
from tenants.models.sources import LoadedFile
from tenants.models.workstreams import Workstream, WorkstreamOutput

__all__ = [
    "Area",
    "BudgetBaseline",
    "Domain",
    "EligiblePool",
    "Follower",
    "ImplementationCohort",
    "LoadedFile",
    "Membership",
    "Mentoring",
    "NationalMilestone",
    "Network",
    "NetworkPartner",
    "NetworkRisk",
    "Organisation",
    "Projection",
    "Promise",
    "Site",
    "SiteMove",
    "SitesReported",
    "Stage",
    "Workstream",
    "WorkstreamOutput",
]
