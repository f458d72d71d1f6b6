"""What somebody proposed for the knowledge base."""

from collections.abc import Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Part, Section


def export(user: Any) -> Iterable[Section]:
    """Their proposals with the answers."""
    yield from rows.sections(user, {"knowledge.Proposal": "by"}, "knowledge")


def erase(user: Any, by: Any) -> Iterable[str]:
    """A proposal stays without its author, because others may want the same; one that was not taken up goes."""
    from knowledge.models import Proposal

    mine = Proposal.objects.filter(by=user)
    gone = mine.filter(state=Proposal.State.DECLINED).delete()[0]
    kept = mine.update(by=None, name="")
    Proposal.objects.filter(answered_by=user).update(answered_by=None)
    if gone or kept:
        yield f"Took your name off what you proposed for the knowledge base ({kept}), and deleted the rest ({gone})."


PART = Part(
    "proposals",
    "What you proposed for the knowledge base",
    ("knowledge.Proposal",),
    export=export,
    erase=erase,
    order=46,
)
