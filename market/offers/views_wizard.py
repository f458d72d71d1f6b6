"""Writing an offer: one question a page, saved as one goes, a preview, and sending it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import guard
from files.faults import Refused
from files.limits import MEGABYTE
from files.receiving import takes
from market.models import Offer, OfferEdition
from market.offers import pictures, presenters, whole, writing
from market.offers.errors import NotWhole, OfferRefused
from market.offers.steps import BY_KEY, STEPS, Step, after, of_field
from market.pages import page
from market.providers.access import own_offer, own_provider

HERE = "market/offers"


@requires(Permission.MARKET_OFFER)
@methods("POST")
def begin(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Begin an offer of a provider that the person writes for."""
    provider = own_provider(request, public_id)
    try:
        content = {"areas": provider.areas, "languages": ["en"]}  # the likeliest answers; each is asked for
        offer = writing.start(provider=provider, content=content, by=request.user)
    except OfferRefused as refused:
        messages.warning(request, str(refused))
        return redirect("market:provider-own", public_id)
    return redirect("market:offer-write", offer.public_id, STEPS[0].key)


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
@takes(lambda: pictures.MOST_BYTES + MEGABYTE)
@limited("upload", methods=("POST",))
def write(request: HttpRequest, public_id: uuid.UUID, step: str) -> HttpResponse:
    """One question. What is typed is kept; the next page follows, or the preview for whoever came from there."""
    offer, found = own_offer(request, public_id), BY_KEY.get(step)
    if found is None:
        raise Http404("There is no such question.")
    edition = writing.open_edition(offer)
    if (edition and edition.state == OfferEdition.State.SUBMITTED) or offer.state == Offer.State.WITHDRAWN:
        messages.warning(request, "It can’t be changed now. See below what you can do.")
        return redirect("market:offer-own", public_id)
    form: Any = found.form.of(edition or offer.shown or OfferEdition(), request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _saves(request, offer, edition, form):
        return redirect(_onward(request, offer, found))
    context = {
        "form": form,
        "offer": offer,
        "step": found,
        "name": presenters.name_of(edition or offer.shown),
        "number": STEPS.index(found) + 1,
        "count": len(STEPS),
        "back": _before(offer, found),
        "then": request.GET.get("then") or request.POST.get("then") or "",
        "picture": edition.picture if edition and found.key == "picture" else None,
    }
    return page(request, f"{HERE}/step.html", context, status=422 if form.errors else 200)


@requires(Permission.MARKET_OFFER)
@methods("GET")
def preview(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """How people will see it, what is missing, each answer with its change, and sending it."""
    offer = own_offer(request, public_id)
    edition = writing.open_edition(offer)
    if edition is None:
        return redirect("market:offer-own", public_id)
    return page(request, f"{HERE}/preview.html", _previewed(offer, edition))


@requires(Permission.MARKET_OFFER)
@methods("POST")
def send(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Send the draft for its check."""
    offer = own_offer(request, public_id)
    try:
        writing.submit(offer=offer, by=request.user)
    except NotWhole:
        messages.warning(request, "Something is missing. See below what it is.")
        return redirect("market:offer-preview", public_id)
    except OfferRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "It is sent. Somebody checks it within five working days, and you hear of it here.")
    return redirect("market:offer-own", public_id)


@requires(Permission.MARKET_OFFER)
@methods("POST")
def take_back(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take back what was sent, to change it."""
    offer = own_offer(request, public_id)
    try:
        writing.take_back(offer=offer, by=request.user)
    except OfferRefused as refused:
        messages.warning(request, str(refused))
        return redirect("market:offer-own", public_id)
    return redirect("market:offer-preview", public_id)


def _saves(request: HttpRequest, offer: Offer, edition: OfferEdition | None, form: Any) -> bool:
    """Whether it was stored; else the form says why not."""
    try:
        if "picture_file" in form.fields:
            _save_picture(request, offer, edition or offer.shown, form.cleaned_data)
        else:
            writing.write(offer=offer, content=form.content(), by=request.user)
    except Refused as refused:
        form.add_error("picture_file", f"Your picture {refused.found[0].why}.")
    except OfferRefused as refused:
        form.add_error(None, str(refused))
    else:
        return True
    return False


def _save_picture(request: HttpRequest, offer: Offer, edition: OfferEdition | None, given: dict[str, Any]) -> None:
    upload, picture = given.get("picture_file"), edition.picture if edition else None
    if upload:
        source, name = guard.binary(upload), guard.name_of(upload)
        pictures.add(offer=offer, source=source, name=name, alternative=given["alternative"], by=request.user)
    elif given.get("take_away"):
        writing.write(offer=offer, content={"picture": None}, by=request.user)
    elif picture:
        pictures.say_otherwise(offer=offer, picture=picture, alternative=given["alternative"], by=request.user)


def _onward(request: HttpRequest, offer: Offer, step: Step) -> str:
    if "stop" in request.POST:
        messages.success(request, "It is saved. Go on whenever you like.")
        return reverse("market:offer-own", args=[offer.public_id])
    follows = after(step)
    if request.POST.get("then") == "preview" or follows is None:
        return reverse("market:offer-preview", args=[offer.public_id])
    return reverse("market:offer-write", args=[offer.public_id, follows.key])


def _before(offer: Offer, step: Step) -> str:
    number = STEPS.index(step)
    if number == 0:
        return reverse("market:offer-own", args=[offer.public_id])
    return reverse("market:offer-write", args=[offer.public_id, STEPS[number - 1].key])


def _previewed(offer: Offer, edition: OfferEdition) -> dict[str, Any]:
    lacking = whole.missing(edition, offer.provider)
    return {
        "offer": offer,
        "edition": edition,
        "name": presenters.name_of(edition),
        "shown": presenters.shown(offer, edition),
        "answers": presenters.answers(offer, edition),
        "missing": [
            (words, reverse("market:offer-write", args=[offer.public_id, of_field(field).key]) + "?then=preview")
            for field, words in lacking
        ],
        "may_send": edition.state == OfferEdition.State.DRAFT and not lacking,
        "tag": presenters.edition_tag(edition),
    }
