"""What an area releases of its case baseline: proposed by one person, released by another, kept for good."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

MAY_CHANGE = ["state", "decided_by", "decided_on", "why"]
STEPS = [
    ("proposed", "released"),
    ("proposed", "declined"),
    ("proposed", "superseded"),
    ("released", "withdrawn"),
    ("released", "superseded"),
]


class CaseRelease(models.Model):
    """Sums of cases as they were when they were proposed. Written through `finance_models.cases.releasing` only.

    `sums` is as `cases.pooled` writes it. The database holds that nobody releases what they proposed themselves.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        RELEASED = "released", "Released"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"
        SUPERSEDED = "superseded", "Superseded"

    number = models.PositiveIntegerField("number", unique=True)
    state = models.CharField("state", max_length=10, choices=State, default=State.PROPOSED)
    sums = models.JSONField("sums")
    code_version = models.CharField("version of the code", max_length=64)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    proposed_on = models.DateField("proposed on")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_on = models.DateField("decided on", null=True, blank=True)
    why = models.CharField("why it was declined or withdrawn", max_length=500, blank=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)

    class Meta:
        verbose_name = "release of cases"
        verbose_name_plural = "releases of cases"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="case_release_two_people",
                violation_error_message="Whoever proposed a release can't decide on it: another person has to look.",
            ),
            models.CheckConstraint(
                condition=Q(is_sample=True)
                | Q(state__in=["proposed", "superseded"])
                | Q(proposed_by__isnull=False, decided_by__isnull=False),
                name="case_release_names_two_people",
                violation_error_message="A release names who proposed it and who decided.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["declined", "withdrawn"], why=""),
                name="case_release_says_why",
                violation_error_message="Say why.",
            ),
            models.UniqueConstraint(
                fields=["state"],
                condition=Q(state__in=["proposed", "released"]),
                name="case_release_one_of_each",
                violation_error_message="There is another one already.",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="as_it_was_proposed", exclude=MAY_CHANGE),
            pgtrigger.Protect(name="stays", operation=pgtrigger.Delete),
            pgtrigger.FSM(name="steps", field="state", transitions=STEPS),
        ]

    def __str__(self) -> str:
        return f"Release of cases {self.number}"
