"""Pages on which moderators keep the spaces, and the buttons that they have on a topic."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from peer_network.forum import finding, keeping
from peer_network.forum.keeping_forms import SpaceForm
from peer_network.models import Space
from peer_network.pages import page

FORM_PAGE = "peer_network/forum/space_form.html"
OFF = "off"


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def spaces(request: HttpRequest) -> HttpResponse:
    """Every space, closed ones too."""
    return page(request, "peer_network/forum/keep_spaces.html", {"spaces": Space.objects.select_related("area")})


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def space_new(request: HttpRequest) -> HttpResponse:
    """Add a space."""
    form = SpaceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        keeping.add_space(values=form.values(), by=request.user)
        messages.success(request, "The space is there. Members see it in the list.")
        return redirect("peers:keep-spaces")
    return page(request, FORM_PAGE, {"form": form, "space": None}, status=422 if form.errors else 200)


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def space_change(request: HttpRequest, slug: str) -> HttpResponse:
    """Change a space, or close it."""
    space = finding.any_space(slug)
    form = SpaceForm(request.POST or None, space=space)
    if request.method == "POST" and form.is_valid():
        is_closed = form.cleaned_data["is_closed"]
        keeping.change_space(space=space, values=form.values(), is_closed=is_closed, by=request.user)
        messages.success(request, "It is saved.")
        return redirect("peers:keep-spaces")
    return page(request, FORM_PAGE, {"form": form, "space": space}, status=422 if form.errors else 200)


@requires(Permission.PEERS_MODERATE)
@methods("POST")
def topic(request: HttpRequest, public_id: uuid.UUID, verb: str) -> HttpResponse:
    """Pin a topic or close it for replies, or no longer."""
    found = finding.any_topic(public_id)
    is_on = OFF not in request.POST
    if verb == "pin":
        keeping.pin(topic=found, is_on=is_on, by=request.user)
    else:
        keeping.close(topic=found, is_on=is_on, by=request.user)
    messages.success(request, "It is saved.")
    return redirect("peers:topic", public_id=public_id)
