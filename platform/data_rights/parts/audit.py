"""The audit: what the person did, and what was done to them. It stays, and knows them by number."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from audit import presenters
from data_rights import rows
from data_rights.registry import Kept, Part, Section

WHY = (
    "Who saw and changed what has to be answerable to everybody else whose data are here (UK GDPR articles 5(2), "
    "17(3)(b) and (e), and 32). The rows name nobody: they have numbers, and yours then leads to no name."
)
UNTIL = "for as long as the network runs; see the page on how long things are kept"


def export(user: Any) -> Iterable[Section]:
    """Newest first. People other than the person are not named."""
    head = ["When", "Who", "What was done", "To what", "Area", "Detail"]
    found = list(_rows_of(user).select_related("by", "on_behalf_of").order_by("-at"))
    shown, records = [], []
    for row in found:
        values = [
            rows.in_words(row, row._meta.get_field("at"), user),
            row.by_words or rows.in_words(row, row._meta.get_field("by"), user),
            row.action_words,
            "You" if row.object_id == str(user.public_id) else row.object_words,
            row.area_slug,
            presenters.in_words(row.detail),
        ]
        shown.append(values)
        records.append({"at": row.at.isoformat(), "action": row.action, "detail": row.detail, "area": row.area_slug})
    yield Section("audit", "What you did, and what was done to your account", head, shown, records)


def erase(user: Any, by: Any) -> Iterable[str]:
    """Nothing: it names nobody."""
    return []


def keeps(user: Any) -> list[Kept]:
    """The rows, by number."""
    count = _rows_of(user).count()
    return [Kept("Rows of the audit: what you did and when, by number", WHY, UNTIL, count)] if count else []


def _rows_of(user: Any) -> Any:
    model = rows.of_model("audit.AuditRow")
    return model.objects.filter(Q(by=user) | Q(on_behalf_of=user) | Q(object_id=str(user.public_id)))


PART = Part(
    key="audit",
    title="The audit",
    models=("audit.AuditRow",),
    export=export,
    erase=erase,
    keeps=keeps,
    order=70,
)
