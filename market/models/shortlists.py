"""Offers that somebody keeps in mind."""

from django.conf import settings
from django.db import models

from config.today import moment


class Shortlisted(models.Model):
    """An offer on somebody's shortlist, with its title as it was then: so it can be named once it is gone."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="shortlist")
    offer = models.ForeignKey("market.Offer", on_delete=models.CASCADE, related_name="+")
    title = models.CharField("title", max_length=80)
    kept_at = models.DateTimeField("kept", default=moment)

    class Meta:
        verbose_name = "offer on a shortlist"
        verbose_name_plural = "offers on shortlists"
        ordering = ["-kept_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "offer"],
                name="market_shortlisted_once",
                violation_error_message="This offer is on your shortlist already.",
            )
        ]

    def __str__(self) -> str:
        return f"Shortlisted {self.pk}"
