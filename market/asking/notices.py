"""Whom enquiries and feedback are told to. E-mails have fixed words; no title names a buyer or what they wrote."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from market.checkers import commissioners_of
from market.models import Enquiry, Feedback, MessageReport
from market.providers import editors
from market.telling import tell
from notify.registry import NotificationKind, Way
from tenants.telling import whoever_may

ASKED, WRITTEN, OPINION, TO_READ, REPORTED = (
    "market-asked", "market-written", "market-opinion", "market-to-read", "market-reported",
)  # fmt: skip
KINDS = (
    NotificationKind(
        key=ASKED,
        label="What people ask your organisation",
        describes="Somebody asks about what you offer, or writes again, or gives feedback.",
        mail_words="Somebody asks about what you offer in the marketplace, or has written again. Sign in to answer.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.MARKET_OFFER),
    ),
    NotificationKind(
        key=WRITTEN,
        label="Answers from providers",
        describes="A provider that you asked has written to you, or a message that you reported was looked at.",
        mail_words="There is news of something that you asked in the marketplace. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.MARKET_BUY),
    ),
    NotificationKind(
        key=OPINION,
        label="Your feedback on providers",
        describes="Your feedback is shown or isn’t, or the provider has answered it.",
        mail_words="There is news of the feedback that you gave in the marketplace. Sign in to read it.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.MARKET_BUY),
    ),
    NotificationKind(
        key=TO_READ,
        label="Feedback on providers that waits to be read",
        describes="Feedback, or a provider’s answer to it, is shown once a commissioner has read it.",
        mail_words="Feedback in the marketplace waits for you to read it. Sign in to do so.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.MARKET_CHECK),
    ),
    NotificationKind(
        key=REPORTED,
        label="Reported messages of the marketplace",
        describes="Somebody says that a message between a buyer and a provider isn’t right.",
        mail_words="A message in the marketplace was reported. Sign in to look at it.",
        default=Way.AT_ONCE,
        may_be_off=False,
        concerns=whoever_may(Permission.MARKET_CHECK),
    ),
)


def asked(enquiry: Enquiry) -> None:
    """Tell the provider's editors that somebody waits for them."""
    _tell_editors(enquiry, f"Somebody asks you: {enquiry.about}")


def shared(enquiry: Enquiry) -> None:
    """Tell the editors that there are contact details to see."""
    _tell_editors(enquiry, f"Somebody shows you how to reach them: {enquiry.about}")


def answered(enquiry: Enquiry) -> None:
    """Tell whoever asked that there is something to read."""
    _tell_buyer(enquiry, f"The provider has written to you: {enquiry.about}")


def closed(enquiry: Enquiry, *, is_of_buyer: bool) -> None:
    """Tell the other side that it is closed."""
    if is_of_buyer:
        _tell_editors(enquiry, f"Closed by whoever asked: {enquiry.about}")
    else:
        _tell_buyer(enquiry, f"The provider has closed it: {enquiry.about}")


def reported(report: MessageReport) -> None:
    """Tell the commissioners of the provider's areas at once."""
    areas = report.message.enquiry.provider.areas
    address = reverse("market:report", args=[report.public_id])
    _tell(commissioners_of(areas), REPORTED, "A message was reported", address, f"report-{report.public_id}")


def decided(report: MessageReport) -> None:
    """Tell whoever reported it what was decided."""
    if report.reported_by is None:
        return
    enquiry = report.message.enquiry
    kind, route = (WRITTEN, "market:enquiry") if report.is_of_buyer else (ASKED, "market:provider-enquiry")
    address = reverse(route, args=[enquiry.public_id])
    title = "The message that you reported was looked at"
    _tell([report.reported_by], kind, title, address, f"report-{report.public_id}", body=report.note)


def feedback_waits(feedback: Feedback) -> None:
    """Tell commissioners that there is something to read."""
    address = reverse("market:feedback-read", args=[feedback.public_id])
    key = f"feedback-{feedback.public_id}-{feedback.answered_at or 'given'}"
    _tell(commissioners_of(feedback.provider.areas), TO_READ, "Feedback waits to be read", address, key)


def feedback_read(feedback: Feedback) -> None:
    """Tell whoever gave it, and the provider where it is shown."""
    key = f"feedback-read-{feedback.public_id}"
    is_shown = feedback.state == Feedback.State.SHOWN
    title = "Your feedback is shown" if is_shown else "Your feedback isn’t shown"
    _tell([feedback.buyer.user], OPINION, title, reverse("market:feedback"), key)
    if is_shown:
        theirs = editors.people_of(feedback.provider)
        _tell(theirs, ASKED, "There is feedback on your organisation", reverse("market:provider-feedback"), key)


def answer_read(feedback: Feedback) -> None:
    """Tell the provider; and whoever gave the feedback where the answer is shown."""
    key = f"answer-read-{feedback.public_id}-{feedback.answered_at}"
    is_shown = feedback.answer_state == Feedback.State.SHOWN
    title = "Your answer to feedback is shown" if is_shown else "Your answer to feedback isn’t shown"
    _tell(editors.people_of(feedback.provider), ASKED, title, reverse("market:provider-feedback"), key)
    if is_shown:
        title = "The provider has answered your feedback"
        _tell([feedback.buyer.user], OPINION, title, reverse("market:feedback"), key)


def _tell_editors(enquiry: Enquiry, title: str) -> None:
    address = reverse("market:provider-enquiry", args=[enquiry.public_id])
    _tell(editors.people_of(enquiry.provider), ASKED, title, address)


def _tell_buyer(enquiry: Enquiry, title: str) -> None:
    _tell([enquiry.buyer.user], WRITTEN, title, reverse("market:enquiry", args=[enquiry.public_id]))


def _tell(to: Iterable[User], kind: str, title: str, url: str, key: str | None = None, **more: Any) -> None:
    tell(to=to, kind=kind, title=title, url=url, key=key, **more)
