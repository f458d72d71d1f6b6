"""What a member sees of a decision about them, and how they ask for another look. Closed members can, too."""

import uuid

from django.contrib import messages as banners
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from peer_network import pages
from peer_network.joining.access import member_of
from peer_network.models import Act, Appeal, Member
from peer_network.moderation import appeals, matters, member_pages
from peer_network.moderation.errors import ModerationRefused
from peer_network.moderation.member_forms import AppealForm

HERE = "peer_network/moderation"


def own_act(request: HttpRequest, public_id: uuid.UUID) -> tuple[Act, Member]:
    """The decision of this address if it is about the person; else 404. Closed members have theirs, too."""
    member = member_of(request.user)
    found = Act.objects.select_related("letter").filter(public_id=public_id).first()
    if member is None or found is None or found.about != member.public_id or found.kind in member_pages.UNSEEN:
        raise Http404("There is no such decision about you.")
    return found, member


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
def decision(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """What was decided about something of the member's, why, and what they can do."""
    act, _ = own_act(request, public_id)
    matter = matters.of_subject(act.subject_kind, act.subject_id)
    context = {
        "act": act,
        "what": member_pages.title(act, matter.noun),
        "letter": getattr(act, "letter", None),
        "matter": matter if act.subject_kind != "member" else None,
        "appeal": Appeal.objects.filter(act=act).first(),
        "can_appeal": appeals.can_appeal(act),
        "undone": act.undone_by.exists(),
    }
    return pages.page(request, f"{HERE}/decision.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@limited("reporting", methods=("POST",))
def appeal(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Ask once for another look, in one's own words."""
    act, member = own_act(request, public_id)
    form = AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            appeals.appeal(act=act, member=member, words=form.cleaned_data["words"])
        except ModerationRefused as refused:
            form.add_error(None, str(refused))
        else:
            banners.success(request, member_pages.received())
            return redirect("peers:decision", act.public_id)
    elif request.method == "GET" and not appeals.can_appeal(act):
        return redirect("peers:decision", act.public_id)
    matter = matters.of_subject(act.subject_kind, act.subject_id)
    context = {"form": form, "act": act, "what": member_pages.title(act, matter.noun)}
    return pages.page(request, f"{HERE}/appeal.html", context, status=422 if form.errors else 200)
