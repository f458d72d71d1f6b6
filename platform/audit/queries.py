"""Reading audit rows."""

import datetime
from typing import Any

from django.db.models import QuerySet

from audit.models import AuditRow


def rows(
    *,
    area: Any = None,
    action: str = "",
    person: str = "",
    first_day: datetime.date | None = None,
    last_day: datetime.date | None = None,
) -> QuerySet[AuditRow]:
    """Audit rows, newest first: of one area or of all, narrowed by what is given. Days are London's, both included."""
    found = AuditRow.objects.all()
    if area is not None:
        found = found.filter(area=area.pk)
    if action:
        found = found.filter(action=action)
    if person:
        found = found.filter(by_words__icontains=person)
    if first_day:
        found = found.filter(at__date__gte=first_day)
    if last_day:
        found = found.filter(at__date__lte=last_day)
    return found
