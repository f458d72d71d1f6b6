"""People of the network, for its managers: who has which role, inviting, withdrawing, ending a role."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

import audit
from accounts import invitations, presenters, registry
from accounts.access import methods, requires
from accounts.errors import AccountError
from accounts.forms import INVITED_BY_NETWORK, FindPersonForm, InviteForm
from accounts.models import Invitation, User
from accounts.permissions import Permission
from accounts.users import role_words, with_live_memberships
from files import offers, writing

PEOPLE_A_PAGE = 50
OURS = [role.slug for role in INVITED_BY_NETWORK]


@requires(Permission.INVITE_NETWORK_ROLES)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody with an account, their roles, and the open invitations."""
    form, found = _found(request)
    audit.read(action="people.read", by=request.user, detail={"searched": bool(request.GET.get("q"))})
    page = Paginator(found, PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "people_rows": presenters.people_rows(page, OURS, request.user),
        "invitation_rows": presenters.invitation_rows(_waiting()),
        "people_downloads": offers.offers("accounts:people-download", "people", query=request.GET),
        "invitation_downloads": offers.offers("accounts:people-download", "invitations"),
    }
    return render(request, "accounts/people.html", context)


@requires(Permission.INVITE_NETWORK_ROLES)
def download(request: HttpRequest, key: str, ending: str) -> HttpResponse:
    """The people that the filter leaves, or the open invitations, as a file."""
    makers = {
        "people": lambda: presenters.people_table(_found(request)[1]),
        "invitations": lambda: presenters.invitations_table(_waiting()),
    }
    if key not in makers:
        raise Http404("There is no such table.")
    return writing.answer(request, makers[key](), ending=ending, name=key)


@methods("GET", "POST")
@requires(Permission.INVITE_NETWORK_ROLES)
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody to a role of the network, or to be an area's lead or a provider's editor."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            sent = invitations.invite(by=request.user, **form.cleaned_data)
        except AccountError as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, f"An invitation is on its way to {sent.email}.")
            return redirect("accounts:people")
    roles = [(role.name, role.description) for role in INVITED_BY_NETWORK]
    return render(request, "accounts/invite.html", {"form": form, "roles": roles})


@methods("GET", "POST")
@requires(Permission.INVITE_NETWORK_ROLES)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take an invitation back."""
    found = get_object_or_404(Invitation.objects.open().filter(role__in=OURS), pk=pk)
    if request.method == "POST":
        withdraw_and_tell(request, found)
        return redirect("accounts:people")
    return render(request, "accounts/withdraw.html", {"invitation": found})


def withdraw_and_tell(request: HttpRequest, invitation: Invitation) -> None:
    """Take an invitation back, and say so at the head of the next page; or why it can't be."""
    try:
        invitations.withdraw(invitation=invitation, by=request.user)
    except AccountError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"The invitation to {invitation.email} is withdrawn.")


@methods("GET", "POST")
@requires(Permission.INVITE_NETWORK_ROLES)
def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then end a role that the network's managers give."""
    membership = _membership(request, pk)
    if request.method == "POST":
        registry.end(membership=membership, by=request.user)
        messages.success(request, f"{membership.user} is no longer {role_words(membership)}.")
        return redirect("accounts:people")
    return render(request, "accounts/end_role.html", {"membership": membership, "words": role_words(membership)})


def _found(request: HttpRequest) -> tuple[FindPersonForm, Any]:
    """The filter, and the people that it leaves."""
    form, found = FindPersonForm(request.GET or None), with_live_memberships()
    wanted = form.cleaned_data["q"].strip() if form.is_valid() else ""
    if wanted:
        found = found.filter(Q(name__icontains=wanted) | Q(email__icontains=wanted))
    return form, found


def _waiting() -> Any:
    """The open invitations to the roles that the network's managers give."""
    return Invitation.objects.open().filter(role__in=OURS).select_related("area", "organisation")


def _membership(request: HttpRequest, pk: int) -> Any:
    memberships = User._meta.get_field("memberships").related_model._default_manager
    live = memberships.filter(ended_at__isnull=True).select_related("user", "area", "organisation")
    membership = get_object_or_404(live, pk=pk)
    # Not one's own: somebody has to be left who can give it back.
    if membership.role not in OURS or membership.user_id == request.user.pk:
        raise Http404("Not a role that the network's managers end.")
    return membership
