"""Risks and issues of an area's roll-out, scored 5 by 5 before and after mitigation."""

from django.db import models
from django.db.models import F, Q

from tenants import groups

SCORES = [(n, str(n)) for n in range(1, 6)]


class Risk(models.Model):
    """A risk (may happen) or an issue (has happened). Written through `tenants.rollout.risks.actions` only.

    Scores are 1 to 5; likelihood x impact is the rating. `is_shared`: the board sees it too.
    """

    class Kind(models.TextChoices):
        RISK = "risk", "Risk"
        ISSUE = "issue", "Issue"

    kind = models.CharField("risk or issue", max_length=5, choices=Kind, default=Kind.RISK)
    title = models.CharField("what could happen", max_length=200)
    description = models.TextField("cause and effect", blank=True)
    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    likelihood_before = models.PositiveSmallIntegerField("likelihood before mitigation", choices=SCORES)
    impact_before = models.PositiveSmallIntegerField("impact before mitigation", choices=SCORES)
    mitigation = models.TextField("what is done about it", blank=True)
    likelihood_after = models.PositiveSmallIntegerField("likelihood after mitigation", choices=SCORES)
    impact_after = models.PositiveSmallIntegerField("impact after mitigation", choices=SCORES)
    owner = models.CharField("owner", max_length=120)
    review_on = models.DateField("review by")
    is_shared = models.BooleanField("shared with the board", default=False)
    opened_on = models.DateField("opened on")
    closed_on = models.DateField("closed on", null=True, blank=True)
    closing_words = models.CharField("how it ended", max_length=500, blank=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)

    class Meta:
        verbose_name = "risk or issue"
        verbose_name_plural = "risks and issues"
        ordering = ["closed_on", "-impact_after", "-likelihood_after", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood_before__range=(1, 5))
                & Q(impact_before__range=(1, 5))
                & Q(likelihood_after__range=(1, 5))
                & Q(impact_after__range=(1, 5)),
                name="risk_scores_1_to_5",
                violation_error_message="Likelihood and impact are 1 to 5.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | ~Q(closing_words=""),
                name="risk_closed_with_words",
                violation_error_message="Say how it ended.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="risk_closed_after_opened",
                violation_error_message="It can't be closed before it was opened.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def rating_before(self) -> int:
        """Likelihood x impact before mitigation, 1 to 25."""
        return self.likelihood_before * self.impact_before

    @property
    def rating_after(self) -> int:
        """Likelihood x impact after mitigation, 1 to 25."""
        return self.likelihood_after * self.impact_after
