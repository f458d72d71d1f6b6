"""A person's own drafts: look, send again, throw away."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from accounts.access import methods, signed_in
from drafts import actions, presenters, queries
from drafts.models import Draft


@signed_in
def drafts(request: HttpRequest) -> HttpResponse:
    """What is kept of this person's, the newest first."""
    return render(request, "drafts/list.html", {"rows": presenters.listed(list(queries.of(request.user)))})


@signed_in
def draft(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One draft, with the form that sends it to where it was going."""
    found = _mine(request, public_id)
    return render(
        request,
        "drafts/draft.html",
        {
            "draft": found,
            "rows": presenters.rows(found),
            "form_address": presenters.form_address(found),
        },
    )


@methods("POST")
@signed_in
def forget(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Throw a draft away."""
    actions.forget(draft=_mine(request, public_id), by=request.user)
    messages.success(request, "The draft is deleted.")
    return redirect("drafts:list")


@signed_in
@require_GET
def stay(request: HttpRequest) -> HttpResponse:
    """Asked for by the notice before a session ends: being asked is the click that keeps it open."""
    return HttpResponse(status=204)


def _mine(request: HttpRequest, public_id: UUID) -> Draft:
    found = queries.find(request.user, public_id)
    if found is None:
        raise Http404("No such draft.")
    return found
