"""Organisations: councils, trusts, charities and user-led groups, known once to the whole network."""

from django.db import models
from django.db.models.functions import Lower

from tenants.history import tracked


@tracked
class Organisation(models.Model):
    """An organisation of the field, whichever areas it works with."""

    class Kind(models.TextChoices):
        LOCAL_AUTHORITY = "local_authority", "Council"
        NHS_PROVIDER = "nhs_provider", "NHS provider"
        VOLUNTARY = "voluntary", "Voluntary sector"
        USER_LED = "user_led", "User-led organisation"
        HEALTHWATCH = "healthwatch", "Healthwatch"
        HEALTH_WELLBEING_BOARD = "health_wellbeing_board", "Health and wellbeing board"
        COMMISSIONING_SUPPORT = "commissioning_support", "Commissioning support"
        PROJECT_BOARD = "project_board", "Project board"
        PEER_NETWORK = "peer_network", "Peer network"
        NETWORK = "network", "Regional network"
        PROVIDER = "provider", "Provider of care or support"

    slug = models.SlugField("name in addresses", max_length=80, unique=True)
    name = models.CharField("name", max_length=200)
    kind = models.CharField("kind", max_length=30, choices=Kind)
    created_at = models.DateTimeField("added on", auto_now_add=True)

    class Meta:
        verbose_name = "organisation"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="organisation_name_unique_in_any_case",
                violation_error_message="This organisation is in the list already.",
            )
        ]

    def __str__(self) -> str:
        return self.name
