"""Versions of an area's linked data set. The rows about people are Parquet files in private storage, not here."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

# What may change of a version once it is there; all else is as it was loaded.
MAY_CHANGE = ["state", "accepted_on", "superseded_on", "deleted_on", "folder"]


class DataVersion(models.Model):
    """One load of the linked data set, whole: a load that is refused leaves no version.

    `folder` names its folder in the area's private storage, empty once deleted. `checksum` is over its files. `rows`
    is {table: {"accepted": n, "rejected": n}}; `files` lists what was sent: [{"table", "name", "rows"}]. Written
    through `finance_models.loading` only.
    """

    class State(models.TextChoices):
        LOADED = "loaded", "Waiting to be accepted"
        IN_USE = "in_use", "In use"
        SUPERSEDED = "superseded", "Superseded"
        DELETED = "deleted", "Deleted"

    number = models.PositiveIntegerField("version", unique=True)
    entry = models.ForeignKey("finance_models.GovernanceEntry", on_delete=models.PROTECT, related_name="versions")
    state = models.CharField("state", max_length=10, choices=State, default=State.LOADED)
    folder = models.CharField("folder", max_length=64, blank=True)
    checksum = models.CharField("checksum", max_length=64)
    first_date = models.DateField("first activity", null=True)
    last_date = models.DateField("last activity", null=True)
    rows = models.JSONField("rows accepted and rejected", default=dict, blank=True)
    files = models.JSONField("files", default=list, blank=True)
    warnings = models.JSONField("warnings", default=list, blank=True)
    quality = models.JSONField("quality report", default=dict, blank=True)
    made_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    loaded_on = models.DateField("loaded on")
    accepted_on = models.DateField("accepted on", null=True, blank=True)
    superseded_on = models.DateField("superseded on", null=True, blank=True)
    deleted_on = models.DateField("deleted on", null=True, blank=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "data version"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["state"],
                condition=Q(state="in_use"),
                name="data_version_one_in_use",
                violation_error_message="Another version is in use already.",
            ),
            models.CheckConstraint(
                condition=(Q(state="deleted", deleted_on__isnull=False, folder=""))
                | (~Q(state="deleted") & Q(deleted_on__isnull=True) & ~Q(folder="")),
                name="data_version_deleted_has_no_folder",
                violation_error_message="A version has its files until it is deleted, and none afterwards.",
            ),
            models.CheckConstraint(
                condition=Q(state="deleted") | Q(state="superseded") ^ Q(superseded_on__isnull=True),
                name="data_version_superseded_on_a_day",
                violation_error_message="A superseded version says since when, and no other that has its files.",
            ),
            models.CheckConstraint(
                condition=Q(first_date__isnull=True) | Q(last_date__gte=F("first_date")),
                name="data_version_dates_in_order",
                violation_error_message="The last activity can't lie before the first.",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="as_it_was_loaded", exclude=MAY_CHANGE),
            pgtrigger.Protect(name="stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Data version {self.number}"

    def count(self, which: str) -> int:
        """Rows of all tables: `accepted` or `rejected`."""
        return sum(table.get(which, 0) for table in self.rows.values())

    @property
    def has_files(self) -> bool:
        """Whether its rows are still there."""
        return self.state != self.State.DELETED


class ColumnMapping(models.Model):
    """Which heading of a source's file means which column of ours; remembered for the next month."""

    source = models.CharField("source", max_length=120)
    table = models.CharField("table", max_length=20)
    headings = models.JSONField("their heading: our column", default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now=True)

    class Meta:
        verbose_name = "mapping of columns"
        verbose_name_plural = "mappings of columns"
        ordering = ["source", "table"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "table"],
                name="column_mapping_once",
                violation_error_message="There is a mapping for this source and table already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.table}"
