"""The guided choice, one question on a page. The answers stand in the address alone: nothing is kept."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from accounts.access import methods, public
from peer_network.pages import page
from peer_network.support import guide
from tenants import groups
from ui.navigation import href_or_none

EASY_READ = "easy-read"


@public
@methods("GET")
def find_support(request: HttpRequest) -> HttpResponse:
    """The next question, or what the answers lead to. For everybody, since it tells nothing of anybody."""
    found = guide.read()
    answers = guide.given(found, request.GET.dict())
    context: dict[str, Any] = {
        "guide": found,
        "is_easy_read": request.GET.get(EASY_READ) == "1",
        "given": [(question, answers[question.key]) for question in found.questions if question.key in answers],
    }
    if len(answers) == len(found.questions):
        context["suggestions"] = [
            (each, _next_step(each.model.key, answers["group"].key)) for each in guide.suggestions(found, answers)
        ]
        return page(request, "peer_network/support/guide_answer.html", context)
    question = found.questions[len(answers)]
    wrong = question.key in request.GET
    kept = _kept(request, answers)
    context |= {
        "question": question,
        "number": len(answers) + 1,
        "kept": kept,
        "pressed": [(each.picture, _pressed(question, each, kept)) for each in question.answers],
        "form": _form(question, request.GET if wrong else None),
        "back": _back(answers, request),
    }
    return page(request, "peer_network/support/guide.html", context, status=422 if wrong else 200)


def _form(question: guide.Question, data: Any) -> forms.Form:
    field = forms.ChoiceField(
        label=question.title,
        choices=[(each.key, each.words) for each in question.answers],
        widget=forms.RadioSelect(attrs={"data-legend": "l"}),
        error_messages={
            "required": "Choose the answer that comes nearest.",
            "invalid_choice": "Choose one of the answers below.",
        },
    )
    return type("QuestionForm", (forms.Form,), {question.key: field})(data)


def _pressed(question: guide.Question, answer: guide.Answer, kept: dict[str, str]) -> str:
    """In Easy Read an answer is a link that is pressed."""
    return format_html('<a href="?{}">{}</a>', urlencode(kept | {question.key: answer.key}), answer.words)


def _kept(request: HttpRequest, answers: dict[str, guide.Answer]) -> dict[str, str]:
    kept = {key: answer.key for key, answer in answers.items()}
    return kept | ({EASY_READ: "1"} if request.GET.get(EASY_READ) == "1" else {})


def _back(answers: dict[str, guide.Answer], request: HttpRequest) -> str:
    """The question before this one; empty at the first."""
    if not answers:
        return ""
    kept = _kept(request, dict(list(answers.items())[:-1]))
    return f"{reverse('peers:find-support')}?{urlencode(kept)}"


def _next_step(model: str, group: str) -> str:
    """Where a model leads: peer supporters, groups or courses for that group of people, or the spaces."""
    query = {"group": groups.BY_SLUG[group].slug} if group in groups.BY_SLUG else {}
    if model == "forum":
        return href_or_none("peers:spaces") or reverse("peers:find-support")
    if model == "coach":
        return f"{reverse('peers:supporters')}?{urlencode({'taking': '1', **query})}"
    return f"{reverse('peers:groups')}?{urlencode({'kind': model, **query})}"
