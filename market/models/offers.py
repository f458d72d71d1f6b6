"""Offers: what stays of one while its words change. Its words are in editions (`market.models.editions`)."""

import uuid

from django.db import models
from django.db.models import Q

from config.today import moment


class Offer(models.Model):
    """Something that a provider offers, with its place in the life cycle.

    `shown` is the last checked edition: it stays public while a change waits. Shown to everybody only as a
    `Listing`, which `market.listings.refresh` makes or takes away; a page never asks `state` alone.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Being written"
        SUBMITTED = "submitted", "Waits for its check"
        PUBLISHED = "published", "Published"
        PAUSED = "paused", "Paused"
        EXPIRED = "expired", "Hidden until it is confirmed"
        WITHDRAWN = "withdrawn", "Taken back"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    provider = models.ForeignKey("market.Provider", on_delete=models.PROTECT, related_name="offers")
    state = models.CharField("state", max_length=10, choices=State, default=State.DRAFT)
    shown = models.OneToOneField(
        "market.OfferEdition", on_delete=models.PROTECT, null=True, blank=True, related_name="shown_of"
    )
    published_at = models.DateTimeField("first published", null=True, blank=True)
    confirmed_on = models.DateField("last confirmed", null=True, blank=True)
    paused_reason = models.CharField("why it is paused", max_length=300, blank=True)
    created_at = models.DateTimeField("began", default=moment)
    changed_at = models.DateTimeField("last changed", default=moment)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "offer"
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["published", "paused", "expired"]) | Q(shown__isnull=False),
                name="market_offer_shown_edition",
                violation_error_message="An offer is published only with words that were checked.",
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False, confirmed_on__isnull=False),
                name="market_offer_published_at",
                violation_error_message="A published offer was published and confirmed on some day.",
            ),
        ]

    def __str__(self) -> str:
        return f"Offer {self.pk}"
