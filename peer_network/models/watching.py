"""What happens to an item of the queue beside its decision: who took it up, what was unfolded, who was alarmed."""

import uuid

from django.conf import settings
from django.db import models

from config.today import moment


class ItemStep(models.Model):
    """One step with an item: taken up, put back, taken over, distressing words opened, referred."""

    class Kind(models.TextChoices):
        CLAIMED = "claimed", "Taken up"
        RELEASED = "released", "Put back"
        LAPSED = "lapsed", "Put back by itself"
        TAKEN_OVER = "taken_over", "Taken over"
        OPENED = "opened", "Distressing words opened"
        REFERRED = "referred", "Made a safeguarding case"

    item = models.ForeignKey("peer_network.QueueItem", on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField("what", max_length=10, choices=Kind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="by"
    )
    at = models.DateTimeField("when", default=moment)
    words = models.CharField("why", max_length=300, blank=True)

    class Meta:
        verbose_name = "step with an item of the queue"
        verbose_name_plural = "steps with items of the queue"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["by", "kind", "at"], name="peers_item_step_by")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.pk})"


class Alarm(models.Model):
    """That people were called about an item. `told` is how many."""

    class Kind(models.TextChoices):
        PAGED = "paged", "Lead on call paged"
        ESCALATED = "escalated", "Everybody called"
        LATE = "late", "Its time passed and nobody had taken it up"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    item = models.ForeignKey("peer_network.QueueItem", on_delete=models.CASCADE, related_name="alarms")
    kind = models.CharField("what", max_length=9, choices=Kind)
    at = models.DateTimeField("when", default=moment, db_index=True)
    told = models.PositiveSmallIntegerField("people called", default=0)

    class Meta:
        verbose_name = "alarm"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.pk})"
