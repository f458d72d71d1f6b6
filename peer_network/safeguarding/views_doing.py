"""What a lead does on a case, each as one form; and the short form by which a member tells the leads."""

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from peer_network import pages
from peer_network.joining.access import joined
from peer_network.models import Case, CaseStep
from peer_network.safeguarding import actions, identities, queries, script, sealing, work
from peer_network.safeguarding.errors import CaseRefused
from peer_network.safeguarding.forms import (
    DoneForm,
    NoteForm,
    OpenForm,
    ReasonForm,
    ScriptForm,
    StateForm,
    StepForm,
    TellForm,
    UrgencyForm,
)
from peer_network.safeguarding.views import HERE, the_case

lead = requires(Permission.PEERS_SAFEGUARD)
form_methods = methods("GET", "POST")


@requires(Permission.PEERS_TAKE_PART)
@form_methods
@joined
@limited("reporting", methods=("POST",))
def tell(request: HttpRequest) -> HttpResponse:
    """A member tells the safeguarding leads of a worry."""
    form = TellForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        danger = form.cleaned_data["is_danger"]
        urgency = Case.Urgency.DANGER if danger else Case.Urgency.TODAY
        actions.tell(member=request.member, words=form.cleaned_data["words"], urgency=urgency)
        return pages.page(request, f"{HERE}/told.html", {"is_danger": danger})
    return pages.page(request, f"{HERE}/tell.html", {"form": form}, status=422 if form.errors else 200)


@lead
@form_methods
def new(request: HttpRequest) -> HttpResponse:
    """Open a case by hand."""
    form = OpenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.open_case(origin=Case.Origin.LEAD, by=request.user, **form.cleaned_data)
        return redirect("peers:safeguarding-case", made.public_id)
    crumbs = [("Safeguarding", reverse("peers:safeguarding"))]
    return _form(request, form, title="Open a case", submit="Open the case", crumbs=crumbs)


@lead
@methods("POST")
def take(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Become the lead of a case."""
    found = the_case(request, public_id)
    try:
        work.take(case=found, by=request.user)
    except CaseRefused as error:
        messages.error(request, str(error))
    return redirect("peers:safeguarding-case", found.public_id)


@lead
@form_methods
def note(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A line of the chronology."""
    found, form = the_case(request, public_id), NoteForm(request.POST or None)

    def act() -> Any:
        data = form.cleaned_data
        return work.note(
            case=found, kind=data["kind"], words=data["words"], happened_at=form.happened_at(), by=request.user
        )

    return _act(request, found, form, act, title="Write down what happened", submit="Write it down")


@lead
@form_methods
def follow(request: HttpRequest, public_id: uuid.UUID, step: str) -> HttpResponse:
    """One step of the emergency script for a case; after it, the next one."""
    found, steps = the_case(request, public_id), script.read()
    shown = steps.step(step)
    if shown is None:
        raise Http404("The script has no such step.")
    form = ScriptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            words, when = form.cleaned_data["words"], form.happened_at()
            work.follow_script(case=found, step=step, words=words, happened_at=when, by=request.user)
        except CaseRefused as error:
            form.add_error(None, str(error))
        else:
            later = steps.steps[shown.number : shown.number + 1]
            if not later:
                return redirect("peers:safeguarding-case", found.public_id)
            return redirect("peers:safeguarding-follow", found.public_id, later[0].key)
    context = {"case": found, "script": steps, "shown": shown, "form": form}
    return pages.page(request, f"{HERE}/follow.html", context, status=422 if form.errors else 200)


@lead
@form_methods
def step_new(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Something to do."""
    found, form = the_case(request, public_id), StepForm(request.POST or None)
    return _act(
        request,
        found,
        form,
        lambda: work.add_step(case=found, by=request.user, **form.cleaned_data),
        title="Something to do",
        submit="Add it",
    )


@lead
@form_methods
def step_done(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say that something is done."""
    mine = CaseStep.objects.filter(case__in=queries.open_to(request.user))
    step = get_object_or_404(mine.select_related("case__lead"), public_id=public_id)
    form = DoneForm(request.POST or None)
    return _act(
        request,
        step.case,
        form,
        lambda: work.finish_step(step=step, words=form.cleaned_data["words"], by=request.user),
        title="Say that it is done",
        submit="It is done",
        lede=sealing.unseal(step.case, step.sealed)["words"],
    )


@lead
@form_methods
def urgency(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """How urgent a case is now."""
    found = the_case(request, public_id)
    form = UrgencyForm(request.POST or None, initial={"urgency": found.urgency})
    return _act(
        request,
        found,
        form,
        lambda: work.set_urgency(case=found, by=request.user, **form.cleaned_data),
        title="How urgent it is",
        submit="Save",
    )


@lead
@form_methods
def state(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Watch a case, close it, or open it again."""
    found = the_case(request, public_id)
    form = StateForm(request.POST or None, case=found)
    return _act(
        request,
        found,
        form,
        lambda: work.set_state(case=found, by=request.user, **form.cleaned_data),
        title="Watch or close this case" if not found.is_closed else "Open this case again",
        submit="Save",
    )


@lead
@form_methods
def identity(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Who the case is about: asked with a reason, and shown once, on the answer to it."""
    found, form = the_case(request, public_id), ReasonForm(request.POST or None)
    context: dict[str, Any] = {"case": found, "form": form, "about": queries.names_of([found])[found.pk]}
    if request.method == "POST" and form.is_valid():
        try:
            opened = identities.look_up(case=found, by=request.user, reason=form.cleaned_data["reason"])
        except CaseRefused as error:
            form.add_error("reason", str(error))
        else:
            # No browser keeps it: every answer to somebody signed in says no-store.
            return pages.page(request, f"{HERE}/identity_shown.html", {**context, "opened": opened})
    return pages.page(request, f"{HERE}/identity.html", context, status=422 if form.errors else 200)


def _act(request: HttpRequest, case: Case, form: forms.Form, act: Callable[[], Any], **words: Any) -> HttpResponse:
    """Do what a valid form asks and go back to the case; else show the form."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except CaseRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "It is written down.")
            return redirect("peers:safeguarding-case", case.public_id)
    crumbs = [
        ("Safeguarding", reverse("peers:safeguarding")),
        (f"Case {case.reference}", reverse("peers:safeguarding-case", args=[case.public_id])),
    ]
    return _form(request, form, crumbs=crumbs, **words)


def _form(
    request: HttpRequest, form: forms.Form, *, title: str, submit: str, crumbs: list[tuple[str, str]], lede: str = ""
) -> HttpResponse:
    context = {"form": form, "form_title": title, "submit": submit, "crumbs": crumbs, "lede": lede}
    return pages.page(request, f"{HERE}/form.html", context, status=422 if form.errors else 200)
