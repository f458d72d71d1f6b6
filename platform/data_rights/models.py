"""Copies of one's own data, requests about them, and the nightly deletions. All in the shared schema."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone


class DataExport(models.Model):
    """A copy of everything that is kept of one person, as a file in private storage, for that person alone.

    Written through `data_rights.exports` only.
    """

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    path = models.CharField("file in private storage", max_length=200)
    size = models.PositiveBigIntegerField("bytes")
    made_at = models.DateTimeField("made", db_default=Now())
    expires_at = models.DateTimeField("can be downloaded until")
    downloaded_at = models.DateTimeField("last downloaded", null=True, blank=True)

    class Meta:
        verbose_name = "copy of a person's data"
        verbose_name_plural = "copies of people's data"
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"Copy of {self.made_at:%Y-%m-%d}"


class DataRequest(models.Model):
    """Something that a person asks about their data: that it be corrected, or that they be erased.

    Written through `data_rights.requests` only.
    """

    class Kind(models.TextChoices):
        CORRECTION = "correction", "Correct my data"
        ERASURE = "erasure", "Erase me"

    class State(models.TextChoices):
        OPEN = "open", "Waiting"
        ANSWERED = "answered", "Answered"
        DONE = "done", "Done"
        CANCELLED = "cancelled", "Taken back"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("what is asked for", max_length=10, choices=Kind)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("in the person's words", blank=True)
    state = models.CharField("state", max_length=10, choices=State, default=State.OPEN)
    made_at = models.DateTimeField("asked", db_default=Now())
    due_at = models.DateTimeField("to be answered by")
    carry_out_at = models.DateTimeField("to be carried out", null=True, blank=True)
    answer = models.TextField("answer", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField("ended", null=True, blank=True)

    class Meta:
        verbose_name = "request about data"
        verbose_name_plural = "requests about data"
        ordering = ["due_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(kind="erasure", state="open"),
                name="data_request_one_erasure_at_a_time",
                violation_error_message="You have asked for this already.",
            ),
            models.CheckConstraint(
                condition=Q(kind="correction", carry_out_at__isnull=True)
                | Q(kind="erasure", carry_out_at__isnull=False),
                name="data_request_erasure_has_a_day",
                violation_error_message="An erasure has a day on which it is carried out; a correction has none.",
            ),
            models.CheckConstraint(
                condition=Q(state="open", ended_at__isnull=True) | (~Q(state="open") & Q(ended_at__isnull=False)),
                name="data_request_ended_has_time",
                violation_error_message="A request has a time of ending when it has ended, and only then.",
            ),
        ]
        indexes = [models.Index(fields=["due_at"], condition=Q(state="open"), name="data_request_open_by_due")]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_open(self) -> bool:
        """True while it waits."""
        return self.state == self.State.OPEN

    @property
    def is_late(self) -> bool:
        """True when the month in which the law asks for an answer is over."""
        return self.is_open and self.due_at < timezone.now()


class RetentionRun(models.Model):
    """One rule of retention, carried out once: what it deleted, or why it could not."""

    rule = models.CharField("rule", max_length=60)
    at = models.DateTimeField("when", db_default=Now())
    deleted = models.PositiveIntegerField("deleted", default=0)
    fault = models.CharField("why it failed", max_length=300, blank=True)

    class Meta:
        verbose_name = "run of a retention rule"
        verbose_name_plural = "runs of retention rules"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["rule", "-at"], name="retention_run_of_rule")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.deleted}"
