"""A person's rows in the time bank's ledger."""

import datetime
import uuid
from typing import Any

from timebank.exchange import actions
from timebank.fairness import actions as fairness
from timebank.ledger import accounts, holds, transfers
from timebank.matching import answers, runs
from timebank.models import LimitRule


def make(user: Any) -> None:
    """Minutes that the person posted and reserved, and a rule that they set."""
    kernow, bristol = accounts.by_slug("kernow"), accounts.by_slug("bristol")
    transfers.post(key="everywhere", legs=[transfers.gave(kernow, 60), transfers.had(bristol, 60)], by=user)
    holds.reserve(account=bristol, minutes=60, session_ref=uuid.uuid4(), by=user)
    _exchange(user, kernow, bristol)
    LimitRule.objects.create(base=1200, warning_percent=75, growth_percent=0, growth_cap=0, reason="As it was", by=user)


def _exchange(user: Any, kernow: Any, bristol: Any) -> None:
    """What the person offered, asked for, chose, pledged, matched and decided, with their name in every text."""
    named, day = f"Ask {user.name}", datetime.date(2035, 7, 1)
    usual = {"title": named, "topic": "workforce"}
    offered = {"minutes_a_month": 60, "available_from": datetime.date(2015, 7, 1), "details": named}
    asked = {**usual, "minutes": 60, "needed_by": day, "why": named}
    actions.offer_oneself(account=kernow, values={**usual, **offered, "mentor_kind": "carer"}, by=user)
    gone = actions.add_offer(account=bristol, values={**usual, **offered}, by=user)
    actions.withdraw(row=gone, reason=named, by=user)
    actions.add_offer(account=bristol, values={**usual, **offered}, by=user)
    old = actions.add_request(account=kernow, values=asked, by=user)
    actions.withdraw(row=old, reason=named, by=user)
    actions.add_request(account=kernow, values=asked, by=user)
    fairness.choose(rule="equal", weights=None, reason="As it was", by=user)
    fairness.pledge(account=kernow, minutes=60, made_on=datetime.date(2015, 1, 14), words=named, by=user)
    proposal = runs.run(by=user).proposals.get()
    answers.decline(proposal=proposal, side="asker", reason=named, by=user)
