"""Spaces: all of them, one with its topics, and asking to come into one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from peer_network.forum import entering, finding, presenters, reading, topic_lists, unread
from peer_network.forum.forms import AskForm
from peer_network.joining.access import joined, may_write
from peer_network.models import Following, Mute, Space, SpaceEntry
from peer_network.pages import page


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def spaces(request: HttpRequest) -> HttpResponse:
    """Every space that is open: by kind, with how many topics have something new."""
    readable = set(reading.spaces_for(request.member, request.access).values_list("pk", flat=True))
    rows = list(unread.spaces_with_unread(Space.objects.open_now(), request.member))
    return page(request, "peer_network/forum/spaces.html", {"kinds": presenters.by_kind(rows, readable)})


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def space(request: HttpRequest, slug: str) -> HttpResponse:
    """One space: its topics, the newest first; for whoever isn't in, how to ask."""
    found = finding.any_space(slug)
    if not reading.may_read(found, request.member, request.access):
        return _outside(request, found, AskForm())
    topics = topic_lists.of_space(found, request.member, request.GET.get("after", ""))
    mine = {"member": request.member, "space": found}
    context = {
        "space": found,
        "rows": presenters.rows(topics.topics),
        "older": topics.older,
        "is_first_page": "after" not in request.GET,
        "is_followed": Following.objects.filter(**mine).exists(),
        "is_muted": Mute.objects.filter(**mine).exists(),
    }
    return page(request, "peer_network/forum/space.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask to come into a space."""
    found = finding.any_space(slug)
    form = AskForm(request.POST)
    if not form.is_valid():
        return _outside(request, found, form, status=422)
    if found.entry == Space.Entry.BY_REQUEST and not reading.may_read(found, request.member, request.access):
        entering.ask(space=found, member=request.member, words=form.cleaned_data["words"])
        messages.success(request, "You have asked. A moderator answers within a day.")
    return redirect("peers:space", slug=slug)


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Go out of a space, or take one's asking back."""
    entering.leave(space=finding.any_space(slug), member=request.member)
    messages.success(request, "It is done. You can ask again at any time.")
    return redirect("peers:spaces")


def _outside(request: HttpRequest, found: Space, form: AskForm, status: int = 200) -> HttpResponse:
    entry = SpaceEntry.objects.filter(space=found, member=request.member).first()
    has_asked = entry is not None and entry.state == SpaceEntry.State.ASKED
    context = {"space": found, "form": form, "has_asked": has_asked, "entry": entry}
    return page(request, "peer_network/forum/outside.html", context, status=status)
