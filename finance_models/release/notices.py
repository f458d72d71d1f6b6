"""What people of an area hear of its releases: one waits for the lead; one was declined."""

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from finance_models.models import CaseRelease, RegionalRelease
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.models import Area
from tenants.telling import people_who_may, whoever_may

PROPOSED, DECLINED = "finance-release-proposed", "finance-release-declined"
KINDS = (
    NotificationKind(
        key=PROPOSED,
        label="Finance releases that wait for you",
        describes="Your area's finance lead has proposed to release sums to the region.",
        mail_words="A finance release of your area waits for your decision. Sign in to look at it.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.FINANCE_RELEASE),
    ),
    NotificationKind(
        key=DECLINED,
        label="Finance releases that were declined",
        describes="Your area's lead has declined to release sums that were proposed.",
        mail_words="A finance release of your area was declined. Sign in to see why.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.FINANCE_EDIT),
    ),
)


def proposed(*, area: Area, release: RegionalRelease, by: User | None) -> None:
    """Tell whoever may release."""
    notify_all(
        to=people_who_may(Permission.FINANCE_RELEASE, area=area),
        kind=PROPOSED,
        title=f"{release} of {area.name}'s finance models waits for your decision",
        body="Look at what would leave the area, then release it or say why not.",
        url=_address(area, release),
        area=area,
        key=f"{area.slug}-finance-release-{release.number}-proposed",
        by=by,
    )


def declined(*, area: Area, release: RegionalRelease, by: User | None) -> None:
    """Tell whoever may prepare another."""
    notify_all(
        to=people_who_may(Permission.FINANCE_EDIT, area=area),
        kind=DECLINED,
        title=f"{release} of {area.name}'s finance models was declined",
        body=release.decided_why,
        url=_address(area, release),
        area=area,
        key=f"{area.slug}-finance-release-{release.number}-declined",
        by=by,
    )


def cases_proposed(*, area: Area, release: CaseRelease, by: User | None) -> None:
    """Tell whoever may release that sums of cases wait."""
    notify_all(
        to=people_who_may(Permission.FINANCE_RELEASE, area=area),
        kind=PROPOSED,
        title=f"Sums of {area.name}'s cases wait for your decision",
        body="Look at what would leave the area, then release it or say why not.",
        url=reverse("finance:cases-region", args=[area.slug]),
        area=area,
        key=f"{area.slug}-case-release-{release.number}-proposed",
        by=by,
    )


def cases_declined(*, area: Area, release: CaseRelease, by: User | None) -> None:
    """Tell whoever may propose again that sums of cases stay in the area, and why."""
    notify_all(
        to=people_who_may(Permission.FINANCE_EDIT, area=area),
        kind=DECLINED,
        title=f"The release of {area.name}'s cases was declined",
        body=release.why,
        url=reverse("finance:cases-region", args=[area.slug]),
        area=area,
        key=f"{area.slug}-case-release-{release.number}-declined",
        by=by,
    )


def _address(area: Area, release: RegionalRelease) -> str:
    return reverse("finance:release", args=[area.slug, release.number])
