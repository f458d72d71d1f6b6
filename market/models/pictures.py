"""Pictures of offers, cleaned and made small when they are added."""

import uuid

from django.db import models
from django.db.models import Q

from config.today import moment


class OfferPicture(models.Model):
    """A picture with the words for people who don't see it.

    It lies in the database: small, as its cleaning made it, and saved and restored with the offer. Lists leave
    `content` out (`defer`). Another picture, or other words for it, is another row.
    """

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    offer = models.ForeignKey("market.Offer", on_delete=models.CASCADE, related_name="pictures")
    content = models.BinaryField("picture")
    content_type = models.CharField("kind of file", max_length=10)
    width = models.PositiveIntegerField("width in points")
    height = models.PositiveIntegerField("height in points")
    alternative = models.CharField("what the picture shows, in words", max_length=200)
    added_at = models.DateTimeField("added", default=moment)

    class Meta:
        verbose_name = "picture of an offer"
        verbose_name_plural = "pictures of offers"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(alternative=""),
                name="market_picture_in_words",
                violation_error_message="Say in words what the picture shows.",
            ),
            models.CheckConstraint(
                condition=Q(content_type__in=["image/jpeg", "image/png"]),
                name="market_picture_kind",
                violation_error_message="Choose a PNG or JPEG picture.",
            ),
        ]

    def __str__(self) -> str:
        return f"Picture {self.pk}"
