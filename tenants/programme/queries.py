"""What the programme board sees: a snapshot of the whole network as at a day, in a fixed number of queries."""

import datetime
from dataclasses import dataclass, field

from tenants.models import (
    Area,
    BudgetBaseline,
    EligiblePool,
    ImplementationCohort,
    LoadedFile,
    NationalMilestone,
    Promise,
    SitesReported,
)
from tenants.returns.models import PublishedPlan
from tenants.returns.queries import plans_as_at


@dataclass(frozen=True)
class Snapshot:
    """The network as at a day.

    `plans` by (area's id, group key); `baselines` and `pools` by area's id;
    `loaded` by the folder's file, for what holds no source of its own. Figures about people are those that the
    November 2014 application had already made public; signed returns take their place once there are any.
    """

    as_at: datetime.date
    areas: tuple[Area, ...]
    plans: dict[tuple[int, str], PublishedPlan] = field(repr=False)
    baselines: dict[int, BudgetBaseline] = field(repr=False)
    pools: tuple[EligiblePool, ...] = field(repr=False)
    promises: tuple[Promise, ...] = field(repr=False)
    sites: dict[str, SitesReported] = field(repr=False)
    milestones: tuple[NationalMilestone, ...] = field(repr=False)
    cohorts: tuple[ImplementationCohort, ...] = field(repr=False)
    loaded: dict[str, LoadedFile] = field(repr=False)

    def phase(self, area: Area, group: str) -> int | None:
        """The phase in which the area starts with the group; None is "to be confirmed"."""
        plan = self.plans.get((area.pk, group))
        return plan.phase if plan else None


def snapshot(as_at: datetime.date) -> Snapshot:
    """Everything the board's page shows, in nine queries however many areas there are."""
    return Snapshot(
        as_at=as_at,
        areas=tuple(Area.objects.in_use()),
        plans=plans_as_at(as_at),
        baselines={row.area_id: row for row in BudgetBaseline.objects.filter(as_at__lte=as_at)},
        pools=tuple(EligiblePool.objects.select_related("area").order_by("area__position", "group", "pk")),
        promises=tuple(Promise.objects.all()),
        sites={row.group: row for row in SitesReported.objects.filter(as_at__lte=as_at)},
        milestones=tuple(NationalMilestone.objects.all()),
        cohorts=tuple(ImplementationCohort.objects.all()),
        loaded={row.file: row for row in LoadedFile.objects.all()},
    )
