"""Drafts: the fields of one form that could not be sent."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Draft(models.Model):
    """What a person had typed into one form. Only that person ever sees it.

    `fields` is a list of [name, value] as the browser sent them. Files are not kept: `files` names them. Lies in the
    shared schema also for a form of an area, and is gone after a day.
    """

    public_id = models.UUIDField("name in addresses", default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts", verbose_name="whose it is"
    )
    path = models.CharField("address of the form", max_length=500)
    fields = models.JSONField("what was typed")
    files = models.JSONField("files that were chosen", default=list)
    kept_at = models.DateTimeField("kept at")
    expires_at = models.DateTimeField("deleted at")

    class Meta:
        verbose_name = "draft"
        ordering = ["-kept_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("kept_at")),
                name="draft_expires_after_it_was_kept",
                violation_error_message="A draft is kept for some time.",
            )
        ]

    def __str__(self) -> str:
        return f"Draft for {self.path}"
