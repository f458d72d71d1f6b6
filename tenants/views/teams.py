"""An area's team: who is who, inviting somebody, ending a role."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts import errors as account_errors
from accounts import invitations
from accounts.access import methods, requires
from accounts.models import Invitation
from accounts.people_views import withdraw_and_tell
from accounts.permissions import Permission
from files import offers, writing
from tenants import memberships, queries
from tenants.forms import InviteForm
from tenants.models import Membership
from tenants.presenters import teams as presenter


@requires(Permission.AREA_READ)
@methods("GET")
def team(request: HttpRequest, area: str) -> HttpResponse:
    """Who is in the area's team; area leads also see whom they have invited."""
    may_manage = request.access.can(Permission.TEAM_MANAGE, request.area)
    invited = Invitation.objects.open().filter(area=request.area).order_by("email") if may_manage else []
    context = {
        "team": queries.team(request.area),
        "invited": list(invited),
        "may_manage": may_manage,
        "me": request.user,
        "downloads": offers.offers("areas:team-download", area),
    }
    return render(request, "tenants/team.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def team_download(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The team as a file."""
    table = presenter.table(request.area, queries.team(request.area))
    return writing.answer(request, table, ending=ending, name=f"{area}-team", area=request.area)


@requires(Permission.TEAM_MANAGE)
@methods("GET", "POST")
def invite(request: HttpRequest, area: str) -> HttpResponse:
    """Invite somebody to a role in this area."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invitations.invite(**form.cleaned_data, area=request.area, by=request.user)
        except (account_errors.AlreadyInvited, account_errors.AccountDisabled) as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, f"An invitation is on its way to {form.cleaned_data['email']}.")
            return redirect("areas:team", area=area)
    return render(request, "tenants/invite.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.TEAM_MANAGE)
@methods("GET", "POST")
def end(request: HttpRequest, area: str, membership: int) -> HttpResponse:
    """Ask, then end a role; one's own last role as area lead stays, so that the area is not left without one."""
    row = Membership.objects.live().select_related("user").filter(pk=membership, area=request.area).first()
    if row is None:
        raise Http404("There is no such member of this team.")
    only_lead = row.role == "area-lead" and presenter.is_only_lead(row)
    if request.method == "POST" and not only_lead:
        memberships.end(membership=row, by=request.user)
        messages.success(request, f"{row.user} no longer has this role in {request.area.name}.")
        return redirect("areas:team", area=area)
    context = {"member": row, "role": presenter.role_name(row), "only_lead": only_lead}
    return render(request, "tenants/end_role.html", context, status=409 if request.method == "POST" else 200)


@requires(Permission.TEAM_MANAGE)
@methods("POST")
def withdraw(request: HttpRequest, area: str, invitation: int) -> HttpResponse:
    """Take an invitation back."""
    row = Invitation.objects.filter(pk=invitation, area=request.area).first()
    if row is None:
        raise Http404("There is no such invitation.")
    withdraw_and_tell(request, row)
    return redirect("areas:team", area=area)
