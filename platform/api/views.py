"""A person's own tokens and calendar links, the documentation of the API, and calendars by secret address."""

from uuid import UUID

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from accounts.access import Access, methods, public, signed_in
from accounts.rate_limits import limited
from api import actions, calendars, description, problems, queries
from api import documentation as documentation_presenter
from api import presenters as presenter
from api.errors import Problem, TokenError
from api.forms import TokenForm
from api.tokens import TokenAuth
from api.urls import api


@signed_in
def tokens(request: HttpRequest) -> HttpResponse:
    """A person's tokens, those that work first."""
    return render(
        request,
        "api/tokens.html",
        {"head": presenter.HEAD, "rows": presenter.token_rows(queries.tokens_of(request.user))},
    )


@methods("GET", "POST")
@signed_in
@limited("token-make", methods=("POST",))
def make(request: HttpRequest) -> HttpResponse:
    """Make a token, and show it this once."""
    form = TokenForm(request.POST or None, access=request.access)
    if request.method == "POST" and form.is_valid():
        try:
            token, secret = actions.make(
                by=request.user,
                name=form.cleaned_data["name"],
                scopes=form.cleaned_data["scopes"],
                expires_at=form.expires_at(),
                two_steps=_passed_two_steps(request),
                must_have_two_steps=settings.MFA_REQUIRED_FOR_STAFF_ROLES and request.access.is_staff,
            )
        except TokenError as refusal:
            form.add_error(None, str(refusal))
        else:
            return render(
                request, "api/made.html", {"token": token, "secret": secret, "base": settings.SITE_URL.rstrip("/")}
            )
    return render(request, "api/make.html", {"form": form}, status=422 if form.errors else 200)


@methods("GET", "POST")
@signed_in
def revoke(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask, then end a token."""
    token = queries.token_of(request.user, public_id)
    if token is None:
        raise Http404("There is no such token.")
    if request.method == "POST":
        actions.revoke(token=token, by=request.user)
        messages.success(request, f"The token “{token.name}” no longer works.")
        return redirect("api_pages:tokens")
    return render(request, "api/revoke.html", {"token": token, "words": presenter.scope_words(token)})


@signed_in
def calendar_links(request: HttpRequest) -> HttpResponse:
    """The calendars that a person can put on their telephone."""
    rows = presenter.calendar_rows(calendars.open_to(request.access), queries.links_of(request.user))
    return render(request, "api/calendars.html", {"rows": rows})


@methods("POST")
@signed_in
@limited("token-make")
def make_calendar_link(request: HttpRequest, key: str) -> HttpResponse:
    """Make a secret address of the calendar, and show it this once; an older one ends."""
    calendar = _calendar(request, key)
    _, secret = actions.make_calendar_link(by=request.user, calendar=calendar.key)
    address = settings.SITE_URL.rstrip("/") + reverse("api_pages:calendar", args=[secret])
    return render(request, "api/calendar_made.html", {"calendar": calendar, "address": address})


@methods("GET", "POST")
@signed_in
def revoke_calendar_link(request: HttpRequest, key: str) -> HttpResponse:
    """Ask, then end the secret address."""
    link = queries.links_of(request.user).get(key)
    calendar = calendars.find(key)
    if link is None or calendar is None:
        raise Http404("There is no such link.")
    if request.method == "POST":
        actions.revoke_calendar_link(link=link, by=request.user)
        messages.success(request, f"The link to “{calendar.title}” no longer works.")
        return redirect("api_pages:calendars")
    return render(request, "api/calendar_revoke.html", {"calendar": calendar})


@public
@limited("feed")
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar behind a secret address, while its owner may read it."""
    link = queries.link_by_secret(secret)
    found = calendars.find(link.calendar) if link else None
    access = Access(link.owner) if link else None
    if link is None or found is None or access is None or not found.may_read(access):
        raise Http404("There is no such calendar.")
    actions.note_use(thing=link)
    answer = calendars.response(request, found.title, found.events_for(access), name=found.key)
    answer["Cache-Control"] = "private, no-cache"
    return answer


@signed_in
def documentation(request: HttpRequest) -> HttpResponse:
    """How to use the API, made from its own description."""
    return render(request, "api/documentation.html", documentation_presenter.page(description.of(api)))


@signed_in
def documentation_file(request: HttpRequest) -> HttpResponse:
    """The description in the OpenAPI format."""
    answer = JsonResponse(description.of(api))
    answer["Content-Disposition"] = 'attachment; filename="openapi.json"'
    return answer


@csrf_exempt
def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """For tokens at an address of the API that isn't there: a refusal in the API's own shape."""
    try:
        TokenAuth()(request)
    except Problem as problem:
        return problems.answer(problem.status, problem.detail, headers=problem.headers)
    return problems.answer(404, problems.NOTHING_HERE)


def _calendar(request: HttpRequest, key: str) -> calendars.Calendar:
    found = calendars.find(key)
    if found is None or not found.may_read(request.access):
        raise Http404("There is no such calendar.")
    return found


def _passed_two_steps(request: HttpRequest) -> bool:
    steps = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    return any(step.get("method") == "mfa" for step in steps)
