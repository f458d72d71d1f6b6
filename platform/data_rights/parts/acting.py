"""Who acts for whom. Ended when one of the two is erased; that it was so stays, by number."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import timezone

from data_rights import rows
from data_rights.registry import Kept, Part, Section

ENDED = "One of the two accounts was erased."
WHY = (
    "Who was allowed to act for whom, and on which paper, has to be answerable to both of them later (Mental Capacity "
    "Act 2005; UK GDPR article 17(3)(e)). The rows know people by number."
)


def export(user: Any) -> Iterable[Section]:
    """Those who act for the person, and those for whom the person acts."""
    yield rows.section_of("acting", "Acting for somebody", _rows(user), user)


def erase(user: Any, by: Any) -> Iterable[str]:
    """End what still runs."""
    ended = _rows(user).filter(ended_at__isnull=True).update(ended_at=timezone.now(), ended_by=by, end_reason=ENDED)
    if ended:
        yield f"Ended {rows.counted(ended, 'permissions to act for somebody')}."


def keeps(user: Any) -> list[Kept]:
    """All of them, by number."""
    count = _rows(user).count()
    return [Kept("Who acted for whom, and when", WHY, "for six years after it ended", count)] if count else []


def _rows(user: Any) -> Any:
    model = rows.of_model("accounts.Representation")
    return model.objects.filter(Q(person=user) | Q(representative=user)).order_by("pk")


PART = Part(
    key="acting",
    title="Acting for somebody",
    models=("accounts.Representation",),
    export=export,
    erase=erase,
    keeps=keeps,
    order=47,
)
