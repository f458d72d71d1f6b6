"""Pages for what can't be shown: each with a reason and a way on."""

import logging

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from ui.context import bare_shell

logger = logging.getLogger(__name__)

# Shown when even the page for errors can't be drawn.
LAST_WORDS = (
    "<!DOCTYPE html><html lang='en'><title>Something went wrong</title><h1>Something went wrong</h1>"
    "<p>Please try again in a few minutes. Nothing you sent was changed by halves.</p>"
)


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    """400: what was sent can't be understood; 413: there was too much of it."""
    if isinstance(exception, RequestDataTooBig):
        # Django's own words are for programmers; where ours were raised, they say how much may be sent.
        return refusal(request, 413, reason=getattr(exception, "sentence", ""))
    return refusal(request, 400)


def not_allowed(request: HttpRequest, exception=None) -> HttpResponse:
    """403: the reason is the words of the PermissionDenied, where it has any."""
    return refusal(request, 403, reason=str(exception or ""))


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """404: also for what belongs to somebody else, so the page never says which of the two it is."""
    return refusal(request, 404)


def too_many(request: HttpRequest, exception=None, wait: int = 5 * 60) -> HttpResponse:
    """429: somebody tries too often; `wait` seconds, and it can be tried again."""
    response = refusal(request, 429, wait=wait)
    response["Retry-After"] = str(wait)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's token is missing or old. Django's technical reason is for the log, not for people."""
    logger.warning("csrf.refused", extra={"reason": reason})
    return refusal(request, 403, page="csrf")


def server_error(request: HttpRequest) -> HttpResponse:
    """500: asks the database for nothing, since it may be what broke."""
    try:
        body = render_to_string("ui/errors/500.html", {"shell": bare_shell(request)})
    except Exception:
        logger.exception("error_page.failed")
        body = LAST_WORDS
    return HttpResponse(body, status=500)


def refusal(request: HttpRequest, status: int, page: str | None = None, reason: str = "", **more) -> HttpResponse:
    """The page for a status; with the bare shell where the ordinary one can't be drawn (no session, no database)."""
    template = f"ui/errors/{page or status}.html"
    context = {"reason": reason, **more}
    try:
        body = render_to_string(template, context, request=request)
    except Exception:
        logger.exception("error_page.failed")
        body = render_to_string(template, {**context, "shell": bare_shell(request)})
    return HttpResponse(body, status=status)
