"""Who may act for whom in an area: the list, recording, ending. For area leads, after they have seen the papers."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.access import Access, methods, requires
from accounts.models import Representation, User
from accounts.permissions import Permission
from accounts.representing import actions, scopes
from accounts.representing.errors import RepresentationRefused
from accounts.representing.forms import EndForm, RepresentationForm
from config.today import today
from ui import formats

A_PAGE = 50


@requires(Permission.TEAM_MANAGE)
@methods("GET")
def representatives(request: HttpRequest, area: str) -> HttpResponse:
    """Everybody who acts for somebody of the area; those that are over too, when asked for."""
    with_ended = request.GET.get("show") == "all"
    rows = Representation.objects.filter(area=request.area).select_related("person", "representative")
    page = Paginator(rows if with_ended else rows.filter(ended_at__isnull=True), A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {"page": page, "rows": [_row(each, area) for each in page], "with_ended": with_ended}
    return render(request, "tenants/representatives.html", context)


@requires(Permission.TEAM_MANAGE)
@methods("GET", "POST")
def record(request: HttpRequest, area: str) -> HttpResponse:
    """Record that somebody may act for a person of the area."""
    form = RepresentationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.record(**_people(request.area, form), area=request.area, by=request.user)
        except RepresentationRefused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, f"{made.representative} may act for {made.person}. We have written to both.")
            return redirect("areas:representatives", area=area)
    return render(request, "tenants/representative_new.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.TEAM_MANAGE)
@methods("GET", "POST")
def end(request: HttpRequest, area: str, representation: uuid.UUID) -> HttpResponse:
    """Ask why, then end it."""
    rows = Representation.objects.filter(area=request.area, ended_at__isnull=True)
    found = get_object_or_404(rows.select_related("person", "representative"), public_id=representation)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.end(representation=found, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, f"{found.representative} no longer acts for {found.person}.")
        return redirect("areas:representatives", area=area)
    context = {
        "form": form,
        "row": found,
        "scopes": scopes.of(found.scope),
        "back": reverse("areas:representatives", args=[area]),
    }
    return render(request, "accounts/representation_end.html", context)


def _people(area: Any, form: RepresentationForm) -> dict[str, Any]:
    """The form's facts with people for addresses; raises RepresentationRefused where there are none."""
    facts = dict(form.cleaned_data)
    person = User.objects.filter(email=facts["person"].strip().lower()).first()
    if person is None or not Access(person).is_member_of(area):
        raise RepresentationRefused(f"Nobody of {area.name} signs in with this address. Check it.", "person")
    representative = User.objects.filter(email=facts["representative"].strip().lower()).first()
    if representative is None:
        raise RepresentationRefused(
            "Nobody here signs in with this address. Check it, or invite them first.", "representative"
        )
    return {**facts, "person": person, "representative": representative}


def _row(row: Representation, area: str) -> list[Any]:
    may = "; ".join(scope.label for scope in scopes.of(row.scope))
    state = "Counts" if row.is_live else "Ended" if row.ended_at else "Not begun" if row.starts > today() else "Run out"
    ending = {"text": "End", "href": reverse("areas:representative-end", args=[area, row.public_id])}
    people = [str(row.person), str(row.representative)]
    facts = [row.get_kind_display(), may, formats.date(row.over_on), state]
    return [*people, *facts, "" if row.ended_at else ending]
