"""A new revision for every saving; the ones before stay as they were."""

import datetime

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from tenants.models import Area
from tenants.returns.models import PublishedTrajectory
from tenants.returns.publishing import publish
from tenants.rollout.models import TrajectoryPoint, TrajectoryRevision
from tenants.rollout.trajectory import reading
from tenants.rollout.trajectory.points import Points, without_empty

FIRST_REASON = "First trajectory"


class Unchanged(ValueError):
    """The numbers are those of the latest revision."""

    def __init__(self) -> None:
        super().__init__("No number has changed. Change one first, or leave the page.")


class MovedOn(ValueError):
    """Somebody else has saved a revision since the numbers were shown."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Revision {number} was saved while you were typing. Open the table again, so that you don't undo it."
        )


@transaction.atomic
def save(
    *,
    area: Area,
    points: Points,
    reason: str,
    by: User | None,
    agreed_on: datetime.date | None = None,
    based_on: int | None = None,
    is_sample: bool = False,
) -> TrajectoryRevision:
    """Keep and publish a new revision: `points` of the measures given, those of the others as they stand.

    `based_on`: the number of the revision that was shown (0 for none; None doesn't ask). Raises MovedOn, Unchanged,
    ValueError without a reason; the first revision needs none.
    """
    Area.objects.select_for_update().get(pk=area.pk)  # so that revisions are numbered one after the other
    latest = reading.latest()
    number = latest.number if latest else 0
    if based_on is not None and based_on != number:
        raise MovedOn(number)
    if latest is not None and not reason.strip():
        raise ValueError("Say why the numbers change.")
    before = reading.points_of(latest)
    after = without_empty({**before, **points})
    if after == before:
        raise Unchanged
    revision = TrajectoryRevision.objects.create(
        number=number + 1, reason=reason.strip() or FIRST_REASON, agreed_on=agreed_on or today(), by=by
    )
    TrajectoryPoint.objects.bulk_create(
        TrajectoryPoint(revision=revision, measure=measure, group=group, quarter=quarter, planned=planned)
        for measure, lines in after.items()
        for group, line in lines.items()
        for quarter, planned in line.items()
    )
    publish(
        PublishedTrajectory,
        area=area,
        reason=revision.reason,
        is_sample=is_sample,
        revision=revision.number,
        points=after,
    )
    audit.record(action="trajectory.revise", by=by, area=area, object=revision, detail={"measures": sorted(points)})
    return revision
