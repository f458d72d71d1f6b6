"""Saved definitions of finance cohorts: which people a payment is for."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q


class CohortDefinition(models.Model):
    """Criteria of a finance cohort, by name and version. Append-only: a change is a new version.

    `criteria` is as `calc.cohorts` reads it; `sentence` says the same in words.
    """

    name = models.CharField("name", max_length=80)
    number = models.PositiveIntegerField("version")
    criteria = models.JSONField("criteria", default=dict, blank=True)
    sentence = models.TextField("in words")
    reason = models.CharField("why", max_length=500, blank=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "finance cohort"
        ordering = ["name", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "number"],
                name="cohort_definition_once",
                violation_error_message="There is a version of this number already.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="cohort_definition_has_name",
                violation_error_message="Give the finance cohort a name.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.name}, version {self.number}"
