"""Which offers everybody may find: the one place that writes `Listing`."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from config.today import today
from market.directories import places
from market.models import Listing, Offer, Provider

# Carried from the edition as they stand.
FROM_EDITION = (
    "title", "summary", "details", "town", "needs", "groups", "outcomes", "areas", "mechanisms", "availability",
    "times", "accessibility", "languages", "goes_rural", "comes_to_you", "is_remote", "unit", "price_pence",
    "minimum_age", "maximum_age", "places_free", "waiting_weeks",
)  # fmt: skip


# Worked out from the offer and its provider. The rest of a listing (`vector`) is the database's.
FROM_OFFER = (
    "public_id", "provider", "provider_name", "published_at", "changed_at", "confirmed_on", "is_checked",
    "directory_name", "is_sample",
)  # fmt: skip
NEEDED = ("shown", "provider__organisation", "provider__directory", "directory_record")


def showable(on: datetime.date | None = None) -> QuerySet[Offer]:
    """Offers that are published, of providers whose check counts on this day (default: today).

    Offers that were taken over from another directory are showable as long as that directory is: nobody checked
    them here, and their listings say so.
    """
    day = on or today()
    return Offer.objects.filter(
        Q(provider__state=Provider.State.RECOGNISED, provider__checked_until__gte=day)
        | Q(provider__directory__is_shown=True),
        state=Offer.State.PUBLISHED,
        shown__isnull=False,
    )


def refresh(offer: Offer) -> None:
    """Make the offer's listing what it should be now: its checked words, or none where it isn't to be shown."""
    refresh_many([offer.pk])


@transaction.atomic
def refresh_many(offers: Iterable[int]) -> None:
    """The same for offers by number, in as many queries for a thousand as for one."""
    numbers = list(offers)
    found = list(showable().filter(pk__in=numbers).select_related(*NEEDED))
    Listing.objects.filter(pk__in=numbers).exclude(pk__in=[offer.pk for offer in found]).delete()
    Listing.objects.bulk_create(
        [_listing(offer) for offer in found],
        update_conflicts=True,
        unique_fields=["offer"],
        update_fields=[*FROM_EDITION, *FROM_OFFER],
    )
    places.write(found)


def refresh_all_of(provider: Provider) -> None:
    """The same for each offer of a provider: its name, its check or its state has changed."""
    refresh_many(provider.offers.values_list("pk", flat=True))


def _listing(offer: Offer) -> Listing:
    directory = offer.provider.directory
    facts = {field: getattr(offer.shown, field) for field in FROM_EDITION}
    return Listing(
        offer=offer,
        public_id=offer.public_id,
        provider=offer.provider,
        provider_name=offer.provider.organisation.name,
        published_at=offer.published_at,
        changed_at=offer.changed_at,
        confirmed_on=offer.confirmed_on,
        is_checked=directory is None,
        directory_name=directory.name if directory else "",
        is_sample=offer.is_sample,
        **facts,
    )
