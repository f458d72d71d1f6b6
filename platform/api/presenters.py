"""Tokens and calendar links as rows of a page."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from api import scopes
from api.calendars import Calendar
from api.models import CalendarLink, Token
from ui import formats

NEVER = "Never"
HEAD = ("Token", "What it may read", "Made", "Works until", "Last used", "What you can do")


def token_rows(tokens: list[Token]) -> list[list[Any]]:
    """Columns: name, scopes in words, made, works until, last used, revoke."""
    return [
        [
            token.name,
            scope_words(token),
            formats.date(timezone.localdate(token.created_at)),
            _until(token),
            _when(token.last_used_at),
            {"text": f"Revoke “{token.name}”", "href": reverse("api_pages:revoke", args=[token.public_id])}
            if token.is_live
            else "Nothing: it has ended",
        ]
        for token in tokens
    ]


def scope_words(token: Token) -> str:
    """What the token may read; a scope that is gone is left out."""
    known = {scope.key: scope.words for scope in scopes.every()}
    return "; ".join(known[key] for key in token.scopes if key in known)


def calendar_rows(calendars: list[Calendar], links: dict[str, CalendarLink]) -> list[dict[str, Any]]:
    """For each calendar that the person may read: its link's dates, where there is one."""
    rows = []
    for calendar in calendars:
        link = links.get(calendar.key)
        rows.append(
            {
                "calendar": calendar,
                "has_link": link is not None,
                "made": formats.date(timezone.localdate(link.created_at)) if link else "",
                "used": _when(link.last_used_at) if link else "",
            }
        )
    return rows


def _until(token: Token) -> str:
    if token.revoked_at:
        return f"Revoked on {formats.date(timezone.localdate(token.revoked_at))}"
    words = formats.date(timezone.localdate(token.expires_at))
    return words if token.is_live else f"Ended on {words}"


def _when(moment: Any) -> str:
    return formats.date_and_time(moment) if moment else NEVER
