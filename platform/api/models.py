"""Tokens of the API and private calendar links. Of both only a digest of the secret is kept."""

import datetime
import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

# A leap year, so that "a year from today" is always allowed.
LONGEST = datetime.timedelta(days=366)


class TokenQuerySet(models.QuerySet["Token"]):
    def live(self) -> "TokenQuerySet":
        """Neither revoked nor over."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=timezone.now())


class Token(models.Model):
    """A key with which a program reads in the name of a person: never more than the person may, and than its scopes.

    Made and revoked through `api.actions` only.
    """

    public_id = models.UUIDField("public id", default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField("what it is for", max_length=80)
    scopes = ArrayField(models.CharField(max_length=40), verbose_name="what it may read")
    digest = models.CharField("digest of the token", max_length=64, unique=True, editable=False)
    two_steps = models.BooleanField("made after two-step sign-in", default=False)
    created_at = models.DateTimeField("made")
    expires_at = models.DateTimeField("works until")
    last_used_at = models.DateTimeField("last used", null=True, blank=True)
    revoked_at = models.DateTimeField("revoked", null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = "API token"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")) & Q(expires_at__lte=F("created_at") + LONGEST),
                name="api_token_over_within_a_year",
                violation_error_message="A token works for a year at the longest.",
            ),
            models.CheckConstraint(
                condition=~Q(scopes=[]),
                name="api_token_has_a_scope",
                violation_error_message="Choose at least one thing that the token may read.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_live(self) -> bool:
        """Whether it still works, as far as it is up to the token."""
        return self.revoked_at is None and self.expires_at > timezone.now()


class CalendarLink(models.Model):
    """A secret address of one calendar, for a telephone that can't sign in. Whoever has it can read the calendar."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_links")
    calendar = models.CharField("calendar", max_length=40)
    digest = models.CharField("digest of the address", max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("made")
    last_used_at = models.DateTimeField("last used", null=True, blank=True)
    revoked_at = models.DateTimeField("taken back", null=True, blank=True)

    class Meta:
        verbose_name = "calendar link"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "calendar"],
                condition=Q(revoked_at__isnull=True),
                name="calendar_link_one_at_a_time",
                violation_error_message="There is a link to this calendar already. Take it back first.",
            )
        ]

    def __str__(self) -> str:
        return self.calendar
