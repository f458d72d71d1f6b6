"""Reading a person's own drafts."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from drafts.models import Draft


def of(user: Any) -> QuerySet[Draft]:
    """The drafts that are still kept, the newest first."""
    return Draft.objects.filter(user=user, expires_at__gt=timezone.now())


def find(user: Any, public_id: UUID) -> Draft | None:
    """One of the person's own drafts, or None."""
    return of(user).filter(public_id=public_id).first()
