"""Reading tokens and calendar links."""

from typing import Any
from uuid import UUID

from api import secret_words
from api.models import CalendarLink, Token


def by_secret(secret: str) -> Token | None:
    """The live token with this secret, of somebody whose account is open; found by digest, so in constant time."""
    return (
        Token.objects.live()
        .select_related("owner")
        .filter(digest=secret_words.digest(secret), owner__is_active=True)
        .first()
    )


def tokens_of(user: Any) -> list[Token]:
    """A person's tokens: those that work first, the newest before the older."""
    return sorted(Token.objects.filter(owner=user), key=lambda token: not token.is_live)


def token_of(user: Any, public_id: UUID) -> Token | None:
    """One live token of the person."""
    return Token.objects.live().filter(owner=user, public_id=public_id).first()


def link_by_secret(secret: str) -> CalendarLink | None:
    """The calendar link with this secret, unless it was taken back or its owner's account is closed."""
    return (
        CalendarLink.objects.select_related("owner")
        .filter(digest=secret_words.digest(secret), revoked_at__isnull=True, owner__is_active=True)
        .first()
    )


def links_of(user: Any) -> dict[str, CalendarLink]:
    """A person's calendar links that work, by calendar."""
    return {link.calendar: link for link in CalendarLink.objects.filter(owner=user, revoked_at__isnull=True)}
