"""What network managers hear of areas' risks: an extreme one that is newly shared. Reviews are dates of the part."""

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from accounts.policy import ROLES
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.models import Area, Membership
from tenants.rollout import risk_scores
from tenants.rollout.models import Risk

SHARED = "risk-shared"


def runs_the_network(access: object) -> bool:
    """Whoever acts on what the board reads."""
    return bool(access.can(Permission.BOARD_ACT))  # type: ignore[attr-defined]


KINDS = (
    NotificationKind(
        key=SHARED,
        label="Extreme risks that areas share",
        describes="An area has shared a risk or issue with the board that is extreme also after mitigation.",
        mail_words="An area has shared an extreme risk with the board. Sign in to see which.",
        default=Way.DAILY,
        concerns=runs_the_network,
    ),
)


def shared(*, area: Area, risk: Risk, by: User | None) -> None:
    """Tell network managers of a risk that is newly shared and extreme also after mitigation."""
    if risk_scores.band(risk.rating_after).name != risk_scores.EXTREME:
        return
    notify_all(
        to=_network_managers(),
        kind=SHARED,
        title=f"{area.name} shares an extreme {risk.get_kind_display().lower()}: {risk.title}",
        body=f"Rated {risk_scores.in_words(risk.likelihood_after, risk.impact_after)}, after mitigation.",
        url=reverse("programme:board"),
        key=f"{area.slug}-risk-{risk.pk}-shared",
        by=by,
    )


def _network_managers() -> list[User]:
    roles = [role.slug for role in ROLES.values() if Permission.BOARD_ACT in role.permissions]
    rows = Membership.objects.live().filter(role__in=roles).select_related("user")
    return [row.user for row in rows]
