"""A provider's own page of an offer, what can be done with it at any time, and its picture."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts.access import methods, public, requires
from accounts.permissions import Permission
from market import checkers
from market.models import Offer, OfferPicture
from market.offers import living, pictures, presenters, telling, writing
from market.offers.errors import OfferRefused
from market.offers.fields import words as text
from market.offers.forms import CapacityForm
from market.pages import page
from market.providers.access import own_offer
from market.providers.editors import ROLE

HERE = "market/offers"
FRESH_SECONDS = 24 * 60 * 60
SWITCHES = {
    "resume": (living.resume, "It shows again."),
    "confirm": (living.confirm, "Thank you. It counts for another year."),
}


class PauseForm(forms.Form):
    """Why it is hidden for a while."""

    reason = text("Why? Only you and the people who check see this.", 300)


@requires(Permission.MARKET_OFFER)
@methods("GET")
def own(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Where it stands, what is public, what to do next, and its editions."""
    offer = own_offer(request, public_id)
    edition = writing.open_edition(offer)
    editions = list(offer.editions.select_related("picture").defer("picture__content"))
    context = {
        "offer": offer,
        "edition": edition,
        "name": presenters.name_of(offer.shown or edition or (editions[0] if editions else None)),
        "tag": presenters.tag_of(offer, edition),
        "changes": telling.changes(offer.shown, edition) if edition and offer.shown else [],
        "shown": presenters.shown(offer, offer.shown) if offer.shown else None,
        "editions": presenters.editions_rows(editions),
        "holds_until": presenters.holds_until(offer),
        "is_hidden_with_provider": offer.state == Offer.State.PUBLISHED and offer.provider.state != "recognised",
    }
    return page(request, f"{HERE}/own.html", context)


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
def capacity(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say how many places are free and how long people wait; it shows at once."""
    offer = own_offer(request, public_id)
    if offer.shown is None:
        return redirect("market:offer-write", public_id, "places")
    form = CapacityForm.of(offer.shown, request.POST or None)
    act = lambda: living.change_capacity(offer=offer, **form.content(), by=request.user)  # noqa: E731
    words = {
        "title": "Places and waiting time",
        "submit": "Show it now",
        "lead": "This shows at once, as an edition with nothing else changed. Nobody has to check it.",
    }
    return _asked(request, offer, form, act, words, "It shows now.")


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
def pause(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Hide it for a while."""
    offer = own_offer(request, public_id)
    form = PauseForm(request.POST or None)
    act = lambda: living.pause(offer=offer, reason=form.cleaned_data["reason"], by=request.user)  # noqa: E731
    words = {
        "title": "Pause this offer",
        "submit": "Pause it",
        "lead": "People don’t find it until you show it again. Nobody has to check it then.",
    }
    return _asked(request, offer, form, act, words, "It is paused.")


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
def withdraw(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take it back for good, once asked."""
    offer = own_offer(request, public_id)
    form = forms.Form(request.POST if request.method == "POST" else None)
    act = lambda: living.withdraw(offer=offer, by=request.user)  # noqa: E731
    words = {
        "title": "Take this offer back",
        "submit": "Take it back for good",
        "lead": "People don’t find it any more, and it can’t be shown again. To hide it for a while, pause it.",
    }
    return _asked(request, offer, form, act, words, "It is taken back.")


@requires(Permission.MARKET_OFFER)
@methods("POST")
def switch(request: HttpRequest, public_id: uuid.UUID, verb: str) -> HttpResponse:
    """Show a paused offer again, or say that it still holds."""
    offer, (act, done) = own_offer(request, public_id), SWITCHES[verb]
    try:
        act(offer=offer, by=request.user)
    except OfferRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, done)
    return redirect("market:offer-own", public_id)


@public
@methods("GET")
def picture(request: HttpRequest, public_id: uuid.UUID, picture: uuid.UUID) -> HttpResponse:
    """The picture of an offer: for everybody where it is shown, else for whoever writes or checks the offer."""
    found = get_object_or_404(
        OfferPicture.objects.select_related("offer__provider"), public_id=picture, offer__public_id=public_id
    )
    is_shown = pictures.is_public(found)
    if not is_shown and not _may_see(request, found.offer):
        raise Http404("There is no such picture.")
    answer = HttpResponse(bytes(found.content), content_type=found.content_type)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = f"public, max-age={FRESH_SECONDS}" if is_shown else "no-store"
    return answer


def _may_see(request: HttpRequest, offer: Offer) -> bool:
    mine = {organisation.pk for organisation in request.access.organisations(ROLE)}
    if offer.provider.organisation_id in mine:
        return True
    sent = offer.editions.exclude(submitted_at=None).values_list("areas", flat=True)
    return checkers.area_of_check(request.access, {slug for areas in sent for slug in areas}) is not None


def _asked(request: HttpRequest, offer: Offer, form: Any, act: Any, words: dict[str, str], done: str) -> HttpResponse:
    """Ask with a form, do it, and lead back to the offer; a refusal stands above the form."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except OfferRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, done)
            return redirect("market:offer-own", offer.public_id)
    context = {"form": form, "offer": offer, "words": words, "name": presenters.name_of(offer.shown)}
    return page(request, f"{HERE}/ask.html", context, status=422 if form.errors else 200)
