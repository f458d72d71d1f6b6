"""Saying what one could not find: one question a page, then a look at all answers; and the own list."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from market.models import UnmetNeed
from market.needs import queries, recording, steps
from market.needs.errors import NeedRefused
from market.pages import page

ON_A_PAGE = 20
HERE = "market/needs"
BAD = 422


@requires(Permission.MARKET_BUY)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """What the person said was missing."""
    shown = Paginator(queries.own(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return page(request, f"{HERE}/own.html", {"page": shown})


@requires(Permission.MARKET_BUY)
@methods("GET")
def start(request: HttpRequest) -> HttpResponse:
    """Begin anew, with what a search's filters say already."""
    steps.forget(request)
    steps.keep(request, **steps.from_search(request.GET))
    return _onwards(request)


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
def step(request: HttpRequest, key: str) -> HttpResponse:
    """One question."""
    asked = steps.BY_KEY.get(key)
    if asked is None:
        raise Http404("There is no such question.")
    answers = steps.kept(request)
    form = steps.form_of(asked, answers, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        steps.keep(request, **{key: form.cleaned_data[key]})
        return _onwards(request)
    number = steps.STEPS.index(asked) + 1
    before = steps.STEPS[number - 2].key if number > 1 else None
    context = {
        "form": form,
        "step": asked,
        "number": number,
        "count": len(steps.STEPS),
        "back": reverse("market:missing-step", args=[before]) if before else reverse("market:missing"),
    }
    return page(request, f"{HERE}/step.html", context, status=BAD if form.errors else 200)


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def check(request: HttpRequest) -> HttpResponse:
    """All answers, to be changed or sent."""
    answers = steps.kept(request)
    if steps.next_step(answers) is not None:
        return _onwards(request)
    if request.method == "POST":
        try:
            _send(request, answers)
        except NeedRefused as refused:
            messages.error(request, str(refused))
            return redirect("market:missing-say")
        steps.forget(request)
        messages.success(request, "Thank you. It counts from next month on, without your name.")
        return redirect("market:missing")
    rows = [
        (each.short, steps.in_words(each, answers), "Change", reverse("market:missing-step", args=[each.key]))
        for each in steps.STEPS
    ]
    return page(request, f"{HERE}/check.html", {"rows": rows})


def _send(request: HttpRequest, answers: dict[str, Any]) -> None:
    area = steps.open_areas().filter(slug=answers["area"]).first()
    if area is None:
        raise NeedRefused("This area is not in the network any more. Please choose again.")
    recording.unmet(by=request.user, area=area, **{key: value for key, value in answers.items() if key != "area"})


def _onwards(request: HttpRequest) -> HttpResponse:
    """To the first question without an answer, or to all answers."""
    following = steps.next_step(steps.kept(request))
    return redirect("market:missing-step", following.key) if following else redirect("market:missing-check")


@requires(Permission.MARKET_BUY)
@methods("POST")
def found(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The person has found it since."""
    return _close(request, public_id, recording.found_since, "Good to hear. It no longer counts as missing.")


@requires(Permission.MARKET_BUY)
@methods("POST")
def take_back(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The person takes it back."""
    return _close(request, public_id, recording.take_back, "It is taken back.")


def _close(request: HttpRequest, public_id: uuid.UUID, action: Any, words: str) -> HttpResponse:
    own = get_object_or_404(UnmetNeed, public_id=public_id, said_by=request.user)
    try:
        action(unmet=own, by=request.user)
        messages.success(request, words)
    except NeedRefused as refused:
        messages.error(request, str(refused))
    return redirect("market:missing")
