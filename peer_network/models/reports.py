"""What people report: that something in the room is not right."""

import uuid

from django.db import models
from django.db.models import Q

from config.today import moment

LONGEST_WORDS = 1_000  # characters


class Report(models.Model):
    """One report. Who made it is shown to nobody: moderators read "a member" or "a visitor".

    `subject_kind` and `subject_id` name the thing as `moderation.subjects` does; a report of somebody who only said
    where it is, in words, is itself the subject of its item ("report"). `item` is the entry of the queue that it made
    or joined, `outcome` what the reporter was told.
    """

    class Reason(models.TextChoices):
        DANGER = "danger", "Somebody is in danger"
        HURT = "hurt", "Somebody is being hurt or treated badly"
        DETAILS = "details", "It tells who somebody is, or where they live"
        UNKIND = "unkind", "It is unkind"
        SELLS = "sells", "It sells something or is full of links"
        OTHER = "other", "Something else"

    class Outcome(models.TextChoices):
        NOT_YET = "", "Not looked at yet"
        LEFT = "left", "It was left as it is"
        ACTED = "acted", "Something was done"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    subject_kind = models.CharField("what it is about", max_length=20)
    subject_id = models.UUIDField("which one")
    reporter = models.ForeignKey(
        "peer_network.Member", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField("what is wrong", max_length=8, choices=Reason)
    place = models.CharField("where it is, in their words", max_length=500, blank=True)
    words = models.CharField("in their words", max_length=LONGEST_WORDS, blank=True)
    made_at = models.DateTimeField("made", default=moment)
    acknowledged_at = models.DateTimeField("acknowledged", default=moment)
    is_urgent = models.BooleanField("urgent", default=False)
    item = models.ForeignKey("peer_network.QueueItem", on_delete=models.CASCADE, related_name="reports")
    settled_at = models.DateTimeField("settled", null=True, blank=True)
    outcome = models.CharField("what the reporter was told", max_length=5, choices=Outcome, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "report"
        ordering = ["made_at", "pk"]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="peers_report_subject"),
            models.Index(fields=["made_at"], name="peers_report_made"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["reporter", "subject_kind", "subject_id"],
                condition=Q(settled_at__isnull=True, reporter__isnull=False),
                name="peers_report_once",
                violation_error_message="You have reported this already, and a person will look at it.",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, outcome="") | (Q(settled_at__isnull=False) & ~Q(outcome="")),
                name="peers_report_settled_with_outcome",
                violation_error_message="What is settled has an outcome.",
            ),
            models.CheckConstraint(
                condition=~Q(reason__in=["danger", "hurt"]) | Q(is_urgent=True),
                name="peers_report_danger_is_urgent",
                violation_error_message="A report of danger is urgent.",
            ),
        ]

    def __str__(self) -> str:
        return f"Report {self.pk}"

    @property
    def whose(self) -> str:
        """Whose it is, as moderators read it."""
        return "A member" if self.reporter_id else "A visitor"
