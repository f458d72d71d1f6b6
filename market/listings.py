"""Which offers everybody may find: the one place that writes `Listing`."""

import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from config.today import today
from market.models import Listing, Offer, OfferEdition, Provider

# Carried from the edition as they stand.
FROM_EDITION = (
    "title", "summary", "details", "town", "needs", "groups", "outcomes", "areas", "mechanisms", "availability",
    "times", "accessibility", "languages", "goes_rural", "comes_to_you", "is_remote", "unit", "price_pence",
    "minimum_age", "maximum_age", "places_free", "waiting_weeks",
)  # fmt: skip


def showable(on: datetime.date | None = None) -> QuerySet[Offer]:
    """Offers that are published, of providers whose check counts on this day (default: today)."""
    day = on or today()
    return Offer.objects.filter(
        Q(provider__state=Provider.State.RECOGNISED, provider__checked_until__gte=day),
        state=Offer.State.PUBLISHED,
        shown__isnull=False,
    )


@transaction.atomic
def refresh(offer: Offer) -> Listing | None:
    """Make the offer's listing what it should be now: its checked words, or none where it isn't to be shown."""
    found = showable().filter(pk=offer.pk).select_related("shown", "provider__organisation").first()
    if found is None:
        Listing.objects.filter(pk=offer.pk).delete()
        return None
    edition = found.shown
    # What the database holds of a published offer (`market_offer_published_at`), said for the reader of types.
    assert isinstance(edition, OfferEdition) and found.published_at and found.confirmed_on
    name = found.provider.organisation.name
    facts = {field: getattr(edition, field) for field in FROM_EDITION}
    row, _ = Listing.objects.update_or_create(
        offer=found,
        defaults={
            **facts,
            "public_id": found.public_id,
            "provider": found.provider,
            "provider_name": name,
            "published_at": found.published_at,
            "changed_at": found.changed_at,
            "confirmed_on": found.confirmed_on,
            "is_sample": found.is_sample,
        },
    )
    return row


def refresh_all_of(provider: Provider) -> None:
    """The same for each offer of a provider: its name, its check or its state has changed."""
    for offer in provider.offers.all():
        refresh(offer)
