"""The time bank's tables, all shared by the whole network. Each package of the room has a module here."""

from timebank.models.accounts import Account, AccountBalance
from timebank.models.ledger import Entry, Hold, Transfer
from timebank.models.limits import LimitRule

__all__ = ["Account", "AccountBalance", "Entry", "Hold", "LimitRule", "Transfer"]
