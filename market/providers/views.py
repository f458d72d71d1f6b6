"""A provider's own pages: joining, its home, its profile, and everything of it as a file."""

import uuid
from http import HTTPStatus
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header

from accounts.access import methods, public, requires, signed_in
from accounts.permissions import Permission
from files import offers as file_offers
from files import writing
from market import exports, todo
from market.models import Provider
from market.offers import presenters as offer_presenters
from market.offers import queries as offer_queries
from market.pages import page
from market.providers import access, joining, presenters, profile, profile_steps, zipping
from market.providers.editors import ROLE
from market.providers.errors import NotWhole, ProviderRefused
from market.providers.forms import StartForm, kind_field

HERE = "market/providers"


class KindForm(django_forms.Form):
    """Of an organisation that is known already, only its kind is asked."""

    kind = kind_field()


@public
@methods("GET")
def join(request: HttpRequest) -> HttpResponse:
    """How somebody offers support here, for everybody."""
    return page(request, f"{HERE}/join.html")


@public
@methods("GET")
def brokers_standard(request: HttpRequest) -> HttpResponse:
    """What brokers promise, for everybody."""
    return page(request, f"{HERE}/brokers_standard.html")


@signed_in
@methods("GET", "POST")
def start(request: HttpRequest) -> HttpResponse:
    """Start a new organisation's profile; whoever does it writes for it."""
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = joining.start(**form.cleaned_data, by=request.user)
        except ProviderRefused as refused:
            form.add_error("name", str(refused))
        else:
            return redirect("market:provider-profile", made.public_id, profile_steps.STEPS[0].key)
    return page(request, f"{HERE}/start.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
def home(request: HttpRequest) -> HttpResponse:
    """The provider that one writes for; a list where there are several; the start of one without a profile."""
    mine = list(access.providers_of(request.access))
    known = {provider.organisation_id for provider in mine}
    without = [each for each in request.access.organisations(ROLE) if each.pk not in known]
    if len(mine) == 1 and not without and request.method == "GET":
        return redirect("market:provider-own", mine[0].public_id)
    form = KindForm(request.POST or None)
    if request.method == "POST" and without and form.is_valid():
        made = joining.start_for(organisation=without[0], kind=form.cleaned_data["kind"], by=request.user)
        return redirect("market:provider-profile", made.public_id, profile_steps.STEPS[0].key)
    context = {"providers": mine, "without": without, "form": form, "tag_of": presenters.tag_of}
    return page(request, f"{HERE}/home.html", context, status=422 if form.errors else 200)


@requires(Permission.MARKET_OFFER)
@methods("GET")
def own(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """What needs doing today, the offers, and the profile with its check."""
    provider = access.own_provider(request, public_id)
    last = provider.checks.select_related("area").first()
    rows = offer_queries.with_open_edition(provider.offers.all())
    context = {
        "provider": provider,
        "tag": presenters.tag_of(provider),
        "todos": todo.of(provider),
        "offers": [_offer_row(offer) for offer in rows],
        "answers": presenters.answers(provider),
        "missing": profile.missing(provider),
        "last": last,
        "downloads": file_offers.offers("market:provider-file", provider.public_id),
    }
    return page(request, f"{HERE}/own.html", context)


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
def write(request: HttpRequest, public_id: uuid.UUID, step: str) -> HttpResponse:
    """One page of the profile, saved as one goes."""
    provider, found = access.own_provider(request, public_id), profile_steps.BY_KEY.get(step)
    if found is None:
        raise Http404("There is no such page.")
    form = found.form.of(provider, request.POST or None)
    if request.method == "POST" and form.is_valid() and _saves(request, provider, form):
        follows = profile_steps.after(found)
        if "stop" in request.POST or follows is None or provider.state != Provider.State.DRAFT:
            messages.success(request, "It is saved.")
            return redirect("market:provider-own", public_id)
        return redirect("market:provider-profile", public_id, follows.key)
    context = {
        "form": form,
        "provider": provider,
        "step": found,
        "number": profile_steps.STEPS.index(found) + 1,
        "count": len(profile_steps.STEPS),
        "is_recognised": provider.state == Provider.State.RECOGNISED,
    }
    return page(request, f"{HERE}/profile.html", context, status=422 if form.errors else 200)


@requires(Permission.MARKET_OFFER)
@methods("POST")
def send(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Send the profile for its check."""
    provider = access.own_provider(request, public_id)
    try:
        profile.submit(provider=provider, by=request.user)
    except NotWhole as refused:
        messages.warning(request, f"Something is missing. {refused}")
    except ProviderRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "It is sent. Somebody checks it within five working days, and you hear of it here.")
    return redirect("market:provider-own", public_id)


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
def close(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Close the provider, or open it again, once asked."""
    provider = access.own_provider(request, public_id)
    is_closed = provider.state == Provider.State.CLOSED
    if request.method == "POST":
        act = profile.open_again if is_closed else profile.close
        try:
            act(provider=provider, by=request.user)
        except ProviderRefused as refused:
            messages.warning(request, str(refused))
        else:
            messages.success(request, "It is open again." if is_closed else "It is closed. Your offers are hidden.")
        return redirect("market:provider-own", public_id)
    return page(request, f"{HERE}/close.html", {"provider": provider, "is_closed": is_closed})


@requires(Permission.MARKET_OFFER)
@methods("GET")
def file(request: HttpRequest, public_id: uuid.UUID, ending: str) -> HttpResponse:
    """Everything of the provider."""
    provider = access.own_provider(request, public_id)
    name = f"everything-of-{provider.organisation.slug}"
    return writing.answer(
        request, exports.of_provider(provider), ending=ending, name=name, title=provider.organisation.name
    )


@requires(Permission.MARKET_OFFER)
@methods("GET")
def everything_zip(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The same with the pictures of its offers."""
    provider = access.own_provider(request, public_id)
    workbook = file(request, public_id, "xlsx")
    if workbook.status_code != HTTPStatus.OK:
        return workbook
    name = f"everything-of-{provider.organisation.slug}"
    answer = HttpResponse(zipping.with_pictures(provider, name, workbook.content), content_type="application/zip")
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.zip")
    return answer


def _saves(request: HttpRequest, provider: Provider, form: Any) -> bool:
    """Whether it was stored; else the form says why not."""
    try:
        with transaction.atomic():
            if "name" in form.fields:
                profile.rename(provider=provider, name=form.cleaned_data["name"], by=request.user)
            profile.write(provider=provider, values=form.content(), by=request.user)
    except ProviderRefused as refused:
        form.add_error("name" if "name" in form.fields else None, str(refused))
        return False
    return True


def _offer_row(offer: Any) -> list[Any]:
    edition = offer.open_now
    until = offer_presenters.holds_until(offer)
    shown = offer.shown
    return [
        {
            "text": offer_presenters.name_of(shown or edition),
            "href": reverse("market:offer-own", args=[offer.public_id]),
        },
        {"status": offer_presenters.tag_of(offer, edition)},
        "A change waits or is written" if shown and edition else "",
        "Not said" if shown is None or shown.places_free is None else str(shown.places_free),
        until or "",
    ]
