"""One of everything that files of the peer network can hold. What is sealed is hostile from the beginning."""

import datetime
from typing import Any

from peer_network.joining import actions as joining
from peer_network.safeguarding import actions, identities, work
from tests.conftest import make_person
from tests.trust.hostile.texts import HOSTILE

SAFE_REASON = f"{HOSTILE[1]} and more"


def make() -> dict[str, Any]:
    """A safeguarding case about a member with a hostile name, worked on; its id for the addresses."""
    about = joining.join(display_name="=SUM(A1)", is_adult=True, by=make_person("budget-holder"))
    by = make_person("safeguarding-lead")
    case = actions.open_case(origin="lead", words=HOSTILE[0], urgency=2, by=by, about=about)
    work.note(case=case, words=HOSTILE[1], by=by)
    work.add_step(case=case, what=HOSTILE[2], who=HOSTILE[3], due_on=datetime.date(2035, 1, 1), by=by)
    identities.look_up(case=case, by=by, reason=SAFE_REASON)
    return {"case": str(case.public_id)}
