"""Whom I act for, who acts for me, and the pages of acting."""

import uuid

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from accounts.access import methods, signed_in, while_acting
from accounts.errors import AccountError
from accounts.models import Representation
from accounts.representing import acting, actions, scopes
from accounts.representing.forms import EndForm


@signed_in
@while_acting
def representatives(request: HttpRequest) -> HttpResponse:
    """Whom one may act for, and who may act for oneself; while acting, only the way to stop."""
    if request.acting:
        return redirect("accounts:acting")
    rows = Representation.objects.filter(ended_at__isnull=True).select_related("person", "representative", "area")
    context = {
        "for_others": [(row, scopes.of(row.scope)) for row in rows.filter(representative=request.user)],
        "for_me": [(row, scopes.of(row.scope)) for row in rows.filter(person=request.user)],
    }
    return render(request, "accounts/representatives.html", context)


@methods("POST")
@signed_in
def act(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Act for this person from now on."""
    found = get_object_or_404(
        Representation.objects.select_related("person", "area"), public_id=public_id, representative=request.user
    )
    try:
        acting.start(request, representation=found, by=request.user)
    except AccountError as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts:representatives")
    return redirect("accounts:acting")


@methods("POST")
@signed_in
@while_acting
def stop(request: HttpRequest) -> HttpResponse:
    """Act for oneself again."""
    acting.stop(request, by=request.user)
    messages.success(request, "You act for yourself again.")
    return redirect("accounts:representatives")


@methods("GET", "POST")
@signed_in
def end(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Ask why, then end it: either of the two may."""
    mine = Q(representative=request.user) | Q(person=request.user)
    found = get_object_or_404(
        Representation.objects.filter(mine, ended_at__isnull=True).select_related("person", "representative"),
        public_id=public_id,
    )
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.end(representation=found, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, "It has ended.")
        return redirect("accounts:representatives")
    context = {"form": form, "row": found, "scopes": scopes.of(found.scope)}
    return render(request, "accounts/representation_end.html", context)


@signed_in
@while_acting
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """While acting: what one may see and do for the person, by what each room offers."""
    if not request.acting:
        return redirect("accounts:representatives")
    found = scopes.of(request.acting.scope)
    sections = [(each, each.section(request.acting.person) if each.section else []) for each in found]
    return render(request, "accounts/acting.html", {"row": request.acting, "sections": sections})
