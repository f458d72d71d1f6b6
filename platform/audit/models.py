"""Audit rows."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from audit.append_only import AppendOnly
from audit.registry import words_for

GONE = "Somebody whose account is gone"


class AuditRow(models.Model):
    """One thing that somebody saw or changed. Written by `audit.record` only; the database refuses any change.

    A row that can't be changed can't be cleared of a name either, so people stand in it by number alone: who they are
    is looked up when it is shown, and an erased person's number leads to "Person erased in …" (decision 14). The area's
    slug is text, and the foreign keys are no constraints, because the row outlives what it tells of. No address of a
    machine is kept, no personal data of the people that records are about.
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
    by_words = models.CharField("who, where it was no person", max_length=200, blank=True)
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        verbose_name="for whom",
    )
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
            models.Index(fields=["object_id", "-at"], name="audit_thing_newest"),
        ]
        triggers = [AppendOnly(name="append_only")]

    def __str__(self) -> str:
        return f"{self.who}: {self.action_words}"

    @property
    def who(self) -> str:
        """The person's name as it is now ("Ann Ash for Bea Birch"), or `The system`."""
        if self.by_id is None:
            return self.by_words
        name = str(self.by) if self.by else GONE
        if self.on_behalf_of_id is None:
            return name
        return f"{name} for {self.on_behalf_of or GONE}"

    @property
    def action_words(self) -> str:
        """What was done, in words; the bare action where its room is no longer installed."""
        try:
            return words_for(self.action)
        except LookupError:
            return self.action


class AuditSeal(models.Model):
    """A digest of one day's rows and of the seal before it, so that a change made past the application shows.

    Days are UTC's. Written by `audit.seals` only, when the day is well over; the database refuses any change.
    """

    day = models.DateField("day", unique=True)
    rows = models.PositiveIntegerField("rows of the day")
    form = models.PositiveSmallIntegerField("which columns are in the digest")
    digest = models.CharField("digest", max_length=64)
    made_at = models.DateTimeField("sealed", db_default=Now())

    class Meta:
        verbose_name = "audit seal"
        ordering = ["day"]
        triggers = [AppendOnly(name="append_only")]

    def __str__(self) -> str:
        return f"{self.day}: {self.digest[:12]}"
