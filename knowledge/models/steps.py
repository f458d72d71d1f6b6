"""The record of how a resource was made: who, by role, did what, on which words. Rows are added and never changed."""

import pgtrigger
from django.conf import settings
from django.db import models

from config.today import moment
from knowledge.coproduction import roles


class Step(models.Model):
    """One thing that somebody did. Written by the actions of `knowledge.coproduction` only.

    The database itself works out both digests from the revision, so that no caller can claim an agreement to other
    words. `words_digest` is of what a reader sees, without the descriptions of pictures: these may be mended by the
    accessibility check without asking the reviewers again. `content_digest` is of all.
    """

    class Stage(models.TextChoices):
        PROPOSAL = "proposal", "Proposed"
        LIVED_EXPERIENCE = "lived_experience", "Reviewed with lived experience"
        ACCESSIBILITY = "accessibility", "Checked for accessibility"
        EDITOR = "editor", "Decided by an editor"

    class Outcome(models.TextChoices):
        DONE = "done", "Done"
        AGREED = "agreed", "Agreed"
        CHANGE = "change", "Asked for a change"

    resource = models.ForeignKey("knowledge.Resource", on_delete=models.CASCADE, related_name="steps")
    # No constraint: old revisions may be cleared away, and the record stays.
    revision = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    stage = models.CharField("stage", max_length=20, choices=Stage)
    outcome = models.CharField("outcome", max_length=10, choices=Outcome)
    role = models.CharField("in which role", max_length=20, choices=roles.CHOICES)
    reviewer = models.ForeignKey("knowledge.Reviewer", on_delete=models.CASCADE, null=True, related_name="steps")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        verbose_name="account",
    )
    words = models.TextField("what they said", max_length=2000, blank=True)
    at = models.DateTimeField("when", default=moment, editable=False)
    words_digest = models.CharField("digest of the words", max_length=64, editable=False, default="")
    content_digest = models.CharField("digest of words and descriptions", max_length=64, editable=False, default="")

    class Meta:
        verbose_name = "step of co-production"
        verbose_name_plural = "steps of co-production"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["resource", "stage", "words_digest"], name="step_agreed")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(stage="lived_experience")
                | models.Q(reviewer__isnull=False, role__in=roles.LIVED_EXPERIENCE, revision__isnull=False),
                name="step_lived_experience_by_a_reviewer",
                violation_error_message="Only a reviewer with lived experience can do this step.",
            )
        ]
        triggers = [pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}: {self.get_outcome_display()}"
