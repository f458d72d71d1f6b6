"""Long work, and the messages that must not be lost. Both in the shared schema."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse


class OutboxMessage(models.Model):
    """A message to a Celery task, recorded in the transaction that asks for the work and sent from here.

    It is sent again until its handler has said that it is done, so a broker that loses everything loses nothing.
    Written through `jobs.outbox` only.
    """

    message_id = models.UUIDField("id in the message", default=uuid.uuid4, unique=True, editable=False)
    task = models.CharField("task", max_length=200)
    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    kwargs = models.JSONField("arguments", default=dict)
    options = models.JSONField("Celery's options", default=dict)
    key = models.CharField("key of the sender", max_length=200, unique=True, null=True, blank=True)  # noqa: DJ001
    created_at = models.DateTimeField("recorded", db_default=Now())
    due_at = models.DateTimeField("to be sent from", db_default=Now())
    attempts = models.PositiveIntegerField("times sent", default=0)
    failures = models.PositiveIntegerField("times its handler failed", default=0)
    last_error = models.TextField("last error", blank=True)
    sent_at = models.DateTimeField("last sent", null=True, blank=True)
    done_at = models.DateTimeField("done", null=True, blank=True)
    refused_at = models.DateTimeField("given up", null=True, blank=True)

    class Meta:
        verbose_name = "message"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(refused_at__isnull=True),
                name="outbox_done_or_refused",
                violation_error_message="A message is done or refused, not both.",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(attempts__gt=0),
                name="outbox_sent_was_tried",
                violation_error_message="A message that was sent was tried at least once.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(done_at__isnull=True, refused_at__isnull=True),
                name="outbox_open_by_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.message_id}"


class Job(models.Model):
    """One piece of long work that a person started and can watch, stop and come back to.

    Written through `jobs.actions` (people) and `jobs.worker_record` (the worker) only. All times are the database's
    clock, so that they agree whichever machine wrote them.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to start"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        CANCELLED = "cancelled", "Stopped"

    ENDED = (State.DONE, State.FAILED, State.CANCELLED)

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("kind", max_length=60)
    title = models.CharField("title", max_length=200)
    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField("state", max_length=10, choices=State, default=State.WAITING)
    progress = models.PositiveBigIntegerField("steps done", default=0)
    total = models.PositiveBigIntegerField("steps in all", null=True, blank=True)
    words = models.CharField("what is happening", max_length=300, blank=True)
    input = models.JSONField("input", default=dict)
    input_path = models.CharField("file in private storage", max_length=200, blank=True)
    result = models.JSONField("result", default=dict)
    result_url = models.CharField("address of the result", max_length=300, blank=True)
    failure = models.TextField("why it failed", blank=True)
    faults = models.JSONField("faults, one line each", default=list)
    attempts = models.PositiveIntegerField("times started", default=0)
    created_at = models.DateTimeField("asked for", db_default=Now())
    started_at = models.DateTimeField("started", null=True, blank=True)
    cancel_requested_at = models.DateTimeField("asked to stop", null=True, blank=True)
    finished_at = models.DateTimeField("ended", null=True, blank=True)

    class Meta:
        verbose_name = "job"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "running", "done", "failed", "cancelled"]),
                name="job_state_known",
                violation_error_message="A job waits, runs, is done, failed or stopped.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "running"], finished_at__isnull=True)
                | Q(state__in=["done", "failed", "cancelled"], finished_at__isnull=False),
                name="job_ended_has_time",
                violation_error_message="A job has a time of ending when it has ended, and only then.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["running", "done"]) | Q(started_at__isnull=False, attempts__gt=0),
                name="job_running_has_started",
                violation_error_message="A job that runs or is done was started.",
            ),
            models.CheckConstraint(
                condition=Q(started_at__isnull=True) | Q(started_at__gte=F("created_at")),
                name="job_started_after_created",
                violation_error_message="A job can't start before it was asked for.",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True)
                | (
                    Q(finished_at__gte=F("created_at"))
                    & (Q(started_at__isnull=True) | Q(finished_at__gte=F("started_at")))
                ),
                name="job_ended_after_start",
                violation_error_message="A job can't end before it started.",
            ),
            models.CheckConstraint(
                condition=(Q(state="failed") & ~Q(failure="")) | (~Q(state="failed") & Q(failure="")),
                name="job_failed_says_why",
                violation_error_message="A job says why it failed when it has failed, and only then.",
            ),
            models.CheckConstraint(
                condition=Q(total__isnull=True) | Q(progress__lte=F("total")),
                name="job_progress_within_total",
                violation_error_message="A job can't have done more steps than there are.",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "-created_at"], name="job_of_owner"),
            models.Index(fields=["state"], condition=Q(state__in=["waiting", "running"]), name="job_open"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page that shows how far it is."""
        return reverse("jobs:job", args=[self.public_id])

    @property
    def has_ended(self) -> bool:
        """True when it is done, failed or stopped."""
        return self.state in self.ENDED

    @property
    def percent(self) -> int | None:
        """How far it is, 0 to 100; None where the number of steps isn't known."""
        return None if not self.total else int(self.progress * 100 // self.total)

    @property
    def is_stopping(self) -> bool:
        """True while it runs on although somebody has asked it to stop."""
        return not self.has_ended and self.cancel_requested_at is not None
