"""How every area stands with every national milestone on a day, from what the areas published. One query."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from tenants.models import Area, NationalMilestone
from tenants.returns.models import PublishedMilestone
from tenants.returns.queries import latest_as_at
from tenants.rollout import rag


@dataclass(frozen=True)
class Standing:
    """One area and one milestone on a day. `row` None: the area had said nothing of it, so its dates say all."""

    area: Area
    key: str
    title: str
    due: datetime.date
    status: rag.Status
    row: PublishedMilestone | None = field(repr=False)

    @property
    def slip_days(self) -> int:
        """Days from the due date to the day it was done, or is forecast; 0 where nothing else is known."""
        then = (self.row.done_on or self.row.forecast) if self.row else None
        return (then - self.due).days if then else 0


@dataclass(frozen=True)
class MilestoneStatuses:
    """`national` by (area's id, key), for every pair; `local` by area's id, by due date, without those taken off."""

    on: datetime.date
    national: dict[tuple[int, str], Standing] = field(repr=False)
    local: dict[int, list[Standing]] = field(repr=False)

    def of(self, area: Area, milestone: NationalMilestone) -> Standing:
        """How an area stands with a national milestone."""
        return self.national[area.pk, milestone.key]

    @property
    def said(self) -> list[PublishedMilestone]:
        """The areas' rows that these statuses rest on; dates and sources of a chart come from here."""
        every = [*self.national.values(), *(one for several in self.local.values() for one in several)]
        return [one.row for one in every if one.row is not None]


def statuses(on: datetime.date, areas: Iterable[Area], milestones: Iterable[NationalMilestone]) -> MilestoneStatuses:
    """The statuses of these areas on a day. One query, however many areas, milestones and earlier rows there are.

    All areas are measured by the national set's own date, which is the same for all. Whoever has said nothing of a
    milestone has no forecast and no evidence.
    """
    by_id = {area.pk: area for area in areas}
    rows = [row for row in latest_as_at(PublishedMilestone, on, "key") if row.area_id in by_id]
    said = {(row.area_id, row.key): row for row in rows if row.is_national}
    national = {
        (area.pk, each.key): _standing(area, each.key, each.activity, each.due, said.get((area.pk, each.key)), on)
        for each in milestones
        for area in by_id.values()
    }
    local: dict[int, list[Standing]] = {pk: [] for pk in by_id}
    for row in sorted(rows, key=lambda row: (row.due, row.pk)):
        if not row.is_national and not row.is_withdrawn:
            local[row.area_id].append(_standing(by_id[row.area_id], row.key, row.title, row.due, row, on))
    return MilestoneStatuses(on, national, local)


def _standing(
    area: Area, key: str, title: str, due: datetime.date, row: PublishedMilestone | None, on: datetime.date
) -> Standing:
    status = rag.status(
        due=due,
        forecast=row.forecast if row else None,
        done_on=row.done_on if row else None,
        has_evidence=bool(row and row.has_evidence),
        on=on,
        override=row.override if row else "",
        override_reason=row.override_reason if row else "",
    )
    return Standing(area, key, title, due, status, row)
