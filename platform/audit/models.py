"""Audit rows."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from audit.append_only import AppendOnly
from audit.registry import words_for


class AuditRow(models.Model):
    """One thing that somebody saw or changed. Written by `audit.record` only; the database refuses any change.

    The person's name and the area's slug stand in the row itself, because the row has to make sense when they are
    gone; for the same reason the foreign keys are no constraints. No address of a machine is kept, no personal data
    of the people that records are about.
    """

    at = models.DateTimeField("when", db_default=Now(), editable=False)
    action = models.CharField("what", max_length=60)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        verbose_name="person",
    )
    by_words = models.CharField("name of the person", max_length=200)
    area = models.ForeignKey(
        settings.TENANT_MODEL, on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    area_slug = models.CharField("area", max_length=40, blank=True)
    object_type = models.CharField("kind of thing", max_length=80, blank=True)
    object_id = models.CharField("id of the thing", max_length=80, blank=True)
    object_words = models.CharField("thing", max_length=300, blank=True)
    detail = models.JSONField("detail", default=dict)
    request_id = models.CharField("request", max_length=64, blank=True)

    class Meta:
        verbose_name = "audit row"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_newest"),
            models.Index(fields=["area", "-at"], name="audit_area_newest"),
            models.Index(fields=["by", "-at"], name="audit_person_newest"),
        ]
        triggers = [AppendOnly(name="append_only")]

    def __str__(self) -> str:
        return f"{self.by_words}: {self.action_words}"

    @property
    def action_words(self) -> str:
        """What was done, in words; the bare action where its room is no longer installed."""
        try:
            return words_for(self.action)
        except LookupError:
            return self.action
