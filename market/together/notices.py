"""Whom clubs are told to. E-mails have fixed words. Nothing tells a provider who looks for something."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from market.models import Buyer, Club, ClubQuote
from market.providers import editors
from market.telling import tell
from market.together import wording
from notify.registry import NotificationKind, Way
from tenants.telling import whoever_may

OURS, PROVIDERS = "market-together", "market-together-providers"
KINDS = (
    NotificationKind(
        key=OURS,
        label="Clubbing together",
        describes="A provider gives a shared price for something that you look for with others, or it comes to an end.",
        mail_words="There is news of something that you look for together with others. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.MARKET_BUY),
    ),
    NotificationKind(
        key=PROVIDERS,
        label="People who look for something together",
        describes="Eight people or more in your area look for the same, or enough said yes to your shared price.",
        mail_words="There is news of people who look for something together in the marketplace. Sign in to read it.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.MARKET_OFFER),
    ),
)


def people_look(club: Club) -> None:
    """Tell the providers that work in the area, once a club has enough people to be told of."""
    address = reverse("market:provider-club", args=[club.public_id])
    title = f"People look for this together: {wording.club(club)}"
    _tell(editors.people_in(club.area), PROVIDERS, title, address, f"club-{club.public_id}")


def price_given(quote: ClubQuote) -> None:
    """Tell everybody who looks for it, each for themselves."""
    _tell_ours(_of(quote.club), quote, "There is a shared price for you to look at", "given")


def price_over(quote: ClubQuote) -> None:
    """Tell who said yes, and the provider, that nothing comes of it."""
    said_yes = [row.buyer for row in quote.acceptances.select_related("buyer__user")]
    _tell_ours(said_yes, quote, "A shared price that you said yes to has ended", "over")
    if quote.state == ClubQuote.State.FAILED:
        _tell_provider(quote, "Too few people said yes to your shared price", "failed")


def made(quote: ClubQuote, buyers: Iterable[Buyer]) -> None:
    """Tell both sides that enough said yes."""
    _tell_ours(buyers, quote, "Enough people said yes: your shared price is made", "made")
    _tell_provider(quote, "Enough people said yes to your shared price", "made")


def _of(club: Club) -> list[Buyer]:
    return [row.buyer for row in club.signals.select_related("buyer__user")]


def _tell_ours(buyers: Iterable[Buyer], quote: ClubQuote, title: str, what: str) -> None:
    address = reverse("market:club", args=[quote.club.public_id])
    _tell([buyer.user for buyer in buyers], OURS, title, address, f"price-{quote.public_id}-{what}")


def _tell_provider(quote: ClubQuote, title: str, what: str) -> None:
    address = reverse("market:provider-club", args=[quote.club.public_id])
    _tell(editors.people_of(quote.provider), PROVIDERS, title, address, f"price-{quote.public_id}-{what}")


def _tell(to: Iterable[User], kind: str, title: str, url: str, key: str, **more: Any) -> None:
    tell(to=to, kind=kind, title=title, url=url, key=key, **more)
