"""The marketplace's tables, all shared by the whole network. Each part of the room has modules here."""

from market.models.buyers import Buyer
from market.models.editions import OfferEdition
from market.models.listings import Listing
from market.models.needs import EmptySearch, UnmetNeed
from market.models.offers import Offer
from market.models.pictures import OfferPicture
from market.models.providers import Provider, ProviderCheck

__all__ = [
    "Buyer",
    "EmptySearch",
    "Listing",
    "Offer",
    "OfferEdition",
    "OfferPicture",
    "Provider",
    "ProviderCheck",
    "UnmetNeed",
]
