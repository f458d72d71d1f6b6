"""The network itself: its name, its population, and the partners that work across the region."""

from django.db import models
from django.db.models import Q

PARTNER_STATUS = [
    ("endorsed", "Endorsed"),
    ("to_be_confirmed", "To be confirmed"),
    ("left", "Left"),
]


class Network(models.Model):
    """The one network that this installation serves."""

    name = models.CharField("name", max_length=120)
    short_name = models.CharField("short name", max_length=60)
    stated_population = models.PositiveIntegerField("people living in the region, as stated", null=True, blank=True)
    source = models.CharField("where these figures come from", max_length=300, blank=True)
    loaded_at = models.DateTimeField("last loaded", null=True, blank=True)

    class Meta:
        verbose_name = "network"
        verbose_name_plural = "network details"
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1),
                name="network_only_one",
                violation_error_message="One installation serves one network.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class NetworkPartner(models.Model):
    """A partner that works with the network as a whole, not with one area."""

    organisation = models.OneToOneField(
        "tenants.Organisation", on_delete=models.PROTECT, related_name="network_partnership"
    )
    status = models.CharField("status", max_length=20, choices=PARTNER_STATUS, default="endorsed")

    class Meta:
        verbose_name = "network partner"
        ordering = ["organisation__name"]

    def __str__(self) -> str:
        return str(self.organisation)
