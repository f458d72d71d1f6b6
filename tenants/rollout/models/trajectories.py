"""How many people the area plans to reach, by quarter, group and measure. A revision never changes: it is replaced."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from tenants import groups

QUARTER_SHAPE = r"^20[0-9]{2}Q[1-4]$"


class TrajectoryRevision(models.Model):
    """A whole trajectory as agreed on a day. The latest stands; the others are its history. Append-only."""

    number = models.PositiveSmallIntegerField("revision", unique=True)
    reason = models.CharField("why", max_length=500)
    agreed_on = models.DateField("agreed on")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "revision of the trajectory"
        verbose_name_plural = "revisions of the trajectory"
        ordering = ["-number"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"Revision {self.number}"


class TrajectoryPoint(models.Model):
    """People planned to have something in place at a quarter's end, in one group or in none of the four ("none")."""

    class Measure(models.TextChoices):
        HEALTH_BUDGETS = "phb", "Personal health budgets"
        INTEGRATED_BUDGETS = "ipb", "Integrated budgets"
        PLANS = "pcsp", "Personalised care and support plans"

    revision = models.ForeignKey(TrajectoryRevision, on_delete=models.PROTECT, related_name="points")
    measure = models.CharField("measure", max_length=4, choices=Measure)
    group = models.CharField("group", max_length=30, choices=[*groups.CHOICES, ("none", "None of the four groups")])
    quarter = models.CharField("quarter", max_length=6)
    planned = models.PositiveIntegerField("people planned")

    class Meta:
        verbose_name = "point of the trajectory"
        verbose_name_plural = "points of the trajectory"
        ordering = ["measure", "group", "quarter"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "measure", "group", "quarter"],
                name="trajectory_point_once",
                violation_error_message="There is a number for this quarter already.",
            ),
            models.CheckConstraint(
                condition=Q(quarter__regex=QUARTER_SHAPE),
                name="trajectory_quarter_shape",
                violation_error_message="Write a quarter as 2015Q1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.group} {self.quarter}: {self.planned}"
