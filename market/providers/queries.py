"""Reading providers, and the queue of those who wait for a check."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from market.models import OfferEdition, Provider
from market.offers import queries as offers
from market.providers import clock

Kinds = {"": "Providers and offers", "providers": "Providers", "offers": "Offers"}


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for a check."""

    what: str
    provider: str
    kind: str
    why: str
    href: str
    areas: list[str]
    wait: clock.Wait
    is_sample: bool


def waiting_providers(areas: list[str]) -> QuerySet[Provider]:
    """Providers that wait for a check and work in one of these areas, the longest first."""
    rows = Provider.objects.filter(submitted_on__isnull=False, areas__overlap=areas)
    return rows.exclude(state=Provider.State.CLOSED).select_related("organisation").order_by("submitted_on", "pk")


def queue(areas: list[str], kind: str = "") -> list[Waiting]:
    """Everything that waits in these areas (slugs), the oldest first. Two queries."""
    found = []
    if kind != "offers":
        found += [_provider(row) for row in waiting_providers(areas)]
    if kind != "providers":
        found += [_offer(row) for row in offers.waiting(areas)]
    return sorted(found, key=lambda each: (each.wait.since, each.provider, each.what))


def of_area(slug: str) -> QuerySet[Provider]:
    """Providers that work in an area, but those that were never sent."""
    rows = Provider.objects.filter(areas__contains=[slug]).exclude(state=Provider.State.DRAFT)
    return rows.select_related("organisation")


def known(areas: list[str], state: str = "") -> QuerySet[Provider]:
    """Providers that work in one of these areas and were sent at least once, by name."""
    rows = Provider.objects.filter(areas__overlap=areas).exclude(state=Provider.State.DRAFT)
    rows = rows.filter(state=state) if state in Provider.State.values else rows
    return rows.select_related("organisation").order_by("organisation__name", "pk")


def _provider(row: Provider) -> Waiting:
    name = row.organisation.name
    why = "Its check goes on or something changed" if row.state == Provider.State.RECOGNISED else "First check"
    if row.state == Provider.State.LAPSED:
        why = "Its check has run out"
    assert row.submitted_on is not None
    address = reverse("market:check-provider", args=[row.public_id])
    return Waiting(name, name, "Provider", why, address, row.areas, clock.wait_of(row.submitted_on), row.is_sample)


def _offer(row: OfferEdition) -> Waiting:
    offer: Any = row.offer
    why = "A change" if offer.shown_id else "New"
    assert row.submitted_on is not None
    return Waiting(
        row.title,
        offer.provider.organisation.name,
        "Offer",
        why,
        reverse("market:check-offer", args=[offer.public_id]),
        row.areas,
        clock.wait_of(row.submitted_on),
        offer.is_sample,
    )
