"""Checking an offer: what changed, field by field, and one decision."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from market.models import Offer, OfferEdition
from market.offers import checking, presenters, telling
from market.offers.errors import OfferRefused
from market.offers.fields import words as text
from market.pages import page
from market.providers import clock
from market.providers.access import offer_to_check

HERE = "market/offers"
ACTS = {
    "approve": (checking.approve, "It is published."),
    "change": (checking.ask_for_change, "They are asked to mend it."),
    "refuse": (checking.refuse, "It is not accepted, and they know why."),
}


class DecisionForm(forms.Form):
    """What becomes of what was sent."""

    decision = forms.ChoiceField(
        label="What do you decide?",
        choices=[
            ("approve", "Publish it"),
            ("change", "Ask for a change"),
            ("refuse", "Don’t accept it"),
        ],
        widget=forms.RadioSelect(attrs={"data-legend": "m"}),
        error_messages={"required": "Choose what becomes of it."},
    )
    note = text(
        "What do you say to them?",
        1_000,
        rows=4,
        help_text="Needed where something has to be mended, or isn’t accepted. They read it as you write it.",
    )


class ReasonForm(forms.Form):
    """Why a public offer is taken off."""

    note = text("Why?", 1_000, rows=4, required="Say why, so that they can mend it.", help_text="They read it.")


@requires(Permission.MARKET_CHECK)
@methods("GET", "POST")
def one(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """What was sent beside what is public, and the decision."""
    offer, area = offer_to_check(request, public_id)
    edition = (
        offer.editions.filter(state=OfferEdition.State.SUBMITTED)
        .select_related("picture")
        .defer("picture__content")
        .first()
    )
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _decides(request, form, offer, area):
        return redirect("market:checks")
    context = {
        "form": form,
        "offer": offer,
        "edition": edition,
        "name": presenters.name_of(edition or offer.shown),
        "tag": presenters.tag_of(offer),
        "changes": telling.changes(offer.shown, edition) if edition else [],
        "shown": presenters.shown(offer, edition or offer.shown) if edition or offer.shown else None,
        "wait": clock.wait_of(edition.submitted_on) if edition and edition.submitted_on else None,
        "editions": presenters.editions_rows(offer.editions.all()),
        "area": area,
    }
    return page(request, f"{HERE}/check.html", context, status=422 if form.errors else 200)


@requires(Permission.MARKET_CHECK)
@methods("GET", "POST")
def take_off(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take a public offer off at once."""
    offer, area = offer_to_check(request, public_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            checking.take_off(offer=offer, area=area, note=form.cleaned_data["note"], by=request.user)
        except OfferRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "It is off the marketplace. They know what to mend.")
            return redirect("market:check-offer", public_id)
    context = {"form": form, "offer": offer, "name": presenters.name_of(offer.shown)}
    return page(request, f"{HERE}/take_off.html", context, status=422 if form.errors else 200)


def _decides(request: HttpRequest, form: Any, offer: Offer, area: Any) -> bool:
    """Whether it was done; else the form says why not."""
    act, done = ACTS[form.cleaned_data["decision"]]
    try:
        act(offer=offer, area=area, note=form.cleaned_data["note"], by=request.user)
    except OfferRefused as refused:
        form.add_error("note" if not form.cleaned_data["note"].strip() else None, str(refused))
        return False
    messages.success(request, done)
    return True
