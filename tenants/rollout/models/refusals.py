"""People who asked for a budget or a plan and were refused, as they told us on the public page."""

from django.db import models
from django.db.models import Q

from tenants import groups


class Refusal(models.Model):
    """What somebody wrote under "I asked and was refused". Seen by the area lead; the board gets counts alone.

    `contact` is given freely, and deleted by rule; see `tenants.rollout.retention`.
    """

    group = models.CharField("group", max_length=30, choices=groups.CHOICES)
    asked_for = models.CharField("what they asked for", max_length=300)
    words = models.TextField("what happened", max_length=2000)
    contact = models.CharField("how to reach them", max_length=300, blank=True)
    said_on = models.DateField("said on")
    answered_on = models.DateField("dealt with on", null=True, blank=True)
    outcome = models.CharField("what was done", max_length=500, blank=True)

    class Meta:
        verbose_name = "refusal that was reported"
        verbose_name_plural = "refusals that were reported"
        ordering = ["answered_on", "said_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | ~Q(outcome=""),
                name="refusal_answered_with_outcome",
                violation_error_message="Say what was done.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_group_display()}, {self.said_on}"
