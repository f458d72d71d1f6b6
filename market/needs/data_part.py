"""What the marketplace knows of somebody who said what they could not find.

Erased, the row loses its person and its words and still counts: what is missing in an area doesn't become less.
"""

from collections.abc import Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Part, Section

LABEL = "market.UnmetNeed"
ONLY = ("need", "group", "area", "place_kind", "availability", "times", "what", "state", "said_on")


def export(user: Any) -> Iterable[Section]:
    """Everything that the person said was missing."""
    yield rows.section_of("market-unmet", "What you could not find in the marketplace", _own(user), user, only=ONLY)


def erase(user: Any, by: Any) -> Iterable[str]:
    """Cut the tie to the person, and empty their words."""
    count = _own(user).update(said_by=None, what="")
    return [f"Cut {rows.counted(count, 'unmet needs')} off from you; only the counts stay."] if count else []


def _own(user: Any) -> Any:
    return rows.of_model(LABEL)._default_manager.filter(said_by=user).order_by("pk")


PART = Part(
    key="market-needs",
    title="What you could not find in the marketplace",
    models=(LABEL,),
    export=export,
    erase=erase,
    order=46,
)
