"""Which providers and offers a person acts for. What belongs to others answers 404."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from market import checkers
from market.models import Offer, Provider
from market.providers.editors import ROLE


def providers_of(access: Any) -> QuerySet[Provider]:
    """The providers that the person writes for, by name."""
    mine = [organisation.pk for organisation in access.organisations(ROLE)]
    return Provider.objects.filter(organisation__in=mine).select_related("organisation")


def own_provider(request: HttpRequest, public_id: uuid.UUID) -> Provider:
    """A provider that the person writes for; raises Http404."""
    found = providers_of(request.access).filter(public_id=public_id).first()
    if found is None:
        raise Http404("There is no such provider of yours.")
    return found


def own_offer(request: HttpRequest, public_id: uuid.UUID) -> Offer:
    """An offer of a provider that the person writes for; raises Http404."""
    mine = [organisation.pk for organisation in request.access.organisations(ROLE)]
    rows = Offer.objects.select_related("provider__organisation", "shown__picture").defer("shown__picture__content")
    found = rows.filter(public_id=public_id, provider__organisation__in=mine).first()
    if found is None:
        raise Http404("There is no such offer of yours.")
    return found


def provider_to_check(request: HttpRequest, public_id: uuid.UUID) -> tuple[Provider, Any]:
    """A provider that works in an area of the commissioner, and that area; raises Http404."""
    found = Provider.objects.select_related("organisation").filter(public_id=public_id).first()
    area = found and checkers.area_of_check(request.access, found.areas)
    if found is None or area is None:
        raise Http404("There is no such provider in your area.")
    return found, area


def offer_to_check(request: HttpRequest, public_id: uuid.UUID) -> tuple[Offer, Any]:
    """An offer that reaches an area of the commissioner and was sent at least once, and that area; raises Http404."""
    rows = Offer.objects.select_related("provider__organisation", "shown__picture").defer("shown__picture__content")
    found = rows.filter(public_id=public_id).first()
    if found is None:
        raise Http404("There is no such offer in your area.")
    sent = found.editions.exclude(submitted_at=None, shown_of=None).values_list("areas", flat=True)
    area = checkers.area_of_check(request.access, {slug for areas in sent for slug in areas})
    if area is None:
        raise Http404("There is no such offer in your area.")
    return found, area
