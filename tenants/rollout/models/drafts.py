"""An area's quarterly return while it is written, and what was sent. Signed figures leave by `tenants.returns`."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from tenants.rollout.models.trajectories import QUARTER_SHAPE


class ReturnDraft(models.Model):
    """One version of one quarter's return, as typed. Written through `tenants.rollout.return_drafts` only.

    `typed`: {cell key of `tenants.returns.shape`: text as it was typed}; nothing is coerced before it is checked.
    `notes`: {section key: text}. A signed version stays as it was; a correction is a new version, with its reason.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Being written"
        SIGNED = "signed", "Signed"
        DISCARDED = "discarded", "Thrown away"

    quarter = models.CharField("quarter", max_length=6)
    version = models.PositiveSmallIntegerField("version")
    state = models.CharField("state", max_length=9, choices=State, default=State.DRAFT)
    typed = models.JSONField("figures as typed", default=dict)
    notes = models.JSONField("notes", default=dict)
    reason = models.CharField("why it is corrected", max_length=500, blank=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField("last saved", auto_now=True)

    class Meta:
        verbose_name = "return as typed"
        verbose_name_plural = "returns as typed"
        ordering = ["-quarter", "-version"]
        triggers = [
            pgtrigger.Protect(
                name="only_drafts_change",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=~pgtrigger.Q(old__state="draft"),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(quarter__regex=QUARTER_SHAPE),
                name="return_quarter_shape",
                violation_error_message="Write a quarter as 2015Q1.",
            ),
            models.UniqueConstraint(
                fields=["quarter"],
                condition=Q(state="draft"),
                name="return_one_draft_a_quarter",
                violation_error_message="This quarter's return is being written already.",
            ),
            models.UniqueConstraint(
                fields=["quarter", "version"],
                condition=Q(state="signed"),
                name="return_version_signed_once",
                violation_error_message="This version has been signed already.",
            ),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(reason=""),
                name="return_correction_has_reason",
                violation_error_message="Say why the return is corrected.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quarter}, version {self.version}"
