"""What the marketplace knows of somebody who asks, and of people who answer for providers or read for areas.

Whoever asked and is erased takes their talks and their feedback with them. What an editor answered, and what a
commissioner decided, belongs to the organisation and the area: those rows know the person by number.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from data_rights import rows
from data_rights.registry import Kept, Part, Section

# What is a person's own, in the order in which it is deleted.
OWN = {
    "market.Message": "enquiry__buyer__user",
    "market.Enquiry": "buyer__user",
    "market.Feedback": "buyer__user",
    "market.Buyer": "user",
}
# What somebody wrote or decided for others: label -> fields that know them, and what they get a copy of.
FOR_OTHERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "market.Message": (("written_by",), ("words", "at")),
    "market.MessageReport": (("reported_by", "decided_by"), ("reason", "words", "note", "at", "decided_at")),
    "market.Feedback": (("read_by", "answered_by", "answer_read_by"), ("note", "answer", "answer_note", "answered_at")),
}
WHAT = "What you answered, reported or read in the marketplace for an organisation or an area"
WHY = "It belongs to the organisation, the area, or whoever asked. The rows know you by number."
UNTIL = "until the enquiry, the report or the feedback is deleted"


def export(user: Any) -> Iterable[Section]:
    """Talks, feedback and the chosen name; then what the person wrote for others."""
    yield from rows.sections(user, OWN, "market-asking")
    for label, (_, only) in FOR_OTHERS.items():
        found = _for_others(label, user)
        title = f"For others in the marketplace: {rows.plural(found.model)}"
        yield rows.section_of(f"market-for-others-{found.model._meta.model_name}", title, found, user, only=only)


def erase(user: Any, by: Any) -> Iterable[str]:
    """Delete what is the person's own."""
    for label, path in OWN.items():
        model = rows.of_model(label)
        gone = model._default_manager.filter(**{path: user}).delete()[1].get(label, 0)
        if gone:
            yield f"Deleted {rows.counted(gone, rows.plural(model))}."


def keeps(user: Any) -> list[Kept]:
    """How many rows know the person by number."""
    count = sum(_for_others(label, user).count() for label in FOR_OTHERS)
    return [Kept(WHAT, WHY, UNTIL, count)] if count else []


def _for_others(label: str, user: Any) -> Any:
    by_any = Q()
    for field in FOR_OTHERS[label][0]:
        by_any |= Q(**{field: user})
    return rows.of_model(label)._default_manager.filter(by_any).order_by("pk")


PART = Part(
    key="market-asking",
    title="What you asked providers in the marketplace",
    models=(*OWN, "market.MessageReport"),
    export=export,
    erase=erase,
    keeps=keeps,
    order=45,
)
