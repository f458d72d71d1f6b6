"""What a provider's editors see: enquiries under chosen names, their answers, feedback on their organisation."""

import uuid
from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from config.today import today
from files import offers, writing
from market.asking import opinions, presenters, queries, talks, times, whose
from market.asking.both_sides import BAD, HERE, close_after_asking, form_page, report_form, sent, talk_context
from market.asking.errors import AskingRefused
from market.asking.forms import AnswerForm, EnquiryFilters, MessageForm
from market.models import Message
from market.pages import page
from market.providers.access import providers_of

ON_A_PAGE = 25


@requires(Permission.MARKET_OFFER)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """What people asked; what waits stands out."""
    rows = queries.at_providers(request.access, request.GET.get("state", ""))
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    providers = list(providers_of(request.access))
    found = times.response_times(providers)
    context = {
        "filters": EnquiryFilters(request.GET or None),
        "page": shown,
        "table": presenters.provider_table(list(shown), linked=True),
        "downloads": offers.offers("market:provider-enquiries-file", query=request.GET),
        "responses": [(each.organisation.name, found.get(each.pk)) for each in providers],
        "fewest": times.FEWEST_ANSWERS,
    }
    return page(request, f"{HERE}/provider_enquiries.html", context)


@requires(Permission.MARKET_OFFER)
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The list as a file."""
    rows = queries.at_providers(request.access, request.GET.get("state", ""))
    table = presenters.provider_table(list(rows))
    return writing.answer(request, table, ending=ending, name=f"enquiries-{today().isoformat()}")


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def talk(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One enquiry, and a box to answer."""
    enquiry = whose.of_provider(request.access, public_id)
    form = MessageForm(request.POST or None)
    answer = partial(talks.answer, enquiry=enquiry, by=request.user)
    if sent(request, form, answer, at="words", said="Your answer is sent."):
        return redirect("market:provider-enquiry", public_id)
    context = {**talk_context(enquiry, form, is_of_buyer=False), "waits": presenters.waits(enquiry)}
    return page(request, f"{HERE}/provider_enquiry.html", context, status=BAD if form.errors else 200)


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
def close(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Close an enquiry, after a question."""
    return close_after_asking(
        request,
        whose.of_provider(request.access, public_id),
        is_of_buyer=False,
        question="Close this enquiry?",
        words="Nobody can write in it any more, and contact details that were shown to you are shown no longer.",
        back=reverse("market:provider-enquiry", args=[public_id]),
    )


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
@limited("reporting", methods=("POST",))
def report(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say that a message of whoever asked isn't right."""
    rows = Message.objects.filter(enquiry__provider__in=providers_of(request.access), is_of_buyer=True)
    message = get_object_or_404(rows.select_related("enquiry"), public_id=public_id)
    back = reverse("market:provider-enquiry", args=[message.enquiry.public_id])
    return report_form(request, message, is_of_buyer=False, back=back)


@requires(Permission.MARKET_OFFER)
@methods("GET")
def feedback(request: HttpRequest) -> HttpResponse:
    """What is shown of people's feedback, and the answers."""
    shown = Paginator(queries.feedback_at_providers(request.access), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": shown, "tag_of": presenters.feedback_tag, "may_answer": opinions.may_answer}
    return page(request, f"{HERE}/provider_feedback.html", context)


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def feedback_answer(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Answer feedback, once."""
    found = whose.feedback_of_provider(request.access, public_id)
    form = AnswerForm(request.POST or None, initial={"words": found.answer})
    if request.method == "POST" and form.is_valid():
        try:
            opinions.answer(feedback=found, words=form.cleaned_data["words"], by=request.user)
            messages.success(request, "Thank you. A commissioner reads your answer before it is shown.")
        except AskingRefused as refused:
            messages.error(request, str(refused))
        return redirect("market:provider-feedback")
    context = {
        "form": form,
        "heading_words": "Answer feedback",
        "submit": "Send it",
        "why": "answer",
        "quoted": found.words,
    }
    return form_page(request, context, back=reverse("market:provider-feedback"))
