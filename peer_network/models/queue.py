"""What waits for a moderator."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from config.today import moment

PERSON = {"on_delete": models.PROTECT, "null": True, "blank": True, "related_name": "+"}


class QueueItemQuerySet(models.QuerySet["QueueItem"]):
    def open_now(self) -> "QueueItemQuerySet":
        """What nobody has decided yet, the most urgent first, then what is to be looked at soonest."""
        return self.filter(closed_at__isnull=True).order_by("urgency", "look_by", "pk")


class QueueItem(models.Model):
    """One thing for a moderator to look at, by a time.

    What it is about is a row of some part of the room: `subject_kind` names the part's entry in
    `moderation.subjects`, `subject_id` the row's public id. `found` are the checks' findings as
    `[{"kind", "start", "end", "explains"}]`, and never the words themselves: those stand in the subject.
    """

    class Kind(models.TextChoices):
        CRISIS = "crisis", "Words of crisis"
        REPORT = "report", "Reported"
        FIRST_POSTS = "first_posts", "A first post"
        CHECKED = "checked", "Held by a check"
        NOBODY_ON_DUTY = "nobody_on_duty", "Written when nobody was on duty"
        FILE = "file", "A file"
        PROFILE = "profile", "A profile, a listing or a theme"
        CHANGED = "changed", "Changed as asked"
        ENTRY = "entry", "Asks to come into a space"
        CLOSING = "closing", "Closing an account: a second moderator"
        APPEAL = "appeal", "An appeal"

    class Urgency(models.IntegerChoices):
        URGENT = 1, "Urgent"
        SOON = 2, "Within a day"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("kind", max_length=14, choices=Kind)
    urgency = models.PositiveSmallIntegerField("urgency", choices=Urgency, default=Urgency.SOON)
    subject_kind = models.CharField("what it is about", max_length=20)
    subject_id = models.UUIDField("which one")
    about = models.ForeignKey(
        "peer_network.Member",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="whose it is",
    )
    found = models.JSONField("what the checks found", default=list, blank=True)
    opened_at = models.DateTimeField("came", default=moment)
    look_by = models.DateTimeField("to be looked at by")
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who looks at it", **PERSON)
    claimed_at = models.DateTimeField("taken up", null=True, blank=True)
    first_claimed_at = models.DateTimeField("first taken up", null=True, blank=True)
    paged_at = models.DateTimeField("on-call lead paged", null=True, blank=True)
    escalated_at = models.DateTimeField("escalated", null=True, blank=True)
    late_alarm_at = models.DateTimeField("alarm that its time has passed", null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who decided", **PERSON)
    closed_at = models.DateTimeField("decided", null=True, blank=True)
    outcome = models.CharField("outcome", max_length=20, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    objects = QueueItemQuerySet.as_manager()

    class Meta:
        verbose_name = "item of the moderators' queue"
        verbose_name_plural = "items of the moderators' queue"
        ordering = ["urgency", "look_by", "pk"]
        indexes = [
            models.Index(fields=["urgency", "look_by"], condition=Q(closed_at__isnull=True), name="peers_queue_open"),
            models.Index(fields=["subject_kind", "subject_id"], name="peers_queue_subject"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "kind"],
                condition=Q(closed_at__isnull=True),
                name="peers_queue_once",
                violation_error_message="This waits for a moderator already.",
            ),
            models.CheckConstraint(
                condition=Q(claimed_by__isnull=True, claimed_at__isnull=True)
                | Q(claimed_by__isnull=False, claimed_at__isnull=False, first_claimed_at__isnull=False),
                name="peers_queue_claimed_at",
                violation_error_message="Say who looks at it, and since when.",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="") | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="peers_queue_closed_with_outcome",
                violation_error_message="What is decided has an outcome.",
            ),
            models.CheckConstraint(
                condition=Q(look_by__gt=F("opened_at")),
                name="peers_queue_look_by",
                violation_error_message="It is to be looked at after it came.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.pk})"
