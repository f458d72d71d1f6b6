"""What safeguarding knows of a person.

Whom a case is about is not told by a copy or an erasure, and neither is whether there is a case: a carer who does harm
and looks over somebody's shoulder would read it there. Members read the same sentence, whatever there is (Data
Protection Act 2018, schedule 2 paragraph 16 and schedule 3: other people's safety, serious harm).
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from data_rights.registry import Kept, Part, Section
from data_rights.rows import models_of

_model = models_of("peer_network")

ASK = (
    "Records by which the network keeps people safe are not in this copy, whether there are any about you or not. "
    "Write to the safeguarding lead to ask for what speaks of you: they give what does nobody harm."
)
WHAT = "Records by which the network keeps people safe, if there are any that speak of you"
WHY = (
    "Whether there are any is told to nobody here, so that nobody is put in danger. What is known when somebody is at "
    "risk has to be there when it is asked for later (UK GDPR article 17(3)(b); Data Protection Act 2018, schedule 1, "
    "paragraph 18). They are sealed."
)
UNTIL = "for eight years after a case is closed"
WHAT_DONE = "That you opened or worked on safeguarding cases, and when"
WHY_DONE = "What was done to keep somebody safe has to be answerable later. The rows know you by number."
# Model -> how a row leads to whoever worked on it.
DONE = {
    "Case": ("opened_by", "lead"),
    "CaseEntry": ("by",),
    "CaseStep": ("made_by", "done_by"),
    "IdentityLookup": ("by",),
}


def export(user: Any) -> Iterable[Section]:
    """A sentence for members; for those who worked on cases how many rows, by kind."""
    if _member(user) is not None:
        yield Section("peers-safeguarding", "Keeping people safe", ["What"], [[ASK]], [{"note": ASK}])
    counts = [(name, _done(name, user).count()) for name in DONE]
    rows = [[str(_model(name)._meta.verbose_name_plural), str(count)] for name, count in counts if count]
    if rows:
        head, title = ["What", "How many"], "Safeguarding cases that you opened or worked on"
        words = "What they say stays with the leads."
        records = [{"what": what, "count": int(count)} for what, count in rows]
        yield Section("peers-safeguarding-work", title, head, rows, records, words=words)


def erase(user: Any, by: Any) -> Iterable[str]:
    """Keep who a member was in their cases, sealed, before the account goes. Nothing is said of it."""
    from peer_network.safeguarding import identities

    member = _member(user)
    if member is not None:
        identities.keep(member)
    return []


def keeps(user: Any) -> list[Kept]:
    """For every member the same; for those who worked on cases how many rows."""
    found = [Kept(WHAT, WHY, UNTIL, 1)] if _member(user) is not None else []
    count = sum(_done(name, user).count() for name in DONE)
    return [*found, Kept(WHAT_DONE, WHY_DONE, UNTIL, count)] if count else found


def _member(user: Any) -> Any:
    return _model("Member").objects.select_related("user").filter(user=user).first()


def _done(name: str, user: Any) -> Any:
    wanted = Q()
    for path in DONE[name]:
        wanted |= Q(**{path: user})
    return _model(name).objects.filter(wanted)


# Before the members' own part, which takes the membership away.
PART = Part(
    key="peers-safeguarding",
    title="Safeguarding records that you worked on",
    models=tuple(f"peer_network.{name}" for name in DONE),
    export=export,
    erase=erase,
    keeps=keeps,
    order=20,
)
