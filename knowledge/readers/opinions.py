"""Saying whether a resource helped."""

from typing import Any

from django.db import transaction

from config.today import moment


@transaction.atomic
def give(*, resource: Any, is_helpful: bool, why: str, by: Any = None) -> Any:
    """Keep an opinion: one for an account, which a new one replaces; without an account, one more each time.

    No audit row: it changes nothing, and would tie a person to what they read.
    """
    from knowledge.models import Opinion

    facts = {"is_helpful": is_helpful, "why": why, "at": moment()}
    if by is None:
        return Opinion.objects.create(resource_id=resource.pk, **facts)
    return Opinion.objects.update_or_create(resource_id=resource.pk, user=by, defaults=facts)[0]
