"""People as they are known in the peer network: by a name of their own choice, and by nothing else."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import moment

LONGEST_NAME = 30  # characters


class MemberQuerySet(models.QuerySet["Member"]):
    def present(self) -> "MemberQuerySet":
        """Members whose account is not closed."""
        return self.exclude(state=Member.State.CLOSED)


class Member(models.Model):
    """A member. Nothing that other members see leads from here to `user`: no number, no date of joining, no area.

    `public_id` is in addresses and is made for this room alone: it is not the account's. `name_key` is the display
    name as it looks (`peer_network.joining.names`), so that nobody can pass for another.
    """

    class State(models.TextChoices):
        ACTIVE = "active", "Active"
        PAUSED = "paused", "Paused"
        CLOSED = "closed", "Closed"

    class Standing(models.TextChoices):
        """How far a member is known; limits go by it, and moderators may change it."""

        NEW = "new", "New"
        KNOWN = "known", "Known"
        TRUSTED = "trusted", "Trusted"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="peer_member")
    display_name = models.CharField("display name", max_length=LONGEST_NAME)
    name_key = models.CharField("display name as it looks", max_length=LONGEST_NAME * 2, unique=True, editable=False)
    joined_at = models.DateTimeField("joined", default=moment)
    standing = models.CharField("standing", max_length=8, choices=Standing, default=Standing.NEW)
    state = models.CharField("state", max_length=8, choices=State, default=State.ACTIVE)
    paused_until = models.DateTimeField("paused until", null=True, blank=True)
    state_reason = models.CharField("why, as the member reads it", max_length=500, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = "member"
        ordering = ["display_name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="paused") | Q(paused_until__isnull=True),
                name="peers_member_paused_until",
                violation_error_message="Only a paused member has a time until which they are paused.",
            ),
            models.CheckConstraint(
                condition=Q(state="active") | ~Q(state_reason=""),
                name="peers_member_state_has_reason",
                violation_error_message="Say why: the member reads it.",
            ),
        ]

    def __str__(self) -> str:
        # Stands in the audit for good, which others than moderators read: no display name beside a person's name.
        return "A member of the peer network"


class RulesAcceptance(models.Model):
    """That a member accepted a version of the house rules, and said that they are an adult. Never changed."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="acceptances")
    version = models.CharField("version of the rules", max_length=20)
    is_adult = models.BooleanField("said that they are 18 or older", default=False)
    at = models.DateTimeField("accepted", default=moment)

    class Meta:
        verbose_name = "acceptance of the house rules"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "version"],
                name="peers_rules_accepted_once",
                violation_error_message="These rules were accepted already.",
            )
        ]

    def __str__(self) -> str:
        return f"House rules {self.version}"
