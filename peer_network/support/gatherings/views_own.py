"""What members do with groups and events: propose, change, cancel, say that they come."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from peer_network.joining.access import joined, may_write
from peer_network.models import GroupEvent, LocalGroup
from peer_network.pages import page
from peer_network.support import saying
from peer_network.support.errors import SupportRefused
from peer_network.support.gatherings import actions, queries
from peer_network.support.gatherings.forms import EventForm, GroupForm

FORM_PAGE = "peer_network/support/gathering_form.html"
SENT = "Thank you. A moderator reads it before others see it."


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def mine(request: HttpRequest) -> HttpResponse:
    """The member's own groups and events, and those they come to. Nobody else sees this."""
    groups, events = queries.proposed_by(request.member)
    coming = queries.to_come(queries.shown_events(is_member=True)).filter(comers__member=request.member)
    context = {"groups": groups, "events": events, "coming": coming}
    return page(request, "peer_network/support/gatherings_mine.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def group_new(request: HttpRequest) -> HttpResponse:
    """Propose a group."""
    return _asked(request, GroupForm(request.POST or None), "Propose a group", reverse("peers:groups"), _propose_group)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def group_change(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Change one's own group."""
    row = _own(LocalGroup.objects.select_related("area"), request, public_id)
    form = GroupForm(request.POST or None, row=row)
    back = reverse("peers:group", args=[row.public_id])
    return _asked(request, form, "Change your group", back, lambda **facts: _propose_group(row=row, **facts))


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
def group_take_back(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take one's own group off the list, after one more question."""
    row = _own(LocalGroup.objects, request, public_id)
    if request.method == "POST":
        actions.take_back_group(member=request.member, row=row)
        messages.success(request, "Your group is off the list. Those who were coming to an event know.")
        return redirect("peers:gatherings-mine")
    words = "Others no longer see it. Its events are cancelled, and those who were coming are told."
    return _confirm(
        request, "Take your group off the list?", words, "Take it off", reverse("peers:group", args=[public_id])
    )


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def event_new(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Propose an event of one's own group."""
    group = _own(LocalGroup.objects, request, public_id)
    back = reverse("peers:group", args=[group.public_id])
    form = EventForm(request.POST or None)
    return _asked(
        request,
        form,
        "Propose an event",
        back,
        lambda **facts: actions.propose_event(group=group, **_with(form, facts)),
    )


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def event_change(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Change one's own event."""
    row = _own(GroupEvent.objects.select_related("group"), request, public_id)
    back = reverse("peers:event", args=[row.public_id])
    form = EventForm(request.POST or None, row=row)
    return _asked(
        request,
        form,
        "Change your event",
        back,
        lambda **facts: actions.propose_event(group=row.group, row=row, **_with(form, facts)),
    )


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
def event_cancel(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say that one's own event doesn't happen, after one more question."""
    row = _own(GroupEvent.objects, request, public_id)
    if request.method == "POST":
        actions.cancel(member=request.member, row=row)
        messages.success(request, "Your event is cancelled. Those who were coming know.")
        return redirect("peers:event", row.public_id)
    words = "Those who said that they come are told at once. You can’t take this back."
    return _confirm(request, "Cancel this event?", words, "Cancel the event", reverse("peers:event", args=[public_id]))


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
def coming(request: HttpRequest, public_id: uuid.UUID, comes: bool) -> HttpResponse:
    """Say that one comes, or doesn't after all."""
    row = queries.shown_events(is_member=True).filter(public_id=public_id).first()
    if row is None:
        raise Http404("There is no such event.")
    try:
        (actions.come if comes else actions.stay_away)(member=request.member, row=row)
    except SupportRefused as refused:
        messages.warning(request, str(refused))
    else:
        words = "We tell you if it changes. Nobody else sees that you come." if comes else "You are off the list."
        messages.success(request, words)
    return redirect("peers:event", row.public_id)


def _asked(request: HttpRequest, form: Any, title: str, back: str, act: Any) -> HttpResponse:
    """Ask with a form, show back what the checks found, do it, and lead on."""
    context = {"form": form, "form_title": title, "back": back}
    if request.method == "POST" and form.is_valid():
        weighed = saying.weighed(request, form, request.member)
        if weighed.asks_again:
            return page(request, FORM_PAGE, context | {"weighed": weighed}, status=422)
        facts = {"found": weighed.found, "is_crisis": weighed.is_crisis}
        try:
            act(member=request.member, values=form.cleaned_data, **facts)
        except SupportRefused as refused:
            form.add_error(None, str(refused))
        else:
            return saying.done(request, weighed, SENT, "peers:gatherings-mine")
    return page(request, FORM_PAGE, context, status=422 if form.errors else 200)


def _confirm(request: HttpRequest, question: str, words: str, submit: str, back: str) -> HttpResponse:
    context = {"question": question, "words": words, "submit": submit, "back": back}
    return page(request, "peer_network/support/confirm.html", context)


def _propose_group(**facts: Any) -> LocalGroup:
    return actions.propose_group(**facts)


def _with(form: EventForm, facts: dict[str, Any]) -> dict[str, Any]:
    return {**facts, "values": form.values()}


def _own(rows: Any, request: HttpRequest, public_id: uuid.UUID) -> Any:
    """One's own, in whatever state; 404 for everything else."""
    row = rows.filter(public_id=public_id, proposed_by=request.member).first()
    if row is None:
        raise Http404("There is no such page.")
    return row
