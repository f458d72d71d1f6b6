"""People who are asked to review a resource by a private link, without an account of the editor."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone

from knowledge.coproduction import roles


class ReviewerQuerySet(models.QuerySet["Reviewer"]):
    """Reviewers by the state of their link."""

    def open(self) -> "ReviewerQuerySet":
        """Those whose link works."""
        return self.filter(withdrawn_at__isnull=True, expires_at__gt=timezone.now())


class Reviewer(models.Model):
    """Somebody who was asked what they think of a resource. Written by `knowledge.coproduction.reviewers` only.

    Only a digest of the link's token is kept. The e-mail address goes 180 days after the link has ended; the name is
    shown with consent, and goes when the person asks.
    """

    resource = models.ForeignKey("knowledge.Resource", on_delete=models.CASCADE, related_name="reviewers")
    email = models.EmailField("e-mail address", blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="account of this address, if there is one",
    )
    role = models.CharField("asked as", max_length=20, choices=roles.LIVED_EXPERIENCE_CHOICES)
    name = models.CharField("name", max_length=100, blank=True)
    consents_to_be_named = models.BooleanField("agrees to be named on the page", default=False)
    token_digest = models.CharField("digest of the link", max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="asked by"
    )
    invited_at = models.DateTimeField("asked", db_default=Now(), editable=False)
    expires_at = models.DateTimeField("link ends")
    withdrawn_at = models.DateTimeField("taken back", null=True)

    objects = ReviewerQuerySet.as_manager()

    class Meta:
        verbose_name = "reviewer"
        ordering = ["invited_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=roles.LIVED_EXPERIENCE),
                name="reviewer_has_lived_experience",
                violation_error_message="A reviewer is asked for what they have lived through.",
            ),
            models.CheckConstraint(
                condition=models.Q(name="") | models.Q(consents_to_be_named=True),
                name="reviewer_named_with_consent",
                violation_error_message="A reviewer is named only if they agree to it.",
            ),
        ]

    def __str__(self) -> str:
        return self.credit

    @property
    def credit(self) -> str:
        """The reviewer as the page names them: the role, with the name where they agreed to that."""
        role = roles.BY_KEY[self.role].name
        return f"{self.name}, {role[:1].lower()}{role[1:]}" if self.name else role

    @property
    def is_open(self) -> bool:
        """Whether the link works."""
        return self.withdrawn_at is None and self.expires_at > timezone.now()
