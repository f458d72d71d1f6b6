"""Asking providers: the chosen name, asking about an offer, the talk, showing who one is, feedback."""

import uuid
from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from market.asking import buyers, opinions, presenters, queries, talks, times, whose
from market.asking.both_sides import BAD, HERE, close_after_asking, form_page, report_form, sent, talk_context
from market.asking.forms import AskForm, FeedbackForm, MessageForm, NameForm, ShareForm
from market.models import Enquiry, Feedback, Listing, Message
from market.pages import page
from ui.navigation import href_or_none

ON_A_PAGE = 20
# What somebody was about to do when they were asked for a name: an offer, something missing, a club.
NAMED_FOR = {"offer": "market:enquire", "unmet": "market:club-look", "club": "market:club"}


@requires(Permission.MARKET_BUY)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """What the person asked."""
    shown = Paginator(queries.of_buyer(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": shown, "tag_of": presenters.tag_of, "buyer": buyers.of(request.user)}
    return page(request, f"{HERE}/enquiries.html", context)


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def name(request: HttpRequest) -> HttpResponse:
    """Choose by which name providers know one; then on to the offer that one wanted to ask about."""
    buyer = buyers.of(request.user)
    form = NameForm(request.POST or None, initial={"name": buyer.display_name if buyer else ""})
    if sent(request, form, partial(buyers.choose_name, by=request.user), at="name"):
        return redirect(_after_name(request))
    context = {"form": form, "heading_words": "Your name in the marketplace", "submit": "Go on", "why": "name"}
    return form_page(request, context, back=reverse("market:enquiries"))


def _after_name(request: HttpRequest) -> str:
    """Back to what the address names by its id, or to what the person asked. Never an address from the outside."""
    for key, route in NAMED_FOR.items():
        try:
            return reverse(route, args=[uuid.UUID(request.GET.get(key, ""))])
        except ValueError:
            continue
    return reverse("market:enquiries")


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def enquire(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Ask about an offer that is shown."""
    listing = get_object_or_404(Listing.objects.select_related("offer__provider__organisation"), public_id=public_id)
    buyer = buyers.of(request.user)
    if buyer is None:
        return redirect(f"{reverse('market:enquiry-name')}?{urlencode({'offer': public_id})}")
    going_on = talks.open_about(buyer, listing.offer)
    if going_on is not None:
        return redirect("market:enquiry", going_on.public_id)
    form = AskForm(request.POST or None)
    ask = partial(talks.ask, offer=listing.offer, by=buyer)
    if made := sent(request, form, ask, at="words", said="Your question is sent. You get a message when they answer."):
        return redirect("market:enquiry", made.public_id)
    context = {
        "form": form,
        "heading_words": f"Ask about {listing.title}",
        "submit": "Send",
        "why": "ask",
        "buyer": buyer,
        "provider": listing.offer.provider,
        "response": times.response_time(listing.offer.provider),
    }
    return form_page(request, context, back=href_or_none("market:offer", public_id) or reverse("market:enquiries"))


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def talk(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One enquiry: what both wrote, and a box to write more."""
    enquiry = whose.of_buyer(request.user, public_id)
    form = MessageForm(request.POST or None)
    write = partial(talks.write, enquiry=enquiry, by=enquiry.buyer)
    if sent(request, form, write, at="words", said="Your message is sent."):
        return redirect("market:enquiry", public_id)
    given = Feedback.objects.filter(enquiry=enquiry).first()
    context = {
        **talk_context(enquiry, form, is_of_buyer=True),
        "response": times.response_time(enquiry.provider),
        "may_give": enquiry.answered_on is not None and given is None,
        "given": given,
        "offer_listing": Listing.objects.filter(offer=enquiry.offer_id).first() if enquiry.offer_id else None,
    }
    return page(request, f"{HERE}/enquiry.html", context, status=BAD if form.errors else 200)


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def share(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Choose what to show; see exactly what the provider will see; agree."""
    enquiry = whose.of_buyer(request.user, public_id)
    if enquiry.state == Enquiry.State.CLOSED:
        raise Http404("Nothing can be shown in a closed enquiry.")
    form = ShareForm(request.POST or None, initial=_shared_now(enquiry))
    back = reverse("market:enquiry", args=[public_id])
    if request.method == "POST" and form.is_valid() and "change" not in request.POST:
        chosen = form.cleaned_data
        if request.POST.get("agree") == "yes":
            talks.share(enquiry=enquiry, by=enquiry.buyer, **chosen)
            messages.success(request, "The provider can see what you chose.")
            return redirect("market:enquiry", public_id)
        rows = presenters.shared_rows(**chosen)
        return page(request, f"{HERE}/share_check.html", {"enquiry": enquiry, "rows": rows, "chosen": chosen})
    context = {"form": form, "heading_words": "Show who you are", "submit": "Go on", "why": "share", "enquiry": enquiry}
    return form_page(request, context, back=back)


def _shared_now(enquiry: Enquiry) -> dict[str, str]:
    return {"name": enquiry.shared_name, "email": enquiry.shared_email, "telephone": enquiry.shared_telephone}


@requires(Permission.MARKET_BUY)
@methods("POST")
def stop_sharing(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show nothing more from now on."""
    enquiry = whose.of_buyer(request.user, public_id)
    talks.stop_sharing(enquiry=enquiry, by=enquiry.buyer)
    messages.success(request, "The provider no longer sees this here. They may have written it down before.")
    return redirect("market:enquiry", public_id)


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
def close(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Close an enquiry, after a question."""
    return close_after_asking(
        request,
        whose.of_buyer(request.user, public_id),
        is_of_buyer=True,
        question="Close this?",
        words="Nobody can write here any more. You can still read it. The provider no longer sees how to reach you.",
        back=reverse("market:enquiry", args=[public_id]),
    )


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
@limited("reporting", methods=("POST",))
def report(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say that a message of the provider isn't right."""
    rows = Message.objects.filter(enquiry__buyer__user=request.user, is_of_buyer=False)
    message = get_object_or_404(rows.select_related("enquiry"), public_id=public_id)
    return report_form(
        request, message, is_of_buyer=True, back=reverse("market:enquiry", args=[message.enquiry.public_id])
    )


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def feedback_give(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say whether it helped, once the provider has answered."""
    enquiry = whose.of_buyer(request.user, public_id)
    if not opinions.may_give(enquiry):
        raise Http404("There is nothing to give feedback on.")
    form = FeedbackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        opinions.give(enquiry=enquiry, by=enquiry.buyer, **form.cleaned_data)
        messages.success(request, "Thank you. A commissioner reads it first. Then others can.")
        return redirect("market:feedback")
    context = {
        "form": form,
        "heading_words": f"Feedback on {enquiry.provider.organisation.name}",
        "submit": "Send it",
        "why": "feedback",
    }
    return form_page(request, context, back=reverse("market:enquiry", args=[public_id]))


@requires(Permission.MARKET_BUY)
@methods("GET")
def feedback(request: HttpRequest) -> HttpResponse:
    """The person's own feedback, and what became of it."""
    shown = Paginator(queries.feedback_of_buyer(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return page(request, f"{HERE}/feedback_own.html", {"page": shown, "tag_of": presenters.feedback_tag})


@requires(Permission.MARKET_BUY)
@methods("POST")
def feedback_take_back(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take one's own feedback back."""
    found = get_object_or_404(Feedback.objects.select_related("buyer"), public_id=public_id, buyer__user=request.user)
    opinions.take_back(feedback=found, by=found.buyer)
    messages.success(request, "It is taken back.")
    return redirect("market:feedback")
