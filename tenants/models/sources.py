"""Where the figures of a network folder come from, as its sources.csv says."""

from django.db import models


class LoadedFile(models.Model):
    """One file of the network folder: the day that its figures tell of (None: not stated) and their source.

    For the tables whose rows hold no source of their own.
    """

    file = models.CharField("file", max_length=60, unique=True)
    as_at = models.DateField("as at", null=True, blank=True)
    source = models.CharField("source", max_length=300)
    licence = models.CharField("licence", max_length=120, blank=True)

    class Meta:
        verbose_name = "source"
        ordering = ["file"]

    def __str__(self) -> str:
        return f"{self.file}: {self.source}"
