"""The time bank's tables, all shared by the whole network. Each package of the room has a module here."""

from timebank.models.accounts import Account, AccountBalance
from timebank.models.exchange import Offer, Request
from timebank.models.fairness import FairShareRule, Pledge
from timebank.models.ledger import Entry, Hold, Transfer
from timebank.models.limits import LimitRule
from timebank.models.matching import MatchingRun, PairDecision, Proposal
from timebank.models.verifications import Verification

__all__ = [
    "Account",
    "AccountBalance",
    "Entry",
    "FairShareRule",
    "Hold",
    "LimitRule",
    "MatchingRun",
    "Offer",
    "PairDecision",
    "Pledge",
    "Proposal",
    "Request",
    "Transfer",
    "Verification",
]
