"""What pages on which members write have in common: being asked again, keeping words for later, and where it leads."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from drafts import actions as drafts
from peer_network.forum import reading
from peer_network.forum.errors import PostingRefused
from peer_network.forum.posting import Outcome
from peer_network.pages import page

ANYWAY, KEEP = "anyway", "keep"
# What each of these pages says beside the box of what happens to what is sent.
CHECKS = (
    "Before we show it, we look for things such as phone numbers, addresses and full names. "
    "If we find something, we ask you first. You decide.",
    "If your words worry us, we show you at once who can help, and a person reads them before others do.",
)


def answer(
    request: HttpRequest, form: Any, template: str, context: dict[str, Any], act: Callable[..., Outcome], done: str
) -> HttpResponse:
    """The page with its form; once it is sent and goes through, on to where the post stands."""
    if request.method == "POST" and KEEP in request.POST:
        return keep(request)
    outcome = _try(request, form, act) if request.method == "POST" and form.is_valid() else None
    if outcome is not None and outcome.post is not None:
        return _onward(request, outcome, done)
    findings = outcome.weighed.findings if outcome else ()
    context = {**context, "form": form, "findings": findings, "checks": checks_for(request.member)}
    return page(request, template, context, status=422 if request.method == "POST" else 200)


def checks_for(member: Any) -> list[str]:
    """What is said beside the box."""
    first = "Because you are new, a moderator reads your first posts before others see them."
    return [*CHECKS, *([first] if member.standing == "new" else [])]


def keep(request: HttpRequest) -> HttpResponse:
    """Keep what was typed, for a day, among the person's own drafts."""
    sent = request.POST.copy()
    del sent[KEEP]
    request.POST = sent
    draft = drafts.keep(request=request, by=request.user)
    if draft is None:
        messages.warning(request, "There was nothing to keep yet.")
        return redirect(request.get_full_path())
    messages.success(request, "Your words are kept for 24 hours. Only you can see them. You find them under “Drafts”.")
    return redirect("peers:start")


def _try(request: HttpRequest, form: Any, act: Callable[..., Outcome]) -> Outcome | None:
    try:
        return act(form.cleaned_data, goes_on_anyway=ANYWAY in request.POST)
    except PostingRefused as refused:
        form.add_error(None, str(refused))
        return None


def _onward(request: HttpRequest, outcome: Outcome, done: str) -> HttpResponse:
    post = outcome.post
    assert post is not None
    if outcome.weighed.waits or post.state != post.State.SHOWN:
        if not outcome.weighed.is_crisis:
            messages.success(request, outcome.weighed.told or "Thank you. A moderator looks at your change now.")
        return redirect("peers:post-kept", public_id=post.public_id)
    messages.success(request, done)
    return redirect(reading.address_of(post))
