"""What buyers and editors do alike in an enquiry: write, close, report a message."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from market.asking import presenters, reports, talks
from market.asking.errors import AskingRefused
from market.asking.forms import ReportForm
from market.models import Enquiry, Message
from market.pages import page

HERE = "market/asking"
BAD = 422
Made = TypeVar("Made")


def sent(request: HttpRequest, form: Any, act: Callable[..., Made], *, at: str, said: str = "") -> Made | None:
    """What the action made of a form that was sent and is in order; None where there is nothing, or it was refused.

    A refusal stands in the form, at the field `at`; `said` tells at the head of the next page what happened.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        made = act(**form.cleaned_data)
    except AskingRefused as refused:
        form.add_error(at, str(refused))
        return None
    if said:
        messages.success(request, said)
    return made


def talk_context(enquiry: Enquiry, form: Any, *, is_of_buyer: bool) -> dict[str, Any]:
    """What the page of a talk shows to either side."""
    return {
        "enquiry": enquiry,
        "lines": presenters.lines(enquiry, is_of_buyer=is_of_buyer),
        "form": form,
        "tag": presenters.tag_of(enquiry),
        "shared": presenters.shared_rows(enquiry.shared_name, enquiry.shared_email, enquiry.shared_telephone),
    }


def close_after_asking(
    request: HttpRequest, enquiry: Enquiry, *, is_of_buyer: bool, question: str, words: str, back: str
) -> HttpResponse:
    """Ask first, then close; back to the enquiry."""
    if request.method == "POST":
        try:
            talks.close(enquiry=enquiry, is_of_buyer=is_of_buyer)
            messages.success(request, "It is closed.")
        except AskingRefused as refused:
            messages.error(request, str(refused))
        return redirect(back)
    context = {"question": question, "words": words, "submit": "Yes, close it", "back": back}
    return page(request, f"{HERE}/confirm.html", context)


def report_form(request: HttpRequest, message: Message, *, is_of_buyer: bool, back: str) -> HttpResponse:
    """Say what isn't right about a message of the other side."""
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reports.report(message=message, by=request.user, is_of_buyer=is_of_buyer, **form.cleaned_data)
        except AskingRefused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "Thank you. A commissioner looks at this message, and you hear what they decide.")
        return redirect(back)
    context = {
        "form": form,
        "heading_words": "Report a message",
        "submit": "Report it",
        "why": "report",
        "quoted": message.words,
    }
    return form_page(request, context, back=back)


def form_page(request: HttpRequest, context: dict[str, Any], *, back: str) -> HttpResponse:
    """A page that is a form and little else; 422 where it has errors."""
    return page(request, f"{HERE}/form.html", {"back": back, **context}, status=BAD if context["form"].errors else 200)
