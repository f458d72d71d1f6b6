"""The marketplace's tables, all shared by the whole network. Each part of the room has modules here."""

from market.models.buyers import Buyer
from market.models.clubs import Club, ClubAcceptance, ClubQuote, ClubSignal
from market.models.directories import Directory, DirectoryRecord, DirectoryRun, ListedPlace
from market.models.editions import OfferEdition
from market.models.enquiries import Enquiry, Message, MessageReport
from market.models.feedback import Feedback
from market.models.gaps import Interest, Intervention, OfferAnswer
from market.models.listings import Listing
from market.models.needs import EmptySearch, UnmetNeed
from market.models.offers import Offer
from market.models.pictures import OfferPicture
from market.models.plans import PlanLine, YearPlan
from market.models.providers import Provider, ProviderCheck
from market.models.shortlists import Shortlisted
from market.models.statements import Statement, StatementVersion

__all__ = [
    "Buyer",
    "Club",
    "ClubAcceptance",
    "ClubQuote",
    "ClubSignal",
    "Directory",
    "DirectoryRecord",
    "DirectoryRun",
    "EmptySearch",
    "Enquiry",
    "Feedback",
    "ListedPlace",
    "Interest",
    "Intervention",
    "Listing",
    "Message",
    "MessageReport",
    "Offer",
    "OfferAnswer",
    "OfferEdition",
    "OfferPicture",
    "PlanLine",
    "Provider",
    "ProviderCheck",
    "Shortlisted",
    "Statement",
    "StatementVersion",
    "UnmetNeed",
    "YearPlan",
]
