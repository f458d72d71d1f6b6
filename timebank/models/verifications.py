"""What counting the ledger up again has found, each time."""

from django.db import models
from django.db.models.functions import Now


class Verification(models.Model):
    """One run of every check of the ledger. `faults` has a sentence for each thing wrong; empty, all is right."""

    at = models.DateTimeField("when", db_default=Now(), editable=False)
    entries = models.PositiveBigIntegerField("entries looked at")
    faults = models.JSONField("what was wrong", default=list)

    class Meta:
        verbose_name = "verification of the ledger"
        verbose_name_plural = "verifications of the ledger"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}: {len(self.faults)} faults"

    @property
    def is_right(self) -> bool:
        """True where nothing was wrong."""
        return not self.faults
