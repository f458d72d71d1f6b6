"""What providers hear of their offers, and commissioners of offers that wait. E-mails hold fixed words."""

from typing import Any

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from market import checkers
from market.models import Offer, OfferEdition
from market.providers.editors import people_of
from market.telling import tell
from notify.registry import NotificationKind, Way
from tenants.telling import whoever_may
from ui import formats

OURS, WAITING = "market-offers", "market-offers-waiting"
KINDS = (
    NotificationKind(
        key=OURS,
        label="Your offers in the marketplace",
        describes="An offer of yours is published, has something to mend, or has to be confirmed.",
        mail_words="There is news of an offer of your organisation. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.MARKET_OFFER),
    ),
    NotificationKind(
        key=WAITING,
        label="Offers that wait for a check",
        describes="A provider sends an offer that reaches your area. It is checked within five working days.",
        mail_words="An offer waits for a check in the marketplace. Sign in to read it.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.MARKET_CHECK),
    ),
)
TITLES = {
    "approve": "Published: {title}",
    "change_asked": "Something to mend: {title}",
    "refuse": "Not accepted: {title}",
    "take_off": "Taken off, something to mend: {title}",
}


def waits_for_check(offer: Offer, edition: OfferEdition) -> None:
    """Tell the commissioners of the areas that it reaches."""
    tell(
        to=checkers.commissioners_of(edition.areas),
        kind=WAITING,
        title=f"An offer waits for a check: {edition.title}",
        url=reverse("market:check-offer", args=[offer.public_id]),
        key=f"offer-{offer.pk}-{edition.number}",
    )


def checked(offer: Offer, edition: OfferEdition, verb: str, *, by: User | None) -> None:
    """Tell the people who write for the provider what became of it."""
    _ours(offer, TITLES[verb].format(title=edition.title), f"{verb}-{edition.number}", body=edition.check_note, by=by)


def confirm_soon(offer: Offer, edition: OfferEdition, *, last_day: Any, days: int) -> int:
    """Remind of the yearly confirmation; says how many were told."""
    body = f"Say that it still holds by {formats.date(last_day)}. Otherwise it is hidden until you do."
    return _ours(offer, f"Does it still hold? {edition.title}", f"confirm-{last_day.isoformat()}-{days}", body=body)


def hidden(offer: Offer, edition: OfferEdition, *, last_day: Any) -> int:
    """Say that it is hidden now; says how many were told."""
    body = "Nobody has said for a year that it still holds. It shows again as soon as you say so."
    return _ours(offer, f"Hidden: {edition.title}", f"expired-{last_day.isoformat()}", body=body)


def _ours(offer: Offer, title: str, key: str, *, body: str = "", by: User | None = None) -> int:
    return tell(
        to=people_of(offer.provider),
        kind=OURS,
        title=title,
        body=body,
        url=reverse("market:offer-own", args=[offer.public_id]),
        key=f"offer-{offer.pk}-{key}",
        by=by,
    )
