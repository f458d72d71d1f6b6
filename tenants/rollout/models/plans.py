"""When and how the area starts with each of the four groups, and the history of that plan."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from tenants import groups

PHASES = [(1, "Phase 1"), (2, "Phase 2"), (3, "Phase 3"), (4, "Phase 4")]


class GroupPlan(models.Model):
    """When and how the area starts with one of the four groups. `phase` None is "to be confirmed".

    Changed through `tenants.rollout.actions` only, which keeps the history and publishes the row.
    """

    class Status(models.TextChoices):
        NOT_STATED = "not_stated", "Not stated"  # as loaded: the folder says nothing of it
        NOT_STARTED = "not_started", "Not started"
        PREPARING = "preparing", "Preparing"
        UNDER_WAY = "under_way", "Under way"
        PAUSED = "paused", "Paused"

    group = models.CharField("group", max_length=30, choices=groups.CHOICES, unique=True)
    phase = models.PositiveSmallIntegerField("phase", choices=PHASES, null=True, blank=True)
    planned_start = models.DateField("planned start", null=True, blank=True)
    actual_start = models.DateField("started on", null=True, blank=True)
    status = models.CharField("status", max_length=12, choices=Status, default=Status.NOT_STATED)
    lead = models.CharField("who leads", max_length=120, blank=True)
    next_step = models.CharField("next step", max_length=300, blank=True)
    next_step_owner = models.CharField("who does the next step", max_length=120, blank=True)
    next_step_due = models.DateField("next step by", null=True, blank=True)
    # The published date by which people of this group will be able to ask; moved with a reason like every other field.
    ask_from = models.DateField("people can ask from", null=True, blank=True)
    # What a person can be told: shown on the public "your turn" page as it stands.
    available_now = models.TextField("what people can ask for today", blank=True)
    ask = models.CharField("whom to ask", max_length=300, blank=True)
    loaded_phase = models.PositiveSmallIntegerField("phase as loaded", null=True, blank=True)
    edited_at = models.DateTimeField("last changed by the area", null=True, blank=True)

    class Meta:
        verbose_name = "plan for a group"
        verbose_name_plural = "plans for groups"
        constraints = [
            models.CheckConstraint(
                condition=Q(phase__isnull=True) | Q(phase__range=(1, 4)),
                name="group_plan_phase_1_to_4",
                violation_error_message="The phase is 1, 2, 3 or 4, or to be confirmed.",
            ),
            models.CheckConstraint(
                condition=Q(group__in=[group.key for group in groups.GROUPS]),
                name="group_plan_group_known",
                violation_error_message="Choose one of the four groups.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_group_display()}: {self.phase_words}"

    @property
    def phase_words(self) -> str:
        """`Phase 1` … `Phase 4`, or `To be confirmed`."""
        return f"Phase {self.phase}" if self.phase else "To be confirmed"

    @property
    def is_edited(self) -> bool:
        """True once somebody of the area has changed it; a network folder then leaves it alone."""
        return self.edited_at is not None


class GroupPlanChange(models.Model):
    """One change of one field of a plan: who, when, from what to what, and why. Append-only."""

    plan = models.ForeignKey(GroupPlan, on_delete=models.PROTECT, related_name="changes")
    field = models.CharField("what changed", max_length=40)
    before = models.CharField("before", max_length=500, blank=True)
    after = models.CharField("after", max_length=500, blank=True)
    reason = models.CharField("why", max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("when", default=timezone.now)

    class Meta:
        verbose_name = "change of a plan"
        verbose_name_plural = "changes of plans"
        ordering = ["-at", "-pk"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.field}: {self.before} → {self.after}"
