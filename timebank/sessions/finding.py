"""Finding the session of an address, and for whom somebody acts in it. Whoever acts for nobody gets “not found”."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from timebank.models import Account, Session, SessionPart
from timebank.sessions import acting, queries
from timebank.sessions.errors import SessionRefused
from timebank.sessions.notices import address

FORM_PAGE = "timebank/sessions/form.html"


def find(public_id: uuid.UUID) -> Session:
    """The session, or Http404."""
    found = queries.one(public_id)
    if found is None:
        raise Http404("There is no such session.")
    return found


def find_own(request: HttpRequest, public_id: uuid.UUID) -> tuple[Session, list[SessionPart]]:
    """The session and the parts for which the person acts; Http404 where there are none."""
    session = find(public_id)
    own = acting.own_parts(request.access, list(session.parts.all()))
    if not own:
        raise Http404("There is no such session of yours.")
    return session, own


def accounts_of(parts: list[SessionPart]) -> list[Account]:
    """The parts' accounts, those first that have not confirmed yet."""
    return [part.account for part in sorted(parts, key=lambda part: part.is_confirmed)]


def named(request: HttpRequest, mine: list[Account]) -> Account:
    """The account that the button names; the first where it names none of theirs."""
    slug = request.POST.get("account")
    return next((account for account in mine if account.slug == slug), mine[0])


def answered(
    request: HttpRequest, session: Session, form: Any, act: Callable[[], Any], *, done: str, **shown: Any
) -> HttpResponse:
    """Ask with a form, do it, and lead back to the session; a refusal stands above the form."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except SessionRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, done)
            return redirect(address(session))
    context = {"form": form, "session": session, "back": address(session), **shown}
    return render(request, FORM_PAGE, context, status=422 if form.errors else 200)


def done_at_once(request: HttpRequest, session: Session, act: Callable[[], Any], done: str) -> HttpResponse:
    """Do what a button asks for, and lead back to the session with what came of it."""
    try:
        act()
    except SessionRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(address(session))
