"""What the board's readers see, who are no members: themes on its agenda, its answers. And writing for the board."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from peer_network.heard import answers, counts, presenters, queries, rules
from peer_network.heard.errors import ThemeRefused
from peer_network.heard.forms import AnswerForm, RuleForm, UpdateForm
from peer_network.models import Theme

HERE = "peer_network/heard"
FIELDS = ("kind", "heard", "doing", "done_by", "why_not")


@requires(Permission.BOARD_READ)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """What waits for the board's answer, the longest overdue first; then what it has answered."""
    waiting, answered = queries.for_board()
    context = {
        "waiting": presenters.waiting_table(waiting),
        "answered": presenters.answered_table(answered),
        "waiting_files": offers.offers("peers:board-themes-file", "members-ask"),
        "answered_files": offers.offers("peers:board-themes-file", "members-ask-answered"),
        "needed": rules.needed(),
        "rules": queries.rules(),
        "late": sum(theme.is_late(today()) for theme in waiting),
        "may_act": may_act(request),
    }
    return render(request, f"{HERE}/board_list.html", context)


@requires(Permission.BOARD_READ)
@methods("GET")
def file(request: HttpRequest, key: str, ending: str) -> HttpResponse:
    """One of the two tables as a file."""
    waiting, answered = queries.for_board()
    found = presenters.waiting_table(waiting) if key == "members-ask" else presenters.answered_table(answered)
    return writing.answer(request, found, ending=ending, name=f"{key}-{today().isoformat()}")


@requires(Permission.BOARD_READ)
@methods("GET")
def theme(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One theme as the board reads it: no topic, no name."""
    found = on_agenda(public_id)
    count = counts.published([found])[found.pk]
    context = {
        **queries.whole(found),
        "theme": found,
        "tag": presenters.tag_of(found),
        "supporters": presenters.supporters_words(count, found.needed or 0, queries.AGENDA),
        "counted_to": counts.counted_to(),
        "due": presenters.due_words(found),
        "answered": presenters.answered_words(found),
        "may_act": may_act(request),
    }
    return render(request, f"{HERE}/board_theme.html", context)


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def answer(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Write the board's answer, or change it with a reason."""
    found = on_agenda(public_id)
    newest = found.answers.order_by("-number").first()
    initial = {name: getattr(newest, name) for name in FIELDS} if newest else None
    form = AnswerForm(request.POST or None, is_changed=newest is not None, initial=initial)
    title = "Change the board’s answer" if newest else "Write the board’s answer"
    return _write(request, found, form, answers.answer, title=title, submit="Publish the answer")


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def update(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say what came of an answer."""
    found, form = on_agenda(public_id), UpdateForm(request.POST or None)
    return _write(request, found, form, answers.tell_more, title="Say what came of it", submit="Publish it")


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def rule(request: HttpRequest) -> HttpResponse:
    """Set how many supporters a theme needs."""
    form = RuleForm(request.POST or None, initial={"number": rules.needed()})
    if request.method == "POST" and form.is_valid():
        try:
            rules.set_needed(**form.cleaned_data, by=request.user)
        except ThemeRefused as error:
            form.add_error("number", str(error))
        else:
            messages.success(request, "The number counts from now on. Members see it.")
            return redirect("peers:board-themes")
    title = "How many supporters a theme needs"
    context = {"form": form, "form_title": title, "submit": "Save", "crumbs": _crumbs()}
    return render(request, f"{HERE}/board_form.html", context, status=422 if form.errors else 200)


def on_agenda(public_id: uuid.UUID) -> Theme:
    """A theme that stands before the board, or 404."""
    return get_object_or_404(Theme.objects.on_agenda(), public_id=public_id)


def may_act(request: HttpRequest) -> bool:
    """Whether the person writes for the board."""
    return bool(request.access.can_everywhere(Permission.BOARD_ACT))


def _crumbs() -> list[tuple[str, str]]:
    return [("Programme board", reverse("programme:board")), ("What members ask", reverse("peers:board-themes"))]


def _write(request: HttpRequest, theme: Theme, form: forms.Form, act: Any, *, title: str, submit: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act(theme=theme, by=request.user, **form.cleaned_data)
        except ThemeRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "It is published. Whoever supports this theme is told.")
            return redirect("peers:board-theme", theme.public_id)
    crumbs = [*_crumbs(), (theme.title, reverse("peers:board-theme", args=[theme.public_id]))]
    context = {"form": form, "form_title": title, "submit": submit, "crumbs": crumbs, "theme": theme}
    return render(request, f"{HERE}/board_form.html", context, status=422 if form.errors else 200)
