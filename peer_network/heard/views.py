"""What members see: themes, one theme, asking the board from a topic, and supporting."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from config.today import today
from files import offers
from files import writing as files
from peer_network import pages
from peer_network.forum import reading, writing
from peer_network.heard import actions, counts, presenters, queries, rules
from peer_network.heard.errors import ThemeRefused
from peer_network.heard.forms import Filters, ThemeForm
from peer_network.joining.access import joined, may_write
from peer_network.models import Theme, Topic

ON_A_PAGE = 20
HERE = "peer_network/heard"


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def listed(request: HttpRequest) -> HttpResponse:
    """What members ask the board, what waits for an answer first."""
    form, rows = _narrowed(request)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "page": page,
        "themes": _shown(list(page)),
        "own": queries.own(request.member),
        "tag_of": presenters.tag_of,
        "counted_to": counts.counted_to(),
        "source": presenters.SOURCE,
        "downloads": offers.offers("peers:themes-file", query=request.GET),
    }
    return pages.page(request, f"{HERE}/list.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The list as a file, narrowed as the page was."""
    _, rows = _narrowed(request)
    found = presenters.members_table(list(rows))
    return files.answer(request, found, ending=ending, name=f"members-ask-{today().isoformat()}")


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def theme(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One theme: what members ask, how many support it, what the board answered."""
    found = _theme(request, public_id)
    (shown,) = _shown([found])
    topic = found.topic
    context = {
        **queries.whole(found),
        "shown": shown,
        "theme": found,
        "topic": topic if topic and reading.may_read(topic.space, request.member, request.access) else None,
        "counted_to": counts.counted_to(),
        "may_take_back": found.proposed_by_id == request.member.pk and actions.can_be_taken_back(found),
        "supports": found.supports.filter(member=request.member).exists(),
        "answered": presenters.answered_words(found),
    }
    return pages.page(request, f"{HERE}/theme.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def propose(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Ask the board about what a topic is about."""
    topic = get_object_or_404(Topic.objects.select_related("space"), public_id=public_id, shown_posts__gt=0)
    if not reading.may_read(topic.space, request.member, request.access):
        raise Http404("There is no such topic.")
    there = Theme.objects.shown().filter(topic=topic).first()
    if there is not None:
        messages.info(request, "Somebody has asked the board about this topic already. You can support it.")
        return redirect("peers:theme", there.public_id)
    return _write(request, ThemeForm(request.POST or None), topic=topic)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def change(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Change one's own theme while it waits, or as a moderator asked."""
    found = _theme(request, public_id)
    if found.proposed_by_id != request.member.pk:
        raise Http404("There is no such theme.")
    initial = {"title": found.title, "summary": found.summary}
    return _write(request, ThemeForm(request.POST or None, initial=initial), theme=found)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
def take_back(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take one's own theme back, after being asked."""
    found = _theme(request, public_id)
    if found.proposed_by_id != request.member.pk:
        raise Http404("There is no such theme.")
    if request.method == "GET":
        return pages.page(request, f"{HERE}/take_back.html", {"theme": found})
    try:
        actions.take_back(theme=found, by=request.member)
    except ThemeRefused as error:
        messages.error(request, str(error))
        return redirect("peers:theme", found.public_id)
    messages.success(request, "You have taken back what you asked. Nobody sees it any more.")
    return redirect("peers:themes")


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
@limited("opinion")
def support(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Support a theme, or no longer."""
    found = _theme(request, public_id)
    is_over = request.POST.get("support") == "no"
    try:
        (actions.take_support_back if is_over else actions.support)(theme=found, by=request.member)
    except ThemeRefused as error:
        messages.error(request, str(error))
    else:
        words = "You no longer support this." if is_over else "You support this. Nobody is told that it is you."
        messages.success(request, words)
    return redirect("peers:theme", found.public_id)


def _write(request: HttpRequest, form: ThemeForm, **whose: Any) -> HttpResponse:
    """Show the form, the findings beside what was typed, or what became of it."""
    if request.method == "POST" and writing.KEEP in request.POST:
        return writing.keep(request)
    context: dict[str, Any] = {"form": form, "checks": writing.CHECKS, **whose}
    if request.method == "POST" and form.is_valid():
        act = actions.change if "theme" in whose else actions.propose
        anyway = writing.ANYWAY in request.POST
        try:
            made = act(**whose, **form.cleaned_data, by=request.member, goes_on_anyway=anyway)
        except ThemeRefused as error:
            form.add_error(None, str(error))
        else:
            if made.theme is not None:
                return pages.page(request, f"{HERE}/proposed.html", {"weighed": made.weighed})
            context["findings"] = made.weighed.findings
    status = 422 if form.errors or context.get("findings") else 200
    return pages.page(request, f"{HERE}/propose.html", context, status=status)


def _theme(request: HttpRequest, public_id: uuid.UUID) -> Theme:
    """A theme that this member may see: what is shown, and their own."""
    found = get_object_or_404(Theme.objects.select_related("topic__space"), public_id=public_id)
    if found.state != Theme.State.SHOWN and found.proposed_by_id != request.member.pk:
        raise Http404("There is no such theme.")
    return found


def _shown(themes: list[Theme]) -> list[dict[str, Any]]:
    """Themes with their words. Two queries."""
    found, needed = counts.published(themes), rules.needed()
    return [
        {
            "theme": theme,
            "tag": presenters.tag_of(theme),
            "supporters": presenters.supporters_words(found[theme.pk], needed, queries.stage_of(theme)),
            "due": presenters.due_words(theme) if theme.answered_on is None else "",
        }
        for theme in themes
    ]


def _narrowed(request: HttpRequest) -> tuple[Filters, Any]:
    form = Filters(request.GET)
    return form, queries.for_members(form.cleaned_data["stage"] if form.is_valid() else "")
