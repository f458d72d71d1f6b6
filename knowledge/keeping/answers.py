"""Answering a review: it is right as it is until another day, or it has to change."""

import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from wagtail.models import Revision

import audit
from accounts.permissions import Permission
from knowledge.keeping.notices import HAS_TO_CHANGE
from notify.actions import notify_all
from tenants.telling import people_who_may


@transaction.atomic
def is_right(*, resource: Any, next_on: datetime.date, by: Any) -> None:
    """The words stay, and it is reviewed again by `next_on`. Nobody has to agree them anew."""
    from knowledge.models import Resource

    Resource.objects.filter(pk=resource.pk).update(review_on=next_on)
    # A draft that is published later would bring the old day back.
    for revision in Revision.objects.filter(pk__in=[resource.live_revision_id, resource.latest_revision_id]):
        revision.content["review_on"] = next_on.isoformat()
        revision.save(update_fields=["content"])
    detail = {"review_on": next_on.isoformat()}
    audit.record(action="resource.review", by=by, object=resource, detail=detail)


@transaction.atomic
def has_to_change(*, resource: Any, words: str, by: Any) -> None:
    """The editors are told why; the reminders go on until it has a new day."""
    audit.record(action="resource.review_change", by=by, object=resource)
    notify_all(
        to=people_who_may(Permission.CMS_EDIT),
        kind=HAS_TO_CHANGE,
        title=f"“{resource.title}” has to change",
        body=words,
        url=reverse("knowledge:making", args=[resource.pk]),
        by=by,
    )
