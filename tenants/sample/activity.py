"""The demo's made-up activity, whole: what `embedded.demo_data` runs."""

from tenants.models import Site, WorkstreamOutput
from tenants.returns.models import (
    PublishedAssessment,
    PublishedMaturity,
    PublishedMilestone,
    PublishedPlan,
    PublishedRisk,
    PublishedTrajectory,
    ReportedRefusal,
    SignedReturn,
)
from tenants.sample import (
    equality,
    milestones,
    people,
    plans,
    progress,
    refusals,
    returns,
    risks,
    sites,
    trajectories,
    workstreams,
)

# What was made before is left as it stands: each part looks whether there is any of its own.
PARTS = (
    (SignedReturn.objects.all(), returns.make),
    (PublishedTrajectory.objects.all(), trajectories.make),
    (Site.objects.all(), sites.make),
    (PublishedMilestone.objects.all(), milestones.make),
    (PublishedRisk.objects.all(), risks.make),
    (PublishedMaturity.objects.all(), progress.make),
    (PublishedPlan.objects.filter(is_sample=True), plans.make),
    (PublishedAssessment.objects.all(), equality.make),
    (ReportedRefusal.objects.all(), refusals.make),
    (WorkstreamOutput.objects.all(), workstreams.make),
)


def make() -> None:
    """Add what is missing; run again, nothing changes."""
    for own, part in PARTS:
        if not own.exists():
            part()
    people.make()
