"""A person's rows in the time bank's ledger."""

import uuid
from typing import Any

from timebank.ledger import accounts, holds, transfers
from timebank.models import LimitRule


def make(user: Any) -> None:
    """Minutes that the person posted and reserved, and a rule that they set."""
    kernow, bristol = accounts.by_slug("kernow"), accounts.by_slug("bristol")
    transfers.post(key="everywhere", legs=[transfers.gave(kernow, 60), transfers.had(bristol, 60)], by=user)
    holds.reserve(account=bristol, minutes=60, session_ref=uuid.uuid4(), by=user)
    LimitRule.objects.create(base=1200, warning_percent=75, growth_percent=0, growth_cap=0, reason="As it was", by=user)
