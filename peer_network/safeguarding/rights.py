"""Who may use the addresses of safeguarding; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from peer_network.rights_samples import FORM, POST, TAKE_PART, joined

LEADS = ["safeguarding-lead"]


def _case(world: Any) -> dict[str, Any]:
    from peer_network.safeguarding import actions

    by = world.people["safeguarding-lead"]
    made = actions.open_case(origin="lead", words="The table of rights", urgency=2, by=by, is_sample=True)
    return {"public_id": made.public_id}


def _case_file(world: Any) -> dict[str, Any]:
    return {**_case(world), "ending": "csv"}


def _script_step(world: Any) -> dict[str, Any]:
    return {**_case(world), "step": "call_999"}


def _step(world: Any) -> dict[str, Any]:
    import datetime

    from peer_network.models import Case
    from peer_network.safeguarding import work

    case = Case.objects.get(**_case(world))
    by = world.people["safeguarding-lead"]
    made = work.add_step(case=case, what="Ring", who="", due_on=datetime.date(2035, 1, 1), by=by)
    return {"public_id": made.public_id}


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


ROWS = [
    Row("peers:safeguarding", LEADS),
    Row("peers:safeguarding-file", LEADS, sample=_csv),
    Row("peers:safeguarding-new", LEADS, FORM, also=(422,)),
    Row("peers:safeguarding-tell", TAKE_PART, FORM, sample=joined, also=(422,)),
    Row("peers:safeguarding-emergency", LEADS),
    Row("peers:safeguarding-lookups", LEADS),
    Row("peers:safeguarding-lookups-file", LEADS, sample=_csv),
    Row("peers:safeguarding-step-done", LEADS, FORM, sample=_step, also=(422,)),
    Row("peers:safeguarding-case", LEADS, sample=_case),
    Row("peers:safeguarding-case-file", LEADS, sample=_case_file),
    Row("peers:safeguarding-take", LEADS, POST, sample=_case),
    Row("peers:safeguarding-note", LEADS, FORM, sample=_case, also=(422,)),
    Row("peers:safeguarding-follow", LEADS, FORM, sample=_script_step, also=(422,)),
    Row("peers:safeguarding-step-new", LEADS, FORM, sample=_case, also=(422,)),
    Row("peers:safeguarding-urgency", LEADS, FORM, sample=_case, also=(422,)),
    Row("peers:safeguarding-state", LEADS, FORM, sample=_case, also=(422,)),
    Row("peers:safeguarding-identity", LEADS, FORM, sample=_case, also=(422,)),
]
