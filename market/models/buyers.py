"""Whoever buys or asks: known to providers by a name of their choice."""

import uuid

from django.conf import settings
from django.db import models

from config.today import moment


class Buyer(models.Model):
    """A budget holder or carer in the marketplace.

    The name is chosen here and is another than in the peer network: a provider who learns in an enquiry who somebody
    is must not be able to find what they wrote to their peers.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="buyer")
    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    display_name = models.CharField("what providers call you", max_length=40)
    since = models.DateTimeField("since", default=moment)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "buyer"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Buyer {self.pk}"
