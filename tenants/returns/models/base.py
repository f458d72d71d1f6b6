"""What all published rows have in common: whose, from which day on, why, and that they are never changed."""

from typing import Any

import pgtrigger
from django.db import models

from tenants.history import no_truncate

APPEND_ONLY: list[Any] = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]


class Published(models.Model):
    """A dated row of one area. The latest row of a thing on or before a day is the thing "as at" that day."""

    area = models.ForeignKey("tenants.Area", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField("why it changed", max_length=500, blank=True)
    source = models.CharField("source", max_length=300, blank=True)
    # The field's date (`config.today`), so that "as at" asks the same clock as the milestones.
    as_at = models.DateField("as at")
    published_at = models.DateTimeField("published", auto_now_add=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)

    class Meta:
        abstract = True


def append_only() -> list[Any]:
    """Triggers that refuse to change, delete or empty; also for raw SQL."""
    return [*APPEND_ONLY, no_truncate()]


def latest_index(name: str, *keys: str) -> models.Index:
    """The index by which the latest row of a thing is found."""
    return models.Index(fields=["area", *keys, "-as_at", "-id"], name=name)
