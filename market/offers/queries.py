"""Reading offers with the editions that matter."""

from django.db.models import Prefetch, Q, QuerySet

from market.models import Offer, OfferEdition
from market.offers.writing import OPEN


def with_open_edition(rows: QuerySet[Offer]) -> list[Offer]:
    """The offers, each with `open_now`: its open edition, or None. Two queries."""
    editions = OfferEdition.objects.filter(state__in=OPEN)
    found: list[Offer] = list(
        rows.select_related("shown", "provider__organisation").prefetch_related(
            Prefetch("editions", queryset=editions, to_attr="open_editions")
        )
    )
    for offer in found:
        offer.open_now = offer.open_editions[0] if offer.open_editions else None  # type: ignore[attr-defined]
    return found


def with_newest_words(rows: QuerySet[Offer]) -> list[Offer]:
    """The offers for a file, each with `newest`: what was written last, for those that were never public."""
    found = list(rows.select_related("shown", "provider__organisation").prefetch_related("editions"))
    for offer in found:
        editions = list(offer.editions.all())
        offer.newest = max(editions, key=lambda each: each.number) if editions else None  # type: ignore[attr-defined]
    return found


def waiting(areas: list[str]) -> QuerySet[OfferEdition]:
    """Editions that wait for a check and reach one of these areas, the longest first."""
    rows = OfferEdition.objects.filter(state=OfferEdition.State.SUBMITTED, areas__overlap=areas)
    return rows.select_related("offer__provider__organisation", "offer__shown").order_by("submitted_on", "pk")


def of_area(slug: str) -> QuerySet[Offer]:
    """Offers that reach an area with what is public, or that were sent for a check."""
    sent = OfferEdition.objects.filter(submitted_at__isnull=False, areas__contains=[slug])
    return Offer.objects.filter(Q(shown__areas__contains=[slug]) | Q(pk__in=sent.values("offer")))
