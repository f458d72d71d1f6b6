"""What the page shell needs of a request, for Jinja2 and Django templates alike."""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.functional import SimpleLazyObject

from config import today
from ui import branding, footer, formats, navigation

# Shown in the footer once a room has made them; never as dead links.
FOOTER_PAGES = [
    ("accessibility-statement", "Accessibility statement"),
    ("privacy", "Privacy"),
    ("cookies", "Cookies"),
]
ACCOUNT_PAGES = [
    ("accounts:me", "Your details"),
    ("data_rights:mine", "Your data"),
    ("notify:choices", "Notifications"),
    ("your_turn:followed", "Pages you follow"),
    ("account_email", "E-mail address"),
    ("account_change_password", "Password"),
    ("mfa_index", "Two-step sign-in"),
    ("usersessions_list", "Where you are signed in"),
    ("socialaccount_connections", "Linked accounts"),
    ("drafts:list", "Drafts"),
    ("accounts:representatives", "Representatives"),
    ("api_pages:calendars", "Calendars"),
    ("api_pages:tokens", "API tokens"),
]


@dataclass(frozen=True)
class Shell:
    """The frame around a page's content."""

    brand: branding.Brand
    csp_nonce: str = ""
    is_signed_in: bool = False
    header: list[navigation.HeaderLink] = field(default_factory=list)
    service: list[navigation.Link] = field(default_factory=list)
    area: object | None = None
    area_links: list[navigation.Link] = field(default_factory=list)
    under_links: dict[str, list[navigation.Link]] = field(default_factory=dict)
    account_links: list[navigation.Link] = field(default_factory=list)
    footer: list[navigation.Link] = field(default_factory=list)
    demonstration: str = ""
    # After this many seconds without a click the session ends; 0 for people whose sessions don't end so.
    idle_seconds: int = 0
    # The person for whom somebody acts, as text; empty for everybody else.
    acting_for: str = ""


def page(request: HttpRequest) -> dict:
    """Context processor: `shell`, worked out only by the pages that show it.

    And the token, the same in each form of a page: Jinja2's own would be scrambled anew for each. Reading it sets a
    cookie, so it too waits until a form asks.
    """
    return {
        "shell": SimpleLazyObject(lambda: shell_for(request)),
        "csrf_token": SimpleLazyObject(lambda: get_token(request)),
    }


def shell_for(request: HttpRequest) -> Shell:
    """The shell as this person may see it."""
    signed_in = navigation.is_signed_in(request)
    return Shell(
        brand=branding.network(),
        csp_nonce=nonce_of(request),
        is_signed_in=signed_in,
        header=navigation.header_links(request),
        service=navigation.service_links(request),
        area=getattr(request, "area", None),
        area_links=navigation.area_links(request),
        under_links=navigation.under_links(request),
        account_links=_account_links(request) if signed_in else [],
        footer=[*_existing(FOOTER_PAGES), *footer.links()],
        demonstration=demonstration_notice(),
        idle_seconds=_idle_seconds(request),
        acting_for=_acting_for(request),
    )


def bare_shell(request: HttpRequest | None = None) -> Shell:
    """A shell that asks the database nothing, for the page shown when something broke."""
    return Shell(brand=branding.DEFAULT, csp_nonce=nonce_of(request), demonstration=demonstration_notice())


def nonce_of(request: HttpRequest | None) -> str:
    """The request's nonce as plain text (the middleware's own object is false until it is first read)."""
    return str(getattr(request, "csp_nonce", ""))


def demonstration_notice() -> str:
    """What the banner of a demonstration says, or nothing outside one."""
    if not getattr(settings, "IPC_DEMO", False):
        return ""
    return f"The date here is {formats.date(today.today())}. Activity marked sample is made up."


def _acting_for(request: HttpRequest) -> str:
    acting = getattr(request, "acting", None)
    return str(acting.person) if acting else ""


def _idle_seconds(request: HttpRequest) -> int:
    access = getattr(request, "access", None)
    return settings.SESSION_IDLE_SECONDS if access is not None and access.is_staff else 0


def _account_links(request: HttpRequest) -> list[navigation.Link]:
    return navigation.mark_current(request, _existing(ACCOUNT_PAGES))


def _existing(pages: list[tuple[str, str]]) -> list[navigation.Link]:
    found = ((name, label, navigation.href_or_none(name)) for name, label in pages)
    return [navigation.Link(name, label, href) for name, label, href in found if href]
