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


LOOK = "Look at what would leave the area, then release it or say why not."


def proposed(*, area: Area, release: RegionalRelease, by: User | None) -> None:
    """Tell whoever may release."""
    title = f"{release} of {area.name}'s finance models waits for your decision"
    _tell(PROPOSED, area, _address(area, release), title, LOOK, f"finance-release-{release.number}-proposed", by)


def declined(*, area: Area, release: RegionalRelease, by: User | None) -> None:
    """Tell whoever may prepare another."""
    title, key = f"{release} of {area.name}'s finance models was declined", f"finance-release-{release.number}-declined"
    _tell(DECLINED, area, _address(area, release), title, release.decided_why, key, by)


def cases_proposed(*, area: Area, release: CaseRelease, by: User | None) -> None:
    """Tell whoever may release that sums of cases wait."""
    title = f"Sums of {area.name}'s cases wait for your decision"
    _tell(PROPOSED, area, _cases(area), title, LOOK, f"case-release-{release.number}-proposed", by)


def cases_declined(*, area: Area, release: CaseRelease, by: User | None) -> None:
    """Tell whoever may propose again that sums of cases stay in the area, and why."""
    title = f"The release of {area.name}'s cases was declined"
    _tell(DECLINED, area, _cases(area), title, release.why, f"case-release-{release.number}-declined", by)


def _tell(kind: str, area: Area, url: str, title: str, body: str, key: str, by: User | None) -> None:
    """A proposal is told to whoever releases, its refusal to whoever may propose again."""
    permission = Permission.FINANCE_RELEASE if kind == PROPOSED else Permission.FINANCE_EDIT
    people = people_who_may(permission, area=area)
    notify_all(to=people, kind=kind, title=title, body=body, url=url, area=area, key=f"{area.slug}-{key}", by=by)


def _address(area: Area, release: RegionalRelease) -> str:
    return reverse("finance:release", args=[area.slug, release.number])


def _cases(area: Area) -> str:
    return reverse("finance:cases-region", args=[area.slug])
