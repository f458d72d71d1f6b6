"""What pages of clubbing together look up. Providers' and commissioners' pages read clubs that are told of, and prices;
no query of theirs touches who signalled."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from market.models import Buyer, Club, ClubAcceptance, ClubQuote
from market.providers.access import providers_of
from tenants.models import Area


def told() -> QuerySet[Club]:
    """Open clubs of whose people may be told, by area and kind of support."""
    return Club.objects.filter(state=Club.State.OPEN, shown_number__isnull=False).select_related("area")


def told_in(areas: Iterable[Area]) -> QuerySet[Club]:
    """Those of these areas, the most people first."""
    return told().filter(area__in=list(areas)).order_by("-shown_number", "area", "need", "pk")


def own(buyer: Buyer) -> QuerySet[Club]:
    """The clubs that the person signalled, open ones first."""
    rows = Club.objects.filter(signals__buyer=buyer).select_related("area")
    return rows.order_by("ended_on", "area", "need", "pk")


def for_buyer(buyer: Buyer | None, public_id: uuid.UUID) -> tuple[Club, bool]:
    """A club that the person signalled, or of which may be told, and whether they signalled it; 404 else."""
    club = Club.objects.select_related("area").filter(public_id=public_id).first()
    is_own = club is not None and buyer is not None and club.signals.filter(buyer=buyer).exists()
    if club is None or not (is_own or (club.state == Club.State.OPEN and club.shown_number is not None)):
        raise Http404("There is nothing here that you can open.")
    return club, is_own


def prices_for(club: Club) -> list[ClubQuote]:
    """The prices that people of a club choose from: open and made ones. One query."""
    rows = club.quotes.filter(state__in=[ClubQuote.State.OPEN, ClubQuote.State.MADE])
    return list(rows.select_related("provider__organisation", "club"))


def own_yeses(buyer: Buyer, club: Club) -> set[int]:
    """The numbers of this club's prices to which the person said yes. One query."""
    return set(ClubAcceptance.objects.filter(buyer=buyer, quote__club=club).values_list("quote", flat=True))


def price_for_buyer(user: Any, public_id: uuid.UUID) -> ClubQuote:
    """A price of a club that the person signalled; 404 else."""
    rows = ClubQuote.objects.filter(club__signals__buyer__user=user).exclude(state=ClubQuote.State.WITHDRAWN)
    return _one(rows.select_related("club__area", "provider__organisation"), public_id)


def for_providers(access: Any) -> QuerySet[Club]:
    """Clubs that are told of in the areas of the person's providers, with their own prices."""
    providers = providers_of(access)
    slugs = sorted({slug for provider in providers for slug in provider.areas})
    own = ClubQuote.objects.filter(provider__in=providers)
    rows = told().filter(area__slug__in=slugs).prefetch_related(Prefetch("quotes", own, to_attr="own_quotes"))
    return rows.order_by("-shown_number", "area", "need", "pk")


def club_for_provider(access: Any, public_id: uuid.UUID) -> Club:
    """A club that is told of in an area of the person's providers, or to which they gave a price; 404 else."""
    providers = list(providers_of(access))
    slugs = {slug for provider in providers for slug in provider.areas}
    club = Club.objects.select_related("area").filter(public_id=public_id, shown_number__isnull=False).first()
    is_ours = club is not None and (
        (club.state == Club.State.OPEN and club.area.slug in slugs)
        or club.quotes.filter(provider__in=providers).exists()
    )
    if club is None or not is_ours:
        raise Http404("There is nothing here that you can open.")
    return club


def price_of_provider(access: Any, public_id: uuid.UUID) -> ClubQuote:
    """A price that one of the person's providers gave; 404 for another's."""
    rows = ClubQuote.objects.filter(provider__in=providers_of(access))
    return _one(rows.select_related("club__area", "provider__organisation"), public_id)


def _one(rows: Any, public_id: uuid.UUID) -> Any:
    found = rows.filter(public_id=public_id).first()
    if found is None:
        raise Http404("There is nothing here that you can open.")
    return found
