"""Marking a step of a learning page as done, and taking that back."""

from typing import Any

from django.db import transaction


@transaction.atomic
def mark(*, page: Any, resource_id: int, is_done: bool, by: Any) -> None:
    """Keep that somebody has done a step, or no longer. No audit row: it is their own note, which nobody else sees.

    Raises LookupError for a resource that is no step of the page.
    """
    from knowledge.models import Completion

    if not page.learning_steps.filter(resource_id=resource_id, resource__live=True).exists():
        raise LookupError("This is not a step of the page.")
    if is_done:
        Completion.objects.get_or_create(page=page, resource_id=resource_id, user=by)
    else:
        Completion.objects.filter(page=page, resource_id=resource_id, user=by).delete()
