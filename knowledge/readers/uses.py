"""Saying that an area used a resource and what that changed, and taking it back."""

from typing import Any

from django.db import transaction

import audit
from accounts.access import Access
from accounts.permissions import Permission
from config.today import moment


def areas_of(access: Access) -> list[Any]:
    """The areas for which a person may say so, by name."""
    found = {
        row.area.pk: row.area
        for row in access.memberships
        if row.area and Permission.RESOURCE_MARK in access.rights_of(row)
    }
    return sorted(found.values(), key=lambda area: area.name)


@transaction.atomic
def mark(*, resource: Any, area: Any, changed: str, by: Any) -> Any:
    """Keep that the area used it, in these words; words from before are replaced."""
    from knowledge.models import Use

    facts = {"changed": changed, "by": by, "at": moment()}
    use, _ = Use.objects.update_or_create(resource_id=resource.pk, area=area, defaults=facts)
    audit.record(action="resource.mark_used", by=by, area=area, object=use)
    return use


@transaction.atomic
def remove(*, use: Any, by: Any) -> None:
    """Take the mark away; what it said is gone."""
    audit.record(action="resource.unmark_used", by=by, area=use.area, object=use)
    use.delete()
