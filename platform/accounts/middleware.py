"""The one place where a request is let through or turned away, and where sessions end."""

import logging
import re
import time
from collections.abc import Callable
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import redirect
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from wagtail.models import Page

from accounts import outside_rules, policy, staff_sessions, wagtail_groups
from accounts.access import WHILE_ACTING, Access, Declaration, Kind, declaration_of
from accounts.permissions import Permission
from accounts.representing import acting, now
from accounts.representing.access import ActingAccess
from drafts import actions as drafts

logger = logging.getLogger(__name__)
GetResponse = Callable[[HttpRequest], HttpResponse]

# Every address below this is one area's; without an area that can be entered it is refused, whatever it looks like.
AREA_ROUTE = re.compile(r"^areas/<[^>]+>/")
API_PREFIX = "/api/"
STARTED_KEY = "ipc_session_started"
SEEN_KEY = "ipc_session_seen"
# The session is written at most this often for the sake of the time of the last click.
SEEN_EVERY_SECONDS = 60
ACTING_ENDED = "You can't act for this person any more. Nothing was sent. You act for yourself again."


def declaration_for(view: Callable[..., Any], match: ResolverMatch) -> Declaration:
    """What the view says about itself or, for a library's view, what its class of pages says."""
    own = declaration_of(view)
    if own.kind is not Kind.UNDECLARED:
        return own
    rule = outside_rules.rule_for(match)
    return rule.declaration if rule else own


class RightsMiddleware:
    """Holds the rights that views declare, in one order.

    Signed out: 302 to sign-in, for every address that isn't public, real or not (API: 401). Not a member of the area:
    404. Member without the right: 403. Wrong method: 405.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.access = Access(request.user)
        try:
            request.acting = acting.current(request) if request.user.is_authenticated else None
        except acting.Ended:
            messages.error(request, ACTING_ENDED)
            return redirect("accounts:representatives")
        request.subject = request.acting.person if request.acting else request.user
        token = now.remember(request.acting.person if request.acting else None)
        try:
            response = self.get_response(request)
        finally:
            now.forget(token)
        if response.status_code == 404 and not request.user.is_authenticated and not _is_public_address(request):
            return sign_in_first(request)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        declaration = declaration_for(view, request.resolver_match)
        if declaration.kind is Kind.TOKEN:
            return None if "Authorization" in request.headers else token_first()
        if declaration.kind is not Kind.PUBLIC:
            if not request.user.is_authenticated:
                return sign_in_first(request)
            if needs_two_steps(request):
                return redirect("mfa_index")
            if request.acting:
                return refuse_beyond_scope(request, declaration)
            refuse_strangers(request)
            refuse_without_right(request, declaration)
            if lacks_staff_session(request, declaration):
                return redirect_to_login(request.get_full_path(), reverse("accounts:staff-session"))
            if declaration.permission == Permission.CMS_EDIT:
                wagtail_groups.ensure_editor(request.user)
        if not declaration.allows_method(request.method or ""):
            return wrong_method(declaration)
        return None


class SessionLimitsMiddleware:
    """Ends a session 12 hours after sign-in and, for staff roles, 30 minutes after the last click."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            if self._is_over(request, now):
                who, was_acting = request.user, acting.KEY in request.session
                logout(request)
                if not was_acting:  # what was typed for somebody else must not be sent as one's own later
                    request.ended_session_of = who  # what they were sending is kept for them
            else:
                self._note_click(request, now)
        return self.get_response(request)

    def _is_over(self, request: HttpRequest, now: int) -> bool:
        session = request.session
        if now - session.get(STARTED_KEY, now) >= settings.SESSION_COOKIE_AGE:
            return True
        idle = now - session.get(SEEN_KEY, now)
        return idle >= settings.SESSION_IDLE_SECONDS and Access(request.user).is_staff

    def _note_click(self, request: HttpRequest, now: int) -> None:
        session = request.session
        session.setdefault(STARTED_KEY, now)
        if now - session.get(SEEN_KEY, 0) >= SEEN_EVERY_SECONDS:
            session[SEEN_KEY] = now


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """The way to sign in, with the way back; for the API, a 401."""
    if request.path.startswith(API_PREFIX):
        return token_first()
    who = getattr(request, "ended_session_of", None)
    draft = drafts.keep(request=request, by=who) if who else None
    onward = reverse("drafts:draft", args=[draft.public_id]) if draft else request.get_full_path()
    return redirect_to_login(onward, settings.LOGIN_URL)


def token_first() -> HttpResponse:
    """The API's refusal of somebody who sends no token."""
    words = "Send a token that works: Authorization: Bearer ipc_… You make one at /me/tokens/."
    body = {"type": "about:blank", "title": "Unauthorized", "status": 401, "detail": words, "errors": []}
    challenge = {"WWW-Authenticate": 'Bearer realm="api"'}
    return JsonResponse(body, status=401, content_type="application/problem+json", headers=challenge)


def needs_two_steps(request: HttpRequest) -> bool:
    """Whether this person has to set up two-step sign-in before anything else."""
    if not settings.MFA_REQUIRED_FOR_STAFF_ROLES:
        return False
    if request.resolver_match.view_name.startswith(outside_rules.ALLAUTH_PREFIXES):
        return False  # the pages on which it is set up
    used = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    if any(step.get("method") == "mfa" for step in used) or not request.access.is_staff:
        return False
    return not request.user.authenticator_set.exclude(type="recovery_codes").exists()


def refuse_beyond_scope(request: HttpRequest, declaration: Declaration) -> HttpResponse | None:
    """Let somebody who acts for another into what the scope names, and into nothing else, not even what is their own.

    Raises Http404 in an area that isn't the other person's, PermissionDenied elsewhere.
    """
    row, request.access = request.acting, ActingAccess(request.user)
    area = getattr(request, "area", None)
    in_an_area = area is not None or AREA_ROUTE.match(request.resolver_match.route)
    if in_an_area and not (area is not None and area.is_active and Access(row.person).is_member_of(area)):
        raise Http404("No such page.")
    if declaration.acting != WHILE_ACTING and not (declaration.acting and acting.allows(row, declaration.acting)):
        raise PermissionDenied(
            f"You are acting for {row.person}, and this is not part of it. To open it for yourself, stop acting first."
        )
    return None if declaration.allows_method(request.method or "") else wrong_method(declaration)


def wrong_method(declaration: Declaration) -> HttpResponse:
    """Which methods the address answers."""
    return HttpResponseNotAllowed(allowed_methods(declaration))


def refuse_strangers(request: HttpRequest) -> None:
    """Raises Http404 in an area that isn't there, is suspended, or isn't this person's: the three look the same."""
    area = getattr(request, "area", None)
    if area is None and AREA_ROUTE.match(request.resolver_match.route):
        raise Http404("No such page.")
    if area is not None and not (area.is_active and request.access.is_member_of(area)):
        raise Http404("No such page.")


def refuse_without_right(request: HttpRequest, declaration: Declaration) -> None:
    """Raises PermissionDenied unless the person has the right that the view asks for."""
    if declaration.kind is Kind.SIGNED_IN:
        return
    if declaration.kind is Kind.PERMISSION:
        permission, access = declaration.permission, request.access
        area = getattr(request, "area", None)
        if permission and (
            access.can_everywhere(permission) if declaration.everywhere else access.can(permission, area)
        ):
            return
    if declaration.kind is Kind.UNDECLARED:
        logger.error("refused: the view %s declares no right", request.resolver_match.view_name)
    raise PermissionDenied


def lacks_staff_session(request: HttpRequest, declaration: Declaration) -> bool:
    """Whether the right asked for needs a timed session that this person hasn't begun."""
    if declaration.permission not in policy.NEEDS_STAFF_SESSION:
        return False
    return staff_sessions.current(request.user) is None


def allowed_methods(declaration: Declaration) -> list[str]:
    """The methods for the Allow header, HEAD with GET."""
    declared = list(declaration.methods or ())
    return [*declared, "HEAD"] if "GET" in declared else declared


def _is_public_address(request: HttpRequest) -> bool:
    """Whether "not found" may be said to somebody signed out.

    True below a public page of ours and among public files, and where only the slash at the end is missing. Wagtail
    answers for whatever is left over, so what it doesn't find counts as not public.
    """
    match = getattr(request, "resolver_match", None)
    if match is None:
        return _lacks_only_a_slash(request)
    if match.view_name == "wagtail_serve":
        return False
    return declaration_for(match.func, match).kind is Kind.PUBLIC


def _lacks_only_a_slash(request: HttpRequest) -> bool:
    if request.path_info.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
        return True
    if request.path_info.endswith("/"):
        return False
    try:
        match = resolve(f"{request.path_info}/")
    except Resolver404:
        return False
    if match.view_name == "wagtail_serve":
        return _wagtail_has(request, match)
    return declaration_for(match.func, match).kind is Kind.PUBLIC


def _wagtail_has(request: HttpRequest, match: ResolverMatch) -> bool:
    """Whether a published page of the public site is here."""
    page = Page.find_for_request(request, match.args[0])
    return page is not None and page.live
