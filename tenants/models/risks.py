"""Risks and issues of the network as a whole, which no single area can carry."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from tenants.history import no_truncate


def _scored(moment: str) -> Q:
    """Both steps of a score from 1 to 5, or neither."""
    likelihood, impact = f"likelihood_{moment}", f"impact_{moment}"
    neither = Q(**{f"{likelihood}__isnull": True, f"{impact}__isnull": True})
    # Said outright: with one of them NULL a range alone is neither true nor false, which a constraint lets pass.
    both = Q(**{f"{likelihood}__isnull": False, f"{impact}__isnull": False})
    return neither | both & Q(**{f"{likelihood}__range": (1, 5), f"{impact}__range": (1, 5)})


class NetworkRisk(models.Model):
    """A risk or issue of the network, as stated from a day on. Append-only: a change is a new row with its reason.

    The application named three risks before there was any area's workspace, and they are of the partnership, not of
    one of its members. To copy them into eleven workspaces would make eleven owners of what nobody there can close,
    and eleven entries on the board's map. So they live in the shared schema: a folder's `risks.csv` brings them, the
    network manager keeps them for the board, and everybody who reads the board reads them first. The latest row of a
    key on or before a day is the risk "as at" that day, as with the rows that areas publish.

    No score in the source means no score here: None is "not scored yet", never a guess. Written by
    `tenants.network_risks` only.
    """

    class Kind(models.TextChoices):
        RISK = "risk", "Risk"
        ISSUE = "issue", "Issue"

    key = models.SlugField("name in addresses", max_length=60)
    kind = models.CharField("risk or issue", max_length=5, choices=Kind, default=Kind.RISK)
    title = models.CharField("what could happen", max_length=200)
    description = models.TextField("cause and effect", blank=True)
    likelihood_before = models.PositiveSmallIntegerField("likelihood before mitigation", null=True, blank=True)
    impact_before = models.PositiveSmallIntegerField("impact before mitigation", null=True, blank=True)
    mitigation = models.TextField("what is done about it", blank=True)
    likelihood_after = models.PositiveSmallIntegerField("likelihood after mitigation", null=True, blank=True)
    impact_after = models.PositiveSmallIntegerField("impact after mitigation", null=True, blank=True)
    owner = models.CharField("owner", max_length=120, blank=True)
    review_on = models.DateField("review by", null=True, blank=True)
    opened_on = models.DateField("opened on")
    closed_on = models.DateField("closed on", null=True, blank=True)
    closing_words = models.CharField("how it ended", max_length=500, blank=True)
    reason = models.CharField("why it changed", max_length=500, blank=True)
    source = models.CharField("source", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField("place in lists", default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    as_at = models.DateField("as at")  # the field's date
    at = models.DateTimeField("when", auto_now_add=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)

    class Meta:
        verbose_name = "risk of the network"
        verbose_name_plural = "risks of the network"
        ordering = ["position", "key", "-as_at", "-pk"]
        indexes = [models.Index(fields=["key", "-as_at", "-id"], name="network_risk_latest")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            no_truncate(),
        ]
        constraints = [
            models.CheckConstraint(
                condition=_scored("before") & _scored("after"),
                name="network_risk_scores_1_to_5",
                violation_error_message="Likelihood and impact are 1 to 5, and both are scored or neither.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | ~Q(closing_words=""),
                name="network_risk_closed_with_words",
                violation_error_message="Say how it ended.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def rating_after(self) -> int | None:
        """Likelihood x impact after mitigation, 1 to 25; None while it is not scored."""
        if self.likelihood_after is None or self.impact_after is None:
            return None
        return self.likelihood_after * self.impact_after
