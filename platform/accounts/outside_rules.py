"""Who may open the pages that come with libraries, by class: their views carry no note of ours.

The first rule that matches counts. A page of a library that no rule knows is refused, like any view without a note.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import ResolverMatch

from accounts.access import Declaration, Kind
from accounts.permissions import Permission

# The methods of a library's pages are the library's own business.
PUBLIC = Declaration(Kind.PUBLIC, methods=None)
SIGNED_IN = Declaration(Kind.SIGNED_IN, methods=None)
# The API asks for its token itself; a request without one doesn't get that far.
TOKEN = Declaration(Kind.TOKEN, methods=None)
NOBODY = Declaration(Kind.NOBODY, methods=None)
CMS = Declaration(Kind.PERMISSION, Permission.CMS_EDIT, methods=None)
ADMIN = Declaration(Kind.PERMISSION, Permission.ADMIN_OPEN, methods=None)

# On the way in, before anybody has signed in. allauth's other pages are for people who have.
SIGN_IN_PAGES = {
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
}
ALLAUTH_PREFIXES = ("account_", "mfa_", "usersessions_", "socialaccount_", "openid_connect_")
# Ways to sign in, or to change a password, that know nothing of two-step sign-in; ours are under /account/.
SIGN_IN_AROUND_TWO_STEPS = {
    "wagtailcore_login",
    "wagtailadmin_login",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_complete",
    "admin:login",
    "admin:password_change",
    "admin:password_change_done",
}
# Whoever can edit Wagtail's users or groups can give themselves every right, so nobody can.
CMS_PEOPLE_AND_SITES = ("cms/users/", "cms/groups/", "cms/sites/", "cms/settings/", "cms/failwhale/", "cms/test404/")
# Pages of the public site; Wagtail itself hides what isn't published.
WAGTAIL_PUBLIC = {
    "wagtail_serve",
    "wagtaildocs_serve",
    "wagtailimages_serve",
    "wagtailcore_authenticate_with_password",
    "wagtaildocs_authenticate_with_password",
}


@dataclass(frozen=True)
class OutsideRule:
    """One class of pages: what it is called in the rights table, which pages, and who may open them."""

    name: str
    matches: Callable[[ResolverMatch], bool]
    declaration: Declaration


def _route_starts(*prefixes: str) -> Callable[[ResolverMatch], bool]:
    return lambda match: match.route.startswith(prefixes)


def _named(names: set[str]) -> Callable[[ResolverMatch], bool]:
    return lambda match: match.view_name in names


RULES = [
    OutsideRule("sign-in without two steps", _named(SIGN_IN_AROUND_TWO_STEPS), NOBODY),
    OutsideRule("sign-in", _named(SIGN_IN_PAGES), PUBLIC),
    OutsideRule("own account", lambda match: (match.url_name or "").startswith(ALLAUTH_PREFIXES), SIGNED_IN),
    OutsideRule("old sign-in addresses", _route_starts("account/social/"), PUBLIC),
    OutsideRule("Wagtail's people and sites", _route_starts(*CMS_PEOPLE_AND_SITES), NOBODY),
    OutsideRule("Wagtail's editor", _route_starts("cms/"), CMS),
    OutsideRule("Django's admin", _route_starts("admin/"), ADMIN),
    OutsideRule("published pages and files", _named(WAGTAIL_PUBLIC), PUBLIC),
    OutsideRule("files", _route_starts("media/", "static/"), PUBLIC),
    OutsideRule("API health", lambda match: match.route == "api/v1/health", PUBLIC),
    OutsideRule("API", _route_starts("api/"), TOKEN),
]


def rule_for(match: ResolverMatch) -> OutsideRule | None:
    """The first rule for this page, or None where no class of pages has it."""
    return next((rule for rule in RULES if rule.matches(match)), None)
