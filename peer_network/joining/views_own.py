"""A member's own pages: their name, their posts, what they follow, muted and blocked, and leaving."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from peer_network import pages
from peer_network.joining import actions, leaving, own
from peer_network.joining.access import is_paused, joined, member_of
from peer_network.joining.errors import JoiningRefused
from peer_network.joining.forms import LeaveForm, NameForm
from peer_network.pages import page

ON_A_PAGE = 20


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
def me(request: HttpRequest) -> HttpResponse:
    """The membership; also for a member whose account is paused or closed, who reads here why."""
    member = member_of(request.user)
    if member is None:
        return redirect("peers:join")
    request.member = member
    context = {
        "member": member,
        "is_paused": is_paused(member),
        "to_change": own.asked_to_change(member),
        "followed": own.followed_by(member),
        "muted": own.muted_by(member),
        "blocked": own.blocked_by(member),
        "parts": pages.parts_of("me", request),
    }
    return page(request, "peer_network/me/me.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def posts(request: HttpRequest) -> HttpResponse:
    """What the member wrote, and where each of it stands."""
    found = Paginator(own.posts_of(request.member), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [(post, *own.STATES[post.State(post.state)]) for post in found]
    return page(request, "peer_network/me/posts.html", {"page": found, "rows": rows})


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@limited("invitation", methods=("POST",))
def name(request: HttpRequest) -> HttpResponse:
    """Change the display name."""
    form = NameForm(request.POST or None, initial={"display_name": request.member.display_name})
    if request.method == "POST" and form.is_valid():
        try:
            actions.rename(member=request.member, display_name=form.cleaned_data["display_name"])
            messages.success(request, "Your name is changed. It stands on all your posts, old ones too.")
            return redirect("peers:me")
        except JoiningRefused as refused:
            form.add_error("display_name", str(refused))
    return page(request, "peer_network/me/name.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
def leave(request: HttpRequest) -> HttpResponse:
    """Leave the peer network, after being asked."""
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            leaving.leave(member=request.member)
        except JoiningRefused as refused:
            raise PermissionDenied(str(refused)) from refused
        messages.success(request, "You have left the peer network. You can join again at any time.")
        return redirect("peers:join")
    return page(request, "peer_network/me/leave.html", {"form": form}, status=422 if form.errors else 200)
