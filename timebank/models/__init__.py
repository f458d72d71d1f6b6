"""The time bank's tables, all shared by the whole network. Each package of the room has a module here."""

from timebank.models.accounts import Account, AccountBalance
from timebank.models.exchange import Offer, Request
from timebank.models.fairness import FairShareRule, Pledge
from timebank.models.ledger import Entry, Hold, Transfer
from timebank.models.limits import LimitRule
from timebank.models.matching import MatchingRun, PairDecision, Proposal
from timebank.models.session_dates import DateAnswer, ProposedDate
from timebank.models.session_hours import ProposedHours
from timebank.models.session_people import Feedback, Lesson, SessionMentor
from timebank.models.session_settling import Dispute, SessionStep
from timebank.models.sessions import Session, SessionPart
from timebank.models.verifications import Verification

__all__ = [
    "Account",
    "AccountBalance",
    "DateAnswer",
    "Dispute",
    "Entry",
    "FairShareRule",
    "Feedback",
    "Hold",
    "Lesson",
    "LimitRule",
    "MatchingRun",
    "Offer",
    "PairDecision",
    "Pledge",
    "Proposal",
    "ProposedDate",
    "ProposedHours",
    "Request",
    "Session",
    "SessionMentor",
    "SessionPart",
    "SessionStep",
    "Transfer",
    "Verification",
]
