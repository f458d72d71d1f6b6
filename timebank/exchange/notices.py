"""What people hear of offers and requests: that one runs out, that somebody offers to be a mentor, and the answer."""

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from notify.actions import notify, notify_all
from notify.registry import NotificationKind, Way
from tenants.telling import whoever_may
from timebank.exchange.whose import people_of
from timebank.models import Offer, Request
from ui import formats

RUNS_OUT, MENTOR_OFFERED, MENTOR_ANSWERED = "timebank-runs-out", "timebank-mentor-offered", "timebank-mentor-answered"
KINDS = (
    NotificationKind(
        key=RUNS_OUT,
        label="Offers and requests that run out",
        describes="An offer or a request of yours in the time bank leaves the list within two weeks, or has left it.",
        mail_words="Something of yours in the time bank runs out. Sign in to keep it on the list, or to let it go.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.TIMEBANK_ACT),
    ),
    NotificationKind(
        key=MENTOR_OFFERED,
        label="People who offer their time",
        describes="Somebody of your area offers to be a mentor. You say whether the area offers it.",
        mail_words="Somebody of your area offers their time. Sign in to answer them.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.TIMEBANK_CONFIRM),
    ),
    NotificationKind(
        key=MENTOR_ANSWERED,
        label="Your offer to be a mentor",
        describes="Your area has answered your offer to help others.",
        mail_words="Your area has answered your offer. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.TIMEBANK_GIVE),
    ),
)


def runs_out(row: Offer | Request) -> None:
    """Tell whoever acts for the account that it leaves the list."""
    when = f"It leaves the list after {formats.date(row.expires_on)}. Keep it there for longer, or let it go."
    _tell(row, f"Runs out: {row.title}", when, f"{row.expires_on.isoformat()}")


def has_run_out(row: Offer | Request) -> None:
    """Tell them that it has left it."""
    _tell(row, f"Has run out: {row.title}", "Put it back on the list if it still holds.", f"{row.expires_on}-over")


def mentor_offered(offer: Offer) -> None:
    """Tell the area's leads that somebody offers their time."""
    notify_all(
        to=people_of(offer.account),
        kind=MENTOR_OFFERED,
        title=f"Somebody offers their time: {offer.title}",
        url=address(offer),
        area=offer.account.area,
        key=f"offer-{offer.pk}",
        by=offer.by,
    )


def mentor_answered(offer: Offer, *, by: User | None) -> None:
    """Tell the mentor what the area said."""
    if offer.mentor is None:
        return
    agreed = offer.state == Offer.State.OPEN
    notify(
        to=offer.mentor,
        kind=MENTOR_ANSWERED,
        title=f"{'Your area offers it' if agreed else 'Your area does not offer it'}: {offer.title}",
        body="" if agreed else f"Why: {offer.state_reason}",
        url=reverse("timebank:giving"),
        key=f"offer-{offer.pk}-{offer.state}",
        by=by,
    )


def _tell(row: Offer | Request, title: str, body: str, key: str) -> None:
    notify_all(
        to=people_of(row.account),
        kind=RUNS_OUT,
        title=title,
        body=body,
        url=address(row),
        area=row.account.area,
        key=f"{row._meta.model_name}-{row.pk}-{key}",
    )


def address(row: Offer | Request) -> str:
    """The page of an offer or a request."""
    return reverse(f"timebank:{row._meta.model_name}", args=[row.public_id])
