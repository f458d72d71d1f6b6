"""Versions of an area's unit costs and of its list of providers. They say nothing of people."""

import pgtrigger
from django.conf import settings
from django.db import models


class PriceTable(models.Model):
    """A whole table of unit costs or of providers, as it was loaded. Append-only: the latest number stands.

    `rows` are the file's accepted rows, each {column: text} by the columns of `calc.tables`.
    """

    class Kind(models.TextChoices):
        UNIT_COSTS = "unit_costs", "Unit costs"
        PROVIDERS = "providers", "Providers"

    kind = models.CharField("what", max_length=10, choices=Kind)
    number = models.PositiveIntegerField("version")
    rows = models.JSONField("rows", default=list, blank=True)
    checksum = models.CharField("checksum", max_length=64)
    source = models.CharField("source", max_length=200)
    is_illustrative = models.BooleanField("illustrative, not real prices", default=False)
    loaded_on = models.DateField("loaded on")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "table of prices"
        verbose_name_plural = "tables of prices"
        ordering = ["kind", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number"],
                name="price_table_number_once",
                violation_error_message="There is a version of this number already.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.number}"
