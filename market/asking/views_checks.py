"""What commissioners read before others do: feedback and answers; and messages that were reported."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from market.asking import opinions, presenters, queries, reports, whose
from market.asking.errors import AskingRefused
from market.asking.forms import DecideForm, ReadForm
from market.models import Feedback, MessageReport
from market.pages import page

ON_A_PAGE = 25
HERE = "market/asking"
BAD = 422


@requires(Permission.MARKET_CHECK)
@methods("GET")
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits to be read, reported messages first."""
    shown = Paginator(queries.to_read(request.access), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": shown, "reports": list(queries.reported(request.access)), "tag_of": presenters.feedback_tag}
    return page(request, f"{HERE}/to_read.html", context)


@requires(Permission.MARKET_CHECK)
@methods("GET", "POST")
def read(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Read feedback, or the provider's answer to it, and show it or not."""
    found = whose.feedback_to_read(request.access, public_id)
    is_answer = found.answer_state == Feedback.State.WAITING
    is_open = is_answer or found.state == Feedback.State.WAITING
    form = ReadForm(request.POST or None) if is_open else None
    if request.method == "POST" and form is not None and form.is_valid():
        decide = opinions.read_answer if is_answer else opinions.read
        try:
            decide(feedback=found, by=request.user, reason=form.refused_for, note=form.cleaned_data["note"])
            messages.success(request, "It is decided. Whoever wrote it is told.")
        except AskingRefused as refused:
            messages.error(request, str(refused))
        return redirect("market:to-read")
    context = {"feedback": found, "is_answer": is_answer, "form": form, "tag_of": presenters.feedback_tag}
    return page(request, f"{HERE}/read.html", context, status=BAD if form and form.errors else 200)


@requires(Permission.MARKET_CHECK)
@methods("GET", "POST")
def report(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Look at one reported message, and nothing else of the talk, and decide."""
    found = whose.report_to_decide(request.access, public_id)
    form = DecideForm(request.POST or None) if found.state == MessageReport.State.OPEN else None
    if request.method == "POST" and form is not None and form.is_valid():
        chosen = form.cleaned_data
        try:
            is_hidden = chosen["decision"] == "hide"
            reports.decide(report=found, is_hidden=is_hidden, note=chosen["note"], by=request.user)
            messages.success(request, "It is decided. Whoever reported it is told.")
        except AskingRefused as refused:
            messages.error(request, str(refused))
        return redirect("market:to-read")
    context = {"report": found, "form": form}
    return page(request, f"{HERE}/report.html", context, status=BAD if form and form.errors else 200)
