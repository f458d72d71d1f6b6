"""What happens to the versions of a resource when it is published."""

from typing import Any

from django.db import transaction

from knowledge.formats import printing
from knowledge.versions import actions, notices


def follow(page_id: int, *, by: Any) -> None:
    """Publish the versions that are ready, and tell the authors of those that are now behind. Nothing for a version."""
    from knowledge.models import Resource

    page = Resource.objects.filter(pk=page_id, live=True).first()
    if page is None:
        return
    actions.publish_along(page=page, by=by)
    transaction.on_commit(lambda: notices.tell_authors(page))


def forget_files(instance: Any, **_: Any) -> None:
    """A page was taken off the site or deleted: its files go from the cache, and those of its versions."""
    from knowledge.models import Resource

    for key in {instance.pk, *Resource.with_versions.filter(version_of_id=instance.pk).values_list("pk", flat=True)}:
        printing.forget(key)
