"""The front page's ways on, for whoever is reading."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from accounts.permissions import Permission
from ui.navigation import href_or_none


@dataclass(frozen=True)
class WayOn:
    """A card that leads on from the front page."""

    title: str
    text: str
    href: str


def ways_on(request: HttpRequest) -> list[WayOn]:
    """Three ways on: what I can ask for, the areas, and my own next page (or signing in). None is a dead link."""
    found = [
        (
            "Find what you can ask for",
            "Say where you live and what support you need. See what you can ask for today, and what comes later.",
            href_or_none("your_turn:start"),
        ),
        (
            "See the areas",
            "Read which places take part, who works together there, and when they start.",
            href_or_none("areas:list"),
        ),
        _own_way(request),
    ]
    return [WayOn(title, text, href) for title, text, href in found if href]


def edit_href(request: HttpRequest, page: Any) -> str | None:
    """Where this page is edited, for those who may; None for the others and in a preview."""
    access: Any = getattr(request, "access", None)
    if not page.pk or getattr(request, "is_preview", False) or not access or not access.can(Permission.CMS_EDIT):
        return None
    return href_or_none("wagtailadmin_pages:edit", page.pk)


def _own_way(request: HttpRequest) -> tuple[str, str, str | None]:
    access: Any = getattr(request, "access", None)
    if access and access.can(Permission.BOARD_READ):
        return "See how it is going", "Open the programme board: every area and group on one page.", _board()
    if access and access.user.is_authenticated:
        return "See what needs you", "Open your own page, with what is waiting for you today.", href_or_none("ui:home")
    return "Sign in", "If you have been given an account, carry on with your work here.", href_or_none("account_login")


def _board() -> str | None:
    return href_or_none("programme:board")
