"""The directory of peer supporters, a supporter's page, and their own profile."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from peer_network.joining.access import joined, may_write
from peer_network.models import SupporterProfile
from peer_network.pages import page
from peer_network.support import saying
from peer_network.support.errors import SupportRefused
from peer_network.support.supporters import actions, queries
from peer_network.support.supporters.forms import DirectoryFilters, ProfileForm, SwitchForm
from peer_network.support.supporters.presenters import card

ON_A_PAGE = 20


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def directory(request: HttpRequest) -> HttpResponse:
    """Peer supporters, narrowed as the address says."""
    form = DirectoryFilters(request.GET or None)
    chosen = form.chosen()
    rows = queries.narrowed(queries.listed_for(request.member), chosen)
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "is_narrowed": bool(chosen),
        "page": shown,
        "cards": [card(row) for row in shown],
        "may_welcome": request.access.can(Permission.PEERS_WELCOME),
    }
    return page(request, "peer_network/support/supporters.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def one(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One supporter's page; 404 for one who isn't listed, or whom the member blocked."""
    row = queries.listed_for(request.member).filter(public_id=public_id).first()
    if row is None:
        raise Http404("There is no such page.")
    return page(request, "peer_network/support/supporter.html", {"card": card(row)})


@requires(Permission.PEERS_WELCOME)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def own(request: HttpRequest) -> HttpResponse:
    """Write or change one's own profile."""
    row = SupporterProfile.objects.filter(member=request.member).select_related("member").first()
    form = ProfileForm(request.POST or None, row=row)
    context = {"form": form, "row": row, "card": card(row) if row else None}
    if row:
        context["switches"] = SwitchForm(initial={"is_listed": row.is_listed, "takes_new": row.takes_new})
    if request.method == "POST" and form.is_valid():
        weighed = saying.weighed(request, form, request.member)
        if weighed.asks_again:
            return page(request, "peer_network/support/profile.html", context | {"weighed": weighed}, status=422)
        try:
            values, found = form.cleaned_data, weighed.found
            actions.write(member=request.member, values=values, found=found, is_crisis=weighed.is_crisis)
        except SupportRefused as refused:
            form.add_error(None, str(refused))
        else:
            return saying.done(
                request, weighed, "Thank you. A moderator reads your page before others see it.", "peers:profile"
            )
    return page(request, "peer_network/support/profile.html", context, status=422 if form.errors else 200)


@requires(Permission.PEERS_WELCOME)
@methods("POST")
@joined
def switch(request: HttpRequest) -> HttpResponse:
    """Whether one is in the directory, and takes new people."""
    form = SwitchForm(request.POST)
    form.is_valid()
    actions.switch(member=request.member, **form.cleaned_data)
    messages.success(request, "It is saved.")
    return redirect("peers:profile")
