"""How long drafts are kept that were never sent."""

import datetime
from typing import Any

from data_rights.retention import Rule, register

WHERE = "market/providers/retention.py"
DAYS = 2 * 366


def register_all() -> None:
    """Called once, when the applications load."""
    why = "Nobody goes back to it after two years, and nobody else has ever seen it."
    register(Rule("market-offer-drafts", "Offers that were never sent for a check", DAYS, why, WHERE, past=old_drafts))
    why = "Drafts leave pictures behind that no edition shows."
    register(Rule("market-pictures", "Pictures of offers that nothing shows", 30, why, WHERE, past=unused_pictures))
    why = "What was public, and what was checked of it, belongs to the record of the organisation and the areas."
    register(Rule("market-offers", "Offers and their editions that were sent for a check", None, why, WHERE))
    register(Rule("market-providers", "Providers and their checks", None, why, WHERE))


def old_drafts(before: datetime.datetime) -> Any:
    """Drafts that nobody has changed since, no edition of which was ever sent."""
    from market.models import Offer

    never_sent = Offer.objects.filter(changed_at__lt=before, shown=None, published_at=None)
    return never_sent.exclude(editions__submitted_at__isnull=False)


def unused_pictures(before: datetime.datetime) -> Any:
    """Pictures that are in no edition."""
    from market.models import OfferEdition, OfferPicture

    used = OfferEdition.objects.filter(picture__isnull=False).values("picture")
    return OfferPicture.objects.filter(added_at__lt=before).exclude(pk__in=used)
