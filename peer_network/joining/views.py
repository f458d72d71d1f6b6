"""Joining, the house rules, and where help is to be found."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.access import methods, public, requires
from accounts.permissions import Permission
from notify.actions import is_path_of_ours
from peer_network import words
from peer_network.joining import actions
from peer_network.joining.access import member_of
from peer_network.joining.errors import JoiningRefused
from peer_network.joining.forms import AcceptForm, JoinForm
from peer_network.models import Member
from peer_network.pages import page

EASY_READ = "easy-read"


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
def join(request: HttpRequest) -> HttpResponse:
    """Become a member; for a member, accept rules that have changed. Leads on to where somebody was going."""
    member = member_of(request.user)
    onward = _onward(request)
    if member is not None and member.has_accepted:
        return redirect(onward)
    form = (AcceptForm if member else JoinForm)(request.POST or None)
    if request.method == "POST" and form.is_valid() and _joins(request, form, member):
        return redirect(onward)
    context = {
        "form": form,
        "is_member": member is not None,
        "rules": words.read("rules"),
        "onward": onward if onward != reverse("peers:start") else "",
    }
    return page(request, "peer_network/joining/join.html", context, status=422 if form.errors else 200)


def _joins(request: HttpRequest, form: Any, member: Member | None) -> bool:
    """Whether it was done; else the form says why not."""
    if member is not None:
        actions.accept_rules(member=member)
        return True
    given = form.cleaned_data
    try:
        actions.join(display_name=given["display_name"], is_adult=given["is_adult"], by=request.user)
    except JoiningRefused as refused:
        form.add_error("display_name", str(refused))
        return False
    messages.success(request, "Welcome. You are a member of the peer network.")
    return True


@public
@methods("GET")
def rules(request: HttpRequest) -> HttpResponse:
    """The house rules, in full or in Easy Read, for everybody."""
    return _words(request, "rules")


@public
@methods("GET")
def help_page(request: HttpRequest) -> HttpResponse:
    """Who helps with what, for everybody."""
    return _words(request, "help")


@public
@methods("GET")
def complain(request: HttpRequest) -> HttpResponse:
    """How to complain, and where to write, for everybody."""
    return _words(request, "complain", write_to=settings.PEERS_COMPLAINTS_EMAIL)


def _words(request: HttpRequest, name: str, **more: Any) -> HttpResponse:
    is_easy_read = request.GET.get(EASY_READ) == "1"
    context = {"text": words.read(name), "is_easy_read": is_easy_read, "section_key": name, **more}
    return page(request, "peer_network/joining/words.html", context)


def _onward(request: HttpRequest) -> str:
    """Where somebody was going: a path of this room, or else its front page."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    start = reverse("peers:start")
    return wanted if is_path_of_ours(wanted) and wanted.startswith(start) else start
