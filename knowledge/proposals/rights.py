"""Who may use the addresses of proposals; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import PAGE_EDITORS, SIGNED_IN, Row

GET_AND_POST = ("GET", "POST")


def _proposal(world: Any, by: Any) -> dict[str, Any]:
    from knowledge.models import Proposal

    facts = {"title": "A first visit", "helps": "To know what to expect.", "role": "carer"}
    return {"public_id": Proposal.objects.create(by=by, **facts).public_id}


def _own(world: Any) -> dict[str, Any]:
    return _proposal(world, world.me)


ROWS = [
    Row("knowledge:propose", SIGNED_IN, GET_AND_POST, also=(422,)),
    Row("knowledge:my-proposals", SIGNED_IN),
    Row("knowledge:proposal", SIGNED_IN, sample=_own),
    Row("knowledge:my-proposals-file", SIGNED_IN, sample=lambda world: {"ending": "csv"}),
    Row("knowledge:proposals", PAGE_EDITORS),
    Row("knowledge:proposals-file", PAGE_EDITORS, sample=lambda world: {"ending": "csv"}),
    Row("knowledge:proposal-take-up", PAGE_EDITORS, ("POST",), sample=_own, also=(422,)),
    Row("knowledge:proposal-decline", PAGE_EDITORS, GET_AND_POST, sample=_own, also=(422,)),
]
