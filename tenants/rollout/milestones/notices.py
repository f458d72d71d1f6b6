"""What leads of an area hear of its milestones: that somebody else moved a date. Late ones are dates of the part."""

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.models import Area
from tenants.rollout.milestones.queries import AreaMilestone
from tenants.telling import leads_of, whoever_may

MOVED = "milestone-moved"
KINDS = (
    NotificationKind(
        key=MOVED,
        label="Dates of milestones that somebody moved",
        describes="Somebody else of your area has changed the date or the forecast of a milestone.",
        mail_words="A date of your area's milestones has moved. Sign in to see which, and why.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.PLAN_EDIT),
    ),
)


def dates_moved(*, area: Area, milestone: AreaMilestone, reason: str, by: User) -> None:
    """Tell the area's other leads who moved what, and why."""
    notify_all(
        to=leads_of(area),
        kind=MOVED,
        title=f"{by} has moved a date: {milestone.title}",
        body=f"Why: {reason}",
        url=address(area, milestone.key),
        area=area,
        by=by,
    )


def address(area: Area, key: str) -> str:
    """The page of a milestone."""
    return reverse("rollout:milestone", args=[area.slug, key])
