"""Resources that people would like to have, and what became of that."""

import uuid

from django.conf import settings
from django.db import models

from config.today import today
from knowledge.choices_field import ChoicesField
from knowledge.coproduction import roles
from tenants import groups

KIND_CHOICES = [
    ("story", "Story"),
    ("toolkit", "Toolkit"),
    ("method", "Method"),
    ("learningmaterial", "Learning material"),
    ("guidance", "Guidance"),
    ("evaluation", "Evaluation"),
    ("template", "Template"),
]


class Proposal(models.Model):
    """One proposal. Written by `knowledge.proposals` only.

    Editors and whoever proposed it see it. The proposer is credited by role; by name only where they agree to that.
    """

    class State(models.TextChoices):
        NEW = "new", "Waits for an answer"
        TAKEN_UP = "taken_up", "Taken up as a draft"
        DECLINED = "declined", "Not taken up"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField("title", max_length=120)
    helps = models.TextField("what it would help with", max_length=2000)
    kind = models.CharField("kind", max_length=20, choices=KIND_CHOICES, blank=True)
    groups = ChoicesField(of=groups.CHOICES, verbose_name="groups of people")
    role = models.CharField("proposed as", max_length=20, choices=roles.CHOICES)
    name = models.CharField("name for the page", max_length=100, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="who proposed it"
    )
    area = models.ForeignKey(
        "tenants.Area", on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="where it comes from"
    )
    source = models.CharField("the row that it comes from", max_length=100, blank=True)
    came_from = models.CharField("where it comes from, in words", max_length=120, blank=True)
    made_on = models.DateField("proposed on", default=today)
    state = models.CharField("state", max_length=10, choices=State, default=State.NEW)
    reason = models.TextField("why it is not taken up", max_length=1000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="who answered"
    )
    answered_at = models.DateTimeField("answered", null=True)
    resource = models.ForeignKey(
        "knowledge.Resource", on_delete=models.SET_NULL, null=True, related_name="proposals", verbose_name="its draft"
    )

    class Meta:
        verbose_name = "proposal"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "-id"], name="proposal_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["source"],
                condition=~models.Q(source=""),
                name="proposal_once_from_a_source",
                violation_error_message="This has been proposed already.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="declined") | ~models.Q(reason=""),
                name="proposal_declined_with_a_reason",
                violation_error_message="Say why it is not taken up.",
            ),
            models.CheckConstraint(
                condition=models.Q(state="new", answered_at__isnull=True)
                | (~models.Q(state="new") & models.Q(answered_at__isnull=False)),
                name="proposal_answered_once",
                violation_error_message="A proposal that was answered has a day on which it was.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
