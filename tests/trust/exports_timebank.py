"""One of everything that files of the time bank can hold."""

import datetime
from typing import Any

from timebank.exchange import actions
from timebank.fairness import actions as fairness
from timebank.ledger import accounts
from timebank.matching import answers, runs
from timebank.models import Proposal

WORDS = "Words of people"
DAY = datetime.date(2015, 7, 15)


def make(*, lead: Any, manager: Any) -> dict[str, Any]:
    """An offer and two requests, a run that matched one, decisions, a pledge; the run's id for its addresses."""
    kernow, bristol = accounts.by_slug("kernow"), accounts.by_slug("bristol")
    usual = {"title": WORDS, "topic": "workforce"}
    offered = {"minutes_a_month": 60, "available_from": DAY, "available_until": DAY.replace(day=31), "details": WORDS}
    asked = {"minutes": 60, "needed_by": DAY.replace(month=8), "why": WORDS}
    actions.add_offer(account=bristol, values={**usual, **offered}, by=lead)
    gone = actions.add_offer(account=kernow, values={**usual, **offered}, by=lead)
    actions.withdraw(row=gone, reason=WORDS, by=lead)
    for _ in range(2):
        actions.add_request(account=kernow, values={**usual, **asked}, by=lead)
    old = actions.add_request(account=kernow, values={**usual, **asked}, by=lead)
    actions.withdraw(row=old, reason=WORDS, by=lead)
    fairness.choose(rule="equal", weights=None, reason=WORDS, by=manager)
    fairness.pledge(account=kernow, minutes=60, made_on=DAY, words=WORDS, by=manager)
    answers.decline(proposal=_first(manager), side="asker", reason=WORDS, by=lead)
    return {"matching": str(_first(manager).run.public_id)}


def _first(manager: Any) -> Proposal:
    return runs.run(by=manager).proposals.get()
