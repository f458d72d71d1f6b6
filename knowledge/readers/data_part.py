"""What the knowledge base knows of a reader: their opinions, and what they wrote for their area."""

from collections.abc import Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Part, Section


def export(user: Any) -> Iterable[Section]:
    """Their opinions, and the uses that they wrote down."""
    tables = {"knowledge.Opinion": "user", "knowledge.Use": "by"}
    yield from rows.sections(user, tables, "readers")


def erase(user: Any, by: Any) -> Iterable[str]:
    """Deletes their opinions; what an area did stays, without who wrote it down."""
    from knowledge.models import Opinion, Use

    given = Opinion.objects.filter(user=user).delete()[0]
    if given:
        yield f"Deleted what you said of resources ({given})."
    written = Use.objects.filter(by=user).update(by=None)
    if written:
        yield f"Took you out of {rows.counted(written, 'notes of what your area used')}; what it used stays."


PART = Part(
    "readers",
    "What you said of resources",
    ("knowledge.Opinion", "knowledge.Use"),
    export=export,
    erase=erase,
    order=45,
)
