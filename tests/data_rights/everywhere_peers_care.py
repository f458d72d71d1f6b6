"""A person in safeguarding's records: as a lead, as whom a case is about, and named in its words. All of it sealed."""

import datetime
from typing import Any

from peer_network.models import Member
from peer_network.safeguarding import actions, identities, work


def make(user: Any, other: Any) -> None:
    """A case that the person opened and worked on, and one about them."""
    named = f"{user.name} said so"
    me, them = Member.objects.get(user=user), Member.objects.get(user=other)
    actions.open_case(origin="lead", words=named, urgency=2, by=other, about=me)
    case = actions.open_case(origin="lead", words=named, about_words=named, urgency=2, by=user, about=them)
    step = work.add_step(case=case, what=named, who=named, due_on=datetime.date(2035, 1, 1), by=user)
    work.finish_step(step=step, words=named, by=user)
    identities.look_up(case=case, by=user, reason=named)
