"""People who follow "your turn" of an area and group, and hear when a date changes and why."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from tenants import groups


class Follower(models.Model):
    """Somebody who follows: an account, or an e-mail address that was confirmed. Deleted when they leave.

    `secret` is in the links of their e-mails. An address that was never confirmed is deleted by rule.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="followed_plans"
    )
    email = models.EmailField("e-mail address", blank=True)
    area = models.ForeignKey("tenants.Area", on_delete=models.PROTECT, related_name="followers")
    group = models.CharField("group", max_length=30, choices=groups.CHOICES)
    secret = models.UUIDField("secret of the links", default=uuid.uuid4, unique=True, editable=False)
    asked_at = models.DateTimeField("asked", auto_now_add=True)
    confirmed_at = models.DateTimeField("confirmed", null=True, blank=True)

    class Meta:
        verbose_name = "follower"
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=True) & ~Q(email="") | Q(user__isnull=False, email=""),
                name="follower_account_or_address",
                violation_error_message="Follow with your account, or with an e-mail address.",
            ),
            models.UniqueConstraint(
                fields=["user", "area", "group"],
                condition=Q(user__isnull=False),
                name="follower_account_once",
                violation_error_message="You follow this already.",
            ),
            models.UniqueConstraint(
                Lower("email"),
                "area",
                "group",
                condition=~Q(email=""),
                name="follower_address_once",
                violation_error_message="This address follows it already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}, {self.get_group_display()}"
