"""Following a page of "your turn", with an account or by e-mail; confirming, and leaving with one click."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from accounts.access import methods, public, signed_in
from accounts.rate_limits import limited
from tenants import followers, groups
from tenants.models import Follower
from tenants.presenters import your_turn_easy_read as easy_read
from tenants.views.your_turn import find_page, is_easy_read
from tenants.your_turn_addresses import your_turn_address
from tenants.your_turn_forms import FollowForm, place_words

GONE = "This link is over. It may have been used, or it is older than seven days."


@public
@methods("GET", "POST")
@limited("follow", methods=("POST",))
def follow(request: HttpRequest, area: str, group: str) -> HttpResponse:
    """By e-mail: the address is asked to confirm. The answer is the same for every address."""
    found, kind = find_page(area, group)
    form = FollowForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        followers.ask(area=found, group=kind.key, email=form.cleaned_data["email"])
        return redirect(reverse("your_turn:follow", args=[area, group]) + "?asked=1")
    context = {
        "area": found,
        "group": kind,
        "place": place_words(found),
        "form": form,
        "is_asked": request.GET.get("asked") == "1" and not form.is_bound,
        "is_followed": followers.is_followed(found, kind.key, request.user),
        "easy_read_on": is_easy_read(request),
        "items": easy_read.FOLLOW,
        "days": followers.CONFIRMED_WITHIN_DAYS,
    }
    return render(request, "tenants/your_turn_follow.html", context, status=422 if form.errors else 200)


@signed_in
@methods("POST")
@limited("follow")
def with_account(request: HttpRequest, area: str, group: str) -> HttpResponse:
    """Follow with one's account, or no more."""
    found, kind = find_page(area, group)
    if request.POST.get("wanted") == "no":
        followers.stop(area=found, group=kind.key, by=request.user)
        messages.success(request, "You do not follow this page any more.")
    else:
        followers.follow(area=found, group=kind.key, by=request.user)
        messages.success(request, "You follow this page. We tell you when a date or what you can ask for changes.")
    return redirect(your_turn_address(area, kind))


@signed_in
@methods("GET")
def followed(request: HttpRequest) -> HttpResponse:
    """The pages that one follows with one's account."""
    rows = [
        {
            "place": place_words(each.area),
            "group": groups.BY_KEY[each.group].name,
            "href": your_turn_address(each.area.slug, groups.BY_KEY[each.group]),
            "stop": reverse("your_turn:with-account", args=[each.area.slug, groups.BY_KEY[each.group].slug]),
        }
        for each in followers.followed_by(request.user)
    ]
    return render(request, "tenants/your_turn_followed.html", {"rows": rows})


@public
@methods("GET", "POST")
@limited("follow", methods=("POST",))
def confirm(request: HttpRequest, secret: uuid.UUID) -> HttpResponse:
    """The link of the first letter. Looking at the page changes nothing: programs that look at mail open links."""
    found = followers.confirm(secret) if request.method == "POST" else followers.find(secret)
    if found is None:
        raise Http404(GONE)
    context = {
        "page_href": _page_of(found),
        "leave_href": reverse("your_turn:leave", args=[secret]),
        "is_done": found.confirmed_at is not None,
    }
    return render(request, "tenants/your_turn_confirm.html", context)


# The address itself is the proof: mail programs send this form by themselves (RFC 8058), with no page before it.
@csrf_exempt
@public
@methods("GET", "POST")
def leave(request: HttpRequest, secret: uuid.UUID) -> HttpResponse:
    """One button, without signing in. A link that was used before, or never made, gives the same answer."""
    if request.method == "POST":
        followers.leave(secret)
    return render(request, "tenants/your_turn_leave.html", {"is_done": request.method == "POST"})


@public
@methods("GET")
def go(request: HttpRequest, secret: uuid.UUID) -> HttpResponse:
    """From a letter to the page that changed, so that the letter names neither area nor group."""
    found = followers.find(secret)
    if found is None:
        raise Http404(GONE)
    return redirect(_page_of(found))


def _page_of(follower: Follower) -> str:
    return your_turn_address(follower.area.slug, groups.BY_KEY[follower.group])
