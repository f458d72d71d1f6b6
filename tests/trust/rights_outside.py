"""Who may open the pages of libraries, by class: stated a second time, independently of `accounts.outside_rules`."""

from collections.abc import Callable
from dataclasses import dataclass

from accounts.access import Kind, declaration_of
from accounts.rights_table import PUBLIC, SIGNED_IN, TOKEN
from tests.trust.rights_routes import Route

NOBODY: tuple[str, ...] = ()
WAYS_IN = [
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_confirm_login_code",
    "account_request_login_code",
    "mfa_authenticate",
    "mfa_trust",
    "mfa_login_webauthn",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "socialaccount_signup",
    "openid_connect_login",
    "openid_connect_callback",
]


@dataclass(frozen=True)
class PageClass:
    """A class of a library's pages."""

    name: str
    has: Callable[[Route], bool]
    allowed: str | tuple[str, ...]


def _under(*prefixes: str) -> Callable[[Route], bool]:
    return lambda route: route.route.startswith(prefixes)


CLASSES = (
    PageClass(
        "Wagtail's users, groups, sites and passwords",
        lambda route: (
            route.route.startswith(
                ("cms/users/", "cms/groups/", "cms/sites/", "cms/settings/", "cms/login/", "cms/password_reset/")
            )
            or route.route in {"cms/failwhale/", "cms/test404/", "cms/account/"}
            or route.route.startswith("_util/login/")
        ),
        NOBODY,
    ),
    PageClass("Wagtail's editor", _under("cms/"), ("knowledge-editor", "network-manager")),
    PageClass("the admin's own sign-in and passwords", _under("admin/login/", "admin/password_change/"), NOBODY),
    PageClass("Django's admin", _under("admin/"), ("operator",)),
    PageClass(
        "ways in",
        lambda route: route.url_name in WAYS_IN or route.route.startswith("account/social/"),
        PUBLIC,
    ),
    PageClass(
        "own account",
        lambda route: (
            route.route.startswith("account/")
            and (route.url_name or "").startswith(("account_", "mfa_", "usersessions_", "socialaccount_"))
        ),
        SIGNED_IN,
    ),
    PageClass("the API's health", lambda route: route.route == "api/v1/health", PUBLIC),
    PageClass("API", _under("api/"), TOKEN),
    PageClass("documents and pictures", _under("documents/"), PUBLIC),
    PageClass("Wagtail's public pages", _under("_util/authenticate_with_password/", "^((?:"), PUBLIC),
)


def class_of(route: Route) -> PageClass | None:
    """The class of a library's page, or None for a page of ours, which says itself who may open it."""
    if declaration_of(route.callback).kind is not Kind.UNDECLARED:
        return None
    return next((page_class for page_class in CLASSES if page_class.has(route)), None)
