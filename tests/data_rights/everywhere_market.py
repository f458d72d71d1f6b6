"""A person's rows in the marketplace, with their name in every text in which somebody might write it."""

from typing import Any

from market import rights_samples as samples
from market.models import OfferEdition, ProviderCheck, UnmetNeed


def make(user: Any, other: Any, area: Any) -> None:
    """What the person wrote, checked, asked and said was missing there; `other` writes of them too."""
    offer = samples.an_offer(details=f"Ask for {user.name}")
    OfferEdition.objects.create(offer=offer, number=2, title=f"By {user.name}", written_by=user, check_note=user.name)
    ProviderCheck.objects.create(
        provider=offer.provider,
        checked_by=user,
        area=area,
        outcome="refused",
        note=f"{user.name} said so",
        checked_on=offer.confirmed_on,
    )
    samples.a_buyer(user)
    UnmetNeed.objects.create(
        said_by=user,
        area=area,
        need="therapy",
        place_kind="village",
        availability="regular",
        what=f"Therapy for {user.name}",
    )
