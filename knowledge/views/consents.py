"""The consent that a story stands on: for editors and the area's lead, and for the person whose story it is."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

import audit
from accounts.access import methods, public, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import offers, writing
from knowledge.consents import actions, links, presenters
from knowledge.consents.errors import ConsentRefused
from knowledge.consents.forms import ConsentForm, TakeBackForm
from knowledge.models import Consent, Story
from knowledge.views.reviews import GONE, private

STORIES_ON_A_PAGE = 25
DOWN = "The story has been taken down. Nobody can find it here any more."
STAYS = "It is taken back. Another consent still covers the story, so the story stays."


@requires(Permission.STORY_CONSENT_KEEP)
def all_stories(request: HttpRequest) -> HttpResponse:
    """Stories and whether a consent covers them."""
    page = Paginator(presenters.stories_of(_access(request)), STORIES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "stories": page,
        "table": presenters.table(list(page.object_list)),
        "downloads": offers.offers("knowledge:stories-file", cells=page.paginator.count * len(presenters.HEAD)),
    }
    return render(request, "knowledge/stories.html", context)


@requires(Permission.STORY_CONSENT_KEEP)
def stories_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    table = presenters.table(list(presenters.stories_of(_access(request))))
    return writing.answer(request, table, ending=ending, name="consents-to-stories")


@requires(Permission.STORY_CONSENT_KEEP)
@never_cache
def consent(request: HttpRequest, page: int) -> HttpResponse:
    """The consents to one story. That somebody looked is kept."""
    story = _story(request, page)
    audit.read(action="consent.read", by=request.user, object=story)
    return render(request, "knowledge/consent.html", presenters.record(story))


@requires(Permission.STORY_CONSENT_KEEP)
@methods("GET", "POST")
def add(request: HttpRequest, page: int) -> HttpResponse:
    """Write down what somebody agreed to."""
    story = _story(request, page)
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = actions.record(story=story, by=request.user, **form.cleaned_data)
        except ConsentRefused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            sent = f"{kept.email} has been sent the link." if kept.email else "Print the link for the person."
            messages.success(request, f"The consent is written down. {sent}")
            return redirect("knowledge:consent", story.pk)
    context = {"form": form, "story": story}
    return render(request, "knowledge/consent_add.html", context, status=422 if form.errors else 200)


@requires(Permission.STORY_CONSENT_KEEP)
@methods("GET", "POST")
def take_back(request: HttpRequest, page: int, consent: int) -> HttpResponse:
    """Take a consent back for the person; asked first."""
    story = _story(request, page)
    found = get_object_or_404(Consent.objects.open(), pk=consent, story=story)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        is_down = actions.withdraw(consent=found, why=form.cleaned_data["why"], by=request.user)
        messages.success(request, DOWN if is_down else STAYS)
        return redirect("knowledge:consent", story.pk)
    context = {"form": form, "story": story, "consent": found}
    return render(request, "knowledge/consent_take_back.html", context, status=422 if form.errors else 200)


@requires(Permission.STORY_CONSENT_KEEP)
@methods("POST")
def send_link(request: HttpRequest, page: int, consent: int) -> HttpResponse:
    """Send the person their link again."""
    story = _story(request, page)
    found = get_object_or_404(Consent.objects.open().exclude(email=""), pk=consent, story=story)
    actions.send_link(consent=found, by=request.user)
    messages.success(request, f"{found.email} has been sent the link again.")
    return redirect("knowledge:consent", story.pk)


@public
@methods("GET", "POST")
@limited("review")
@never_cache
def my_story(request: HttpRequest, token: str) -> HttpResponse:
    """What the person agreed to, and taking their story down; 410 for a link that isn't theirs."""
    found = links.find(token)
    if found is None:
        return private(render(request, "knowledge/my_story_over.html", status=GONE))
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and found.is_open:
        actions.withdraw(consent=found, why=form.cleaned_data["why"], by_link=True)
        return private(redirect("knowledge:my-story", token))
    context = {"form": form, "consent": found, "story": found.story, "agreed": presenters.agreed(found)}
    return private(render(request, "knowledge/my_story.html", context, status=422 if form.errors else 200))


def _story(request: HttpRequest, key: int) -> Any:
    """The story, for those who may see its consents; 404 for the others, as for one that isn't there."""
    story = get_object_or_404(Story, pk=key)
    if not presenters.may_see(_access(request), story):
        raise Http404("No such story.")
    return story


def _access(request: HttpRequest) -> Any:
    return request.access  # type: ignore[attr-defined]
