"""Versions of an area's assumptions, each the text of a file as `ipc finance` takes it."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q


class AssumptionSet(models.Model):
    """The assumptions of a scenario: TOML, whole, by name and version. Append-only: a change is a new version."""

    name = models.CharField("name", max_length=80)
    number = models.PositiveIntegerField("version")
    text = models.TextField("assumptions (TOML)")
    reason = models.CharField("why", max_length=500)
    is_sample = models.BooleanField("made up for a demonstration", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "set of assumptions"
        verbose_name_plural = "sets of assumptions"
        ordering = ["name", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "number"],
                name="assumption_set_once",
                violation_error_message="There is a version of this number already.",
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(reason=""),
                name="assumption_set_says_why",
                violation_error_message="Give it a name, and say why it is so.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.name}, version {self.number}"
