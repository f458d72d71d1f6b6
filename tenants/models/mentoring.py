"""Who mentors whom: the cascade from earlier implementation cohorts to later ones."""

import datetime

import pgtrigger
from django.db import models
from django.db.models import F, Q

from tenants.history import no_truncate
from tenants.models import cascade
from tenants.models.sites import Site


class MentoringQuerySet(models.QuerySet["Mentoring"]):
    def that_took_place(self) -> "MentoringQuerySet":
        """All but those that were recorded by mistake."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=F("started_on")))

    def on(self, day: datetime.date) -> "MentoringQuerySet":
        """Those that were going on that day. On the day that one ended it went on no longer."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day), started_on__lte=day)


class Mentoring(models.Model):
    """That one site mentors another, from a day until a day. Written through `tenants.sites` only.

    One that ended on the day it began was recorded by mistake.
    """

    mentor = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="mentees")
    mentee = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="mentors")
    started_on = models.DateField("from")
    ended_on = models.DateField("until", null=True, blank=True)

    objects = MentoringQuerySet.as_manager()

    class Meta:
        verbose_name = "mentoring"
        verbose_name_plural = "mentorings"
        ordering = ["started_on", "pk"]
        triggers = [
            cascade.MENTORING,
            pgtrigger.Protect(name="not_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(mentor=F("mentee")),
                name="mentoring_of_another_site",
                violation_error_message="A site can't mentor itself.",
            ),
            models.UniqueConstraint(
                fields=["mentor", "mentee"],
                condition=Q(ended_on__isnull=True),
                name="mentoring_once_at_a_time",
                violation_error_message="This site mentors that one already.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="mentoring_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mentor} mentors {self.mentee}"
