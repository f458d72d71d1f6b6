"""That a member lets a peer supporter write posts down for them."""

import uuid

from django.db import models
from django.db.models import F, Q

from config.today import moment


class WritingConsent(models.Model):
    """A member's own consent, given in their account: to whom, for what, and until when. Withdrawn, it ends at once.

    The database looks for a live one wherever a post says that it was written down for somebody.
    """

    class Scope(models.TextChoices):
        REPLIES = "replies", "Replies in topics that are there"
        TOPICS = "topics", "Replies, and new topics too"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    member = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="writing_consents")
    supporter = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="writing_for")
    scope = models.CharField("what for", max_length=7, choices=Scope, default=Scope.REPLIES)
    given_at = models.DateTimeField("given", default=moment)
    until = models.DateField("until")
    withdrawn_at = models.DateTimeField("withdrawn", null=True, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "consent to help with writing"
        verbose_name_plural = "consents to help with writing"
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(member=F("supporter")),
                name="peers_writing_consent_of_two",
                violation_error_message="Help with writing comes from somebody else.",
            ),
            models.UniqueConstraint(
                fields=["member", "supporter"],
                condition=Q(withdrawn_at__isnull=True),
                name="peers_writing_consent_once",
                violation_error_message="You have agreed to this already. Withdraw it first to change it.",
            ),
        ]

    def __str__(self) -> str:
        return f"Consent {self.pk}"
