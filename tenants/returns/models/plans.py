"""An area's plan for a group, as published."""

from django.db import models
from django.db.models import Q

from tenants import groups
from tenants.returns.models.base import APPEND_ONLY


class PublishedPlan(models.Model):
    """An area's plan for a group as it stood from a moment on. Append-only: a change is a new row.

    Columns: what the board and "your turn" show, nothing about a person. The latest row of an area and group
    is its plan now; the latest before a date is its plan "as at" that date.
    """

    area = models.ForeignKey("tenants.Area", on_delete=models.PROTECT, related_name="published_plans")
    group = models.CharField("group", max_length=30, choices=groups.CHOICES)
    phase = models.PositiveSmallIntegerField("phase", null=True)
    planned_start = models.DateField("planned start", null=True)
    actual_start = models.DateField("started on", null=True)
    ask_from = models.DateField("people can ask from", null=True)
    status = models.CharField("status", max_length=12)
    available_now = models.TextField("what people can ask for today", blank=True)
    ask = models.CharField("whom to ask", max_length=300, blank=True)
    reason = models.CharField("why it changed", max_length=500, blank=True)
    source = models.CharField("source", max_length=300, blank=True)
    # The field's date (`config.today`), so that "as at" asks the same clock as the milestones.
    as_at = models.DateField("as at")
    published_at = models.DateTimeField("published", auto_now_add=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)

    class Meta:
        verbose_name = "published plan"
        ordering = ["-as_at", "-pk"]
        triggers = APPEND_ONLY
        indexes = [models.Index(fields=["area", "group", "-as_at", "-id"], name="published_plan_latest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(phase__isnull=True) | Q(phase__range=(1, 4)),
                name="published_plan_phase_1_to_4",
                violation_error_message="The phase is 1, 2, 3 or 4, or to be confirmed.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.area} · {self.get_group_display()}: {self.phase_words}"

    @property
    def phase_words(self) -> str:
        """`Phase 1` … `Phase 4`, or `To be confirmed`."""
        return f"Phase {self.phase}" if self.phase else "To be confirmed"
