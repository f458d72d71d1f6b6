"""What is told of returns: that one is due or late, was signed, or is in dispute. E-mails hold the fixed words only."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.models import ReturnDispute, SignedReturn
from tenants.telling import leads_of, people_who_may, whoever_may
from ui import formats

DUE, LATE_ONES, SIGNED, DISPUTE = "return-due", "returns-late", "return-signed", "return-dispute"


KINDS = (
    NotificationKind(
        key=DUE,
        label="Your area's quarterly return",
        describes="It is due in 14 days, in 3 days, or late. When it is late you are told each week.",
        mail_words="Your area's quarterly return is not signed yet. It is due on {date}. Sign in to send it.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.RETURN_SIGN),
    ),
    NotificationKind(
        key=LATE_ONES,
        label="Areas whose return is late",
        describes="One summary for each quarter, on the day after it was due and then each week.",
        mail_words="{number} areas have not sent their return, which was due on {date}. Sign in to see which.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.BOARD_ACT),
    ),
    NotificationKind(
        key=SIGNED,
        label="Returns that are signed",
        describes="An area has signed its return, or a corrected version of it.",
        mail_words="A quarterly return has been signed. Sign in to see which.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.RETURN_SIGN, Permission.BOARD_ACT),
    ),
    NotificationKind(
        key=DISPUTE,
        label="Disputes about your area's return",
        describes="The network questions a figure, or a question is settled.",
        mail_words="There is news of a question about your area's return. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.RETURN_SIGN),
    ),
)


def signed(*, area: Area, quarter: Quarter, signed: SignedReturn, by: User | None) -> None:
    """Tell the area's other leads, and the network's managers."""
    what = f"version {signed.version} of the return" if signed.version > 1 else "the return"
    facts: dict[str, Any] = {
        "kind": SIGNED,
        "title": f"{signed.signed_name} has signed {what} for {quarter}",
        "body": f"Why it was corrected: {signed.reason}" if signed.reason else "",
        "key": f"return-signed-{signed.pk}",
        "by": by,
    }
    notify_all(to=leads_of(area), url=return_address(area, quarter), area=area, **facts)
    facts["title"] = f"{area.name}: {what} for {quarter} is signed"
    notify_all(
        to=people_who_may(Permission.BOARD_ACT), url=f"{reverse('programme:returns')}?quarter={quarter.key}", **facts
    )


def remind(*, area: Area, quarter: Quarter, step: str, is_late: bool) -> int:
    """Tell the area's leads once for each step; returns how many were told."""
    title = f"Send {area.short_name}’s return for {quarter}"
    due = f"It {'was' if is_late else 'is'} due on {formats.date(quarter.return_due)}."
    body = f"{due} The board sees that it is late." if is_late else due
    told = notify_all(
        to=leads_of(area),
        kind=DUE,
        title=title,
        body=body,
        url=return_address(area, quarter),
        area=area,
        key=f"return-due-{area.slug}-{quarter.key}-{step}",
        date=quarter.return_due,
    )
    return len(told)


def late_ones(*, areas: Sequence[Area], quarter: Quarter, step: str) -> int:
    """Tell the network's managers once for each step which areas are late; returns how many were told."""
    count = formats.plural(len(areas), "return")
    told = notify_all(
        to=people_who_may(Permission.BOARD_ACT),
        kind=LATE_ONES,
        title=f"{count} for {quarter} {'is' if len(areas) == 1 else 'are'} late",
        body=f"Due on {formats.date(quarter.return_due)}. Not signed: {', '.join(area.name for area in areas)}.",
        url=f"{reverse('programme:returns')}?quarter={quarter.key}",
        key=f"returns-late-{quarter.key}-{step}",
        number=len(areas),
        date=quarter.return_due,
    )
    return len(told)


def dispute(*, area: Area, quarter: Quarter, dispute: ReturnDispute, by: User) -> None:
    """Tell the area's leads what the network asks, or how it was settled."""
    is_settled = dispute.settled_on is not None
    notify_all(
        to=leads_of(area),
        kind=DISPUTE,
        title=f"The return for {quarter} is {'no longer ' if is_settled else ''}in dispute",
        body=dispute.outcome if is_settled else dispute.reason,
        url=return_address(area, quarter),
        area=area,
        by=by,
    )


def return_address(area: Area, quarter: Quarter) -> str:
    """The page of an area's return for a quarter."""
    return reverse("returns_pages:quarter", args=[area.slug, quarter.key])
