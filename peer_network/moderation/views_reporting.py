"""Reporting in three steps, which work without JavaScript and keep what was typed; also without signing in."""

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.access import methods, public, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from peer_network import pages
from peer_network.joining.access import joined, member_of
from peer_network.moderation import reporting, subjects
from peer_network.moderation.report_forms import WhatForm, WhereForm, WordsForm

HERE = "peer_network/moderation"
NOT_THERE = "There is nothing here that you could report."


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@limited("reporting", methods=("POST",))
@joined
def report(request: HttpRequest, kind: str, public_id: uuid.UUID) -> HttpResponse:
    """Report something that the member can see."""
    try:
        subject = subjects.of_kind(kind)
    except subjects.UnknownSubject:
        raise Http404(NOT_THERE) from None
    row = subject.find(public_id)
    if row is None or not subject.can_be_reported(row, request.member):
        raise Http404(NOT_THERE)
    facts = {"subject": subject, "row": row, "by": request.member}
    back = subject.address(row) or reverse("peers:start")
    return _steps(
        request, WhatForm, lambda said: reporting.report(**facts, **said), noun=f"this {subject.noun}", back=back
    )


@public
@methods("GET", "POST")
@limited("reporting", methods=("POST",))
def report_elsewhere(request: HttpRequest) -> HttpResponse:
    """Report without signing in, by an address or in words. The answer is the same for every address."""
    member = member_of(request.user) if request.user.is_authenticated else None
    act = lambda said: reporting.report_elsewhere(by=member, **said)  # noqa: E731
    return _steps(request, WhereForm, act, noun="something in the peer network", back=reverse("peers:help"))


@public
@methods("GET")
def sent(request: HttpRequest) -> HttpResponse:
    """The third step: thank you, and what happens now. It says the same to everybody."""
    context = {"is_urgent": request.GET.get("urgent") == "1", "is_signed_in": request.user.is_authenticated}
    return pages.page(request, f"{HERE}/report_sent.html", context)


def _steps(
    request: HttpRequest, first: type[forms.Form], act: Callable[[dict[str, Any]], Any], **shown: Any
) -> HttpResponse:
    """The first step, the second with what the first said, or the report."""
    if request.method != "POST":
        return _page(request, first(), 1, **shown)
    if "words" in request.POST:
        form: forms.Form = WordsForm(request.POST)
        if form.is_valid():
            return _sent(act(_said(form, first)))
        return _page(request, form, 2, status=422, **shown)
    form = first(request.POST)
    if not form.is_valid():
        return _page(request, form, 1, status=422, **shown)
    return _page(request, WordsForm(initial=form.cleaned_data), 2, reason=form.cleaned_data["reason"], **shown)


def _said(form: forms.Form, first: type[forms.Form]) -> dict[str, Any]:
    """What the action takes: the place only where it was asked for."""
    said = dict(form.cleaned_data)
    if first is WhatForm:
        del said["place"]
    return said


def _sent(made: Any) -> HttpResponse:
    return redirect(f"{reverse('peers:report-sent')}{'?urgent=1' if made.is_urgent else ''}")


def _page(
    request: HttpRequest, form: forms.Form, step: int, *, reason: str = "", status: int = 200, **shown: Any
) -> HttpResponse:
    reason = reason or (form["reason"].value() or "")
    context = {"form": form, "step": step, "is_urgent": step == 2 and reason in reporting.URGENT, **shown}
    return pages.page(request, f"{HERE}/report.html", context, status=status)
