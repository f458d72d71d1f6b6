"""What an area releases to the region: prepared, proposed by one person, released by another, kept for good."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

# What may still change of a release once it is prepared; all else is as it was calculated.
MAY_CHANGE = [
    "state", "proposed_by", "proposed_on", "note", "decided_by", "decided_on", "decided_why", "withdrawn_by",
    "withdrawn_on", "withdrawn_why",
]  # fmt: skip
STEPS = [
    ("prepared", "proposed"),
    ("prepared", "superseded"),
    ("proposed", "released"),
    ("proposed", "declined"),
    ("proposed", "superseded"),
    ("released", "withdrawn"),
    ("released", "superseded"),
]


class RegionalRelease(models.Model):
    """One release to the region. The sums stand in the result of its run; `terms` is the version of the network's.

    The database holds that nobody releases what they proposed themselves, and that no step is skipped or taken back.
    Sample rows of the demo have nobody who proposed or decided. Written through `finance_models.release` only.
    """

    class State(models.TextChoices):
        PREPARED = "prepared", "Prepared"
        PROPOSED = "proposed", "Proposed"
        RELEASED = "released", "Released"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"
        SUPERSEDED = "superseded", "Superseded"

    number = models.PositiveIntegerField("number", unique=True)
    run = models.OneToOneField("finance_models.Run", on_delete=models.PROTECT, related_name="release")
    terms = models.PositiveSmallIntegerField("network terms")
    state = models.CharField("state", max_length=10, choices=State, default=State.PREPARED)
    note = models.CharField("what to know of it", max_length=500, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    proposed_on = models.DateField("proposed on", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_on = models.DateField("released or declined on", null=True, blank=True)
    decided_why = models.CharField("why it was declined", max_length=500, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_on = models.DateField("withdrawn on", null=True, blank=True)
    withdrawn_why = models.CharField("why it was withdrawn", max_length=500, blank=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "release to the region"
        verbose_name_plural = "releases to the region"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="regional_release_two_people",
                violation_error_message="Whoever proposed a release can't release it: another person has to look.",
            ),
            models.CheckConstraint(
                condition=Q(is_sample=True)
                | Q(state__in=["prepared", "proposed"], decided_by__isnull=True)
                | Q(state="superseded")
                | Q(proposed_by__isnull=False, decided_by__isnull=False),
                name="regional_release_has_two_people",
                violation_error_message="A release names who proposed it and who released it.",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined", decided_why="") & ~Q(state="withdrawn", withdrawn_why=""),
                name="regional_release_says_why",
                violation_error_message="Say why.",
            ),
            models.UniqueConstraint(
                fields=["state"],
                condition=Q(state="released"),
                name="regional_release_one_counts",
                violation_error_message="Another release counts already.",
            ),
            models.UniqueConstraint(
                fields=["state"],
                condition=Q(state="proposed"),
                name="regional_release_one_proposed",
                violation_error_message="Another release is proposed already.",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="as_it_was_prepared", exclude=MAY_CHANGE),
            pgtrigger.Protect(name="stays", operation=pgtrigger.Delete),
            pgtrigger.FSM(name="steps", field="state", transitions=STEPS),
            pgtrigger.Protect(
                name="people_stay",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "((OLD.proposed_by_id IS NOT NULL AND NEW.proposed_by_id IS DISTINCT FROM OLD.proposed_by_id) "
                    "OR (OLD.decided_by_id IS NOT NULL AND NEW.decided_by_id IS DISTINCT FROM OLD.decided_by_id))"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Release {self.number}"
