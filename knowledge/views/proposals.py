"""Proposing a resource, seeing what came of it, and answering proposals."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import methods, requires, signed_in
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import offers, writing
from knowledge.models import Proposal
from knowledge.proposals import actions, presenters
from knowledge.proposals.errors import ProposalRefused
from knowledge.proposals.forms import DeclineForm, ProposeForm, TakeUpForm

PROPOSALS_ON_A_PAGE = 25


@signed_in
@methods("GET", "POST")
@limited("posting", methods=("POST",))
def propose(request: HttpRequest) -> HttpResponse:
    """The form for a proposal, for everybody with an account."""
    form = ProposeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        areas = _access(request).areas()
        proposal = actions.propose(area=areas[0] if areas else None, by=request.user, **form.values)
        messages.success(request, "Thank you. The editors have your proposal, and you will hear what comes of it.")
        return redirect("knowledge:proposal", proposal.public_id)
    return render(request, "knowledge/propose.html", {"form": form}, status=422 if form.errors else 200)


@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """What I proposed, and what came of it."""
    found = Proposal.objects.filter(by=request.user).select_related("area")
    page = Paginator(found, PROPOSALS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "proposals": page,
        "table": presenters.table(list(page.object_list)),
        "downloads": offers.offers("knowledge:my-proposals-file", cells=page.paginator.count * len(presenters.HEAD)),
        "is_mine": True,
    }
    return render(request, "knowledge/proposals.html", context)


@signed_in
def mine_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    found = Proposal.objects.filter(by=request.user).select_related("area")
    return writing.answer(request, presenters.table(list(found)), ending=ending, name="my-proposals")


@requires(Permission.CMS_EDIT)
def all_proposals(request: HttpRequest) -> HttpResponse:
    """Every proposal, those that wait first; `state` narrows the list."""
    found = Proposal.objects.select_related("area")
    state = request.GET.get("state", "")
    if state in Proposal.State.values:
        found = found.filter(state=state)
    page = Paginator(found.order_by("-answered_at", "-pk"), PROPOSALS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "proposals": page,
        "table": presenters.table(list(page.object_list)),
        "downloads": offers.offers("knowledge:proposals-file", cells=Proposal.objects.count() * len(presenters.HEAD)),
        "state": state,
        "states": presenters.STATES,
    }
    return render(request, "knowledge/proposals.html", context)


@requires(Permission.CMS_EDIT)
def all_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Every proposal as a file, whatever its state."""
    found = Proposal.objects.select_related("area").order_by("-answered_at", "-pk")
    return writing.answer(request, presenters.table(list(found)), ending=ending, name="proposals")


@signed_in
def proposal(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One proposal, for whoever made it and for editors."""
    found = _proposal(request, public_id)
    context = presenters.one(found, _access(request))
    return render(request, "knowledge/proposal.html", {**context, "form": TakeUpForm(initial={"kind": found.kind})})


@requires(Permission.CMS_EDIT)
@methods("POST")
def take_up(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Begin a draft with it."""
    found = _proposal(request, public_id)
    form = TakeUpForm(request.POST)
    if not form.is_valid():
        context = {**presenters.one(found, _access(request)), "form": form}
        return render(request, "knowledge/proposal.html", context, status=422)
    try:
        page = actions.take_up(proposal=found, kind=form.cleaned_data["kind"], by=request.user)
    except ProposalRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("knowledge:proposal", public_id)
    messages.success(request, "The draft is begun. Write it together with whoever proposed it.")
    return redirect("knowledge:making", page.pk)


@requires(Permission.CMS_EDIT)
@methods("GET", "POST")
def decline(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say why it isn't taken up."""
    found = _proposal(request, public_id)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.decline(proposal=found, by=request.user, **form.cleaned_data)
        except ProposalRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Your answer is sent to whoever proposed it.")
        return redirect("knowledge:proposal", public_id)
    context = {"form": form, "proposal": found}
    return render(request, "knowledge/proposal_decline.html", context, status=422 if form.errors else 200)


def _proposal(request: HttpRequest, public_id: uuid.UUID) -> Any:
    """A proposal of one's own, or any for editors; 404 otherwise."""
    found = get_object_or_404(Proposal.objects.select_related("by", "area", "resource"), public_id=public_id)
    if found.by_id != request.user.pk and not _access(request).can(Permission.CMS_EDIT):
        raise Http404("No such proposal.")
    return found


def _access(request: HttpRequest) -> Any:
    return request.access  # type: ignore[attr-defined]
