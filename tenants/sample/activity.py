"""The demo's made-up activity, whole: what `embedded.demo_data` runs."""

from tenants.models import Site
from tenants.returns.models import (
    PublishedMaturity,
    PublishedMilestone,
    PublishedRisk,
    PublishedTrajectory,
    SignedReturn,
)
from tenants.sample import milestones, progress, returns, risks, sites, trajectories

# What was made before is left as it stands: each part looks whether there is any of its own.
PARTS = (
    (SignedReturn, returns.make),
    (PublishedTrajectory, trajectories.make),
    (Site, sites.make),
    (PublishedMilestone, milestones.make),
    (PublishedRisk, risks.make),
    (PublishedMaturity, progress.make),
)


def make() -> None:
    """Add what is missing; run again, nothing changes."""
    for model, part in PARTS:
        if not model._default_manager.exists():
            part()
