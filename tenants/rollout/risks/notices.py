"""What network managers hear of areas' risks: an extreme one that is newly shared. Reviews are dates of the part."""

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.models import Area
from tenants.rollout import risk_scores
from tenants.rollout.models import Risk
from tenants.telling import people_who_may, whoever_may

SHARED = "risk-shared"


KINDS = (
    NotificationKind(
        key=SHARED,
        label="Extreme risks that areas share",
        describes="An area has shared a risk or issue with the board that is extreme also after mitigation.",
        mail_words="An area has shared an extreme risk with the board. Sign in to see which.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.BOARD_ACT),
    ),
)


def shared(*, area: Area, risk: Risk, by: User | None) -> None:
    """Tell network managers of a risk that is newly shared and extreme also after mitigation."""
    if risk_scores.band(risk.rating_after).name != risk_scores.EXTREME:
        return
    notify_all(
        to=people_who_may(Permission.BOARD_ACT),
        kind=SHARED,
        title=f"{area.name} shares an extreme {risk.get_kind_display().lower()}: {risk.title}",
        body=f"Rated {risk_scores.in_words(risk.likelihood_after, risk.impact_after)}, after mitigation.",
        url=reverse("programme:board"),
        key=f"{area.slug}-risk-{risk.pk}-shared",
        by=by,
    )
