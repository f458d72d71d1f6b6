"""Who may use the addresses of the matching; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from timebank.exchange.rights import ACTING, FORM, POST, READERS, a_request, an_offer, foreign_account, own_account

MANAGER = ["network-manager"]


def a_run() -> Any:
    """A run that proposed nothing."""
    from timebank.matching import runs

    return runs.run(by=None)


def a_proposal(asker: Any, giver: Any) -> Any:
    """A proposal between two accounts."""
    from timebank.models import Proposal

    run = a_run()  # before the pair is there: it would propose it itself
    pair = {"request": a_request(asker), "offer": an_offer(giver)}
    return Proposal.objects.create(run=run, minutes=60, months={"2015-08": 60}, fit=80, score=100, **pair)


def _run(world: Any) -> dict[str, Any]:
    return {"public_id": a_run().public_id}


def _proposal(world: Any) -> dict[str, Any]:
    from timebank.ledger import accounts

    return {"public_id": a_proposal(own_account(world), accounts.by_slug("wiltshire")).public_id}


def _foreign_proposal(world: Any) -> dict[str, Any]:
    from timebank.ledger import accounts

    return {"public_id": a_proposal(foreign_account(world), accounts.by_slug("wiltshire")).public_id}


def _decision(world: Any) -> dict[str, Any]:
    from timebank.matching import answers

    pair = {"request": a_request(own_account(world)), "offer": an_offer(foreign_account(world))}
    return {"number": answers.decide(kind="pin", reason="They know each other", by=None, **pair).pk}


ROWS = [
    Row("timebank:matching", READERS),
    Row("timebank:matching-run", MANAGER, POST),
    Row("timebank:run", READERS, sample=_run),
    Row("timebank:run-file", READERS, sample=lambda world: {**_run(world), "key": "proposals", "ending": "csv"}),
    Row("timebank:pair-pin", MANAGER, FORM, sample=_proposal, also=(422,)),
    Row("timebank:pair-refuse", MANAGER, FORM, sample=_proposal, also=(422,)),
    Row("timebank:decision-end", MANAGER, POST, sample=_decision),
    Row("timebank:proposals", ACTING),
    Row("timebank:proposal", READERS, sample=_proposal),
    Row("timebank:proposal-accept", ACTING, POST, sample=_proposal, foreign=_foreign_proposal),
    Row("timebank:proposal-decline", ACTING, FORM, sample=_proposal, foreign=_foreign_proposal, also=(422,)),
]
